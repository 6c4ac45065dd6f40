import Finance
import ModelFile

/// Flows as they were given, and what they are worth: in words, and as tables for people and machines.
struct FlowWorth {
  /// Flows in order of time, each time with the name that stands for it.
  struct Flows {
    var flows: [TimedFlow] = []
    /// Of each of the appraisal's flows.
    var names: [String] = []
    /// What machines have for a name: in quotes, unless it is a number.
    var areNumbers: Bool
    /// What heads the names in a table.
    var heading: String
    /// What a name is called in a sentence, before it.
    var prefix = "", suffix = ""

    /// Flows a year apart.
    init(_ amounts: [Double], isFirstDiscounted: Bool) {
      (areNumbers, heading, prefix, suffix) = (true, "Flow", "flow ", ", counted from 0")
      for (index, amount) in amounts.enumerated() {
        flows.append(TimedFlow(years: Double(index + (isFirstDiscounted ? 1 : 0)), amount: amount))
        names.append("\(index)")
      }
    }

    /// A flow on each of some days, of which the last named stands for a day that has several.
    init(_ amounts: [Double], on days: [Day]) {
      (areNumbers, heading, prefix, suffix) = (true, "Flow", "flow ", ", counted from 0")
      let order = days.indices.sorted { (days[$0], $0) < (days[$1], $1) }
      for index in order {
        add(amounts[index], after: Double(days[index] - days[order[0]]) / 365, named: "\(index)")
      }
    }

    init(_ table: FlowTable, isFirstDiscounted: Bool) {
      let order = table.flows.indices.sorted { (table.flows[$0].time, $0) < (table.flows[$1].time, $1) }
      let sorted = order.map { table.flows[$0] }
      let first = sorted.first?.time ?? 0
      areNumbers = table.timing == .period
      heading =
        switch table.timing {
        case .year: "Year"
        case .period: "Period"
        case .date: "Date"
        }
      prefix = table.timing == .period ? "period " : ""
      for flow in sorted {
        let years =
          switch table.timing {
          case .year: Double(flow.time - first + (isFirstDiscounted ? 1 : 0))
          case .period: Double(flow.time)
          case .date: Double(flow.time - first) / 365
          }
        add(Double(flow.amount.pence) / 100, after: years, named: flow.name)
      }
    }

    private mutating func add(_ amount: Double, after years: Double, named name: String) {
      if flows.last?.years == years {
        flows[flows.count - 1].amount += amount
        names[names.count - 1] = name
      } else {
        flows.append(TimedFlow(years: years, amount: amount))
        names.append(name)
      }
    }
  }

  let flows: Flows
  let appraisal: FlowAppraisal
  let discount: DiscountRates

  init(_ flows: Flows, rate: DiscountRates) {
    (self.flows, discount) = (flows, rate)
    appraisal = FlowAppraisal(of: flows.flows, at: rate)
  }

  var isFinite: Bool {
    appraisal.presentValue.isFinite && appraisal.benefits.isFinite && appraisal.costs.isFinite
  }

  // MARK: In words

  var rateWords: String {
    discount.bands.count > 1
      ? "the Green Book's rates, from \(percent(discount.rate(inYear: 1).ratio)) a year"
      : "\(percent(discount.rate(inYear: 1).ratio)) a year"
  }

  /// Each measure and what it comes to.
  var answers: [(name: String, answer: String)] {
    [
      ("Net present value", "\(pounds(appraisal.presentValue))"), ("Discounted at", rateWords),
      ("Internal rate of return", rateOfReturn), ("Payback", when(appraisal.payback)),
      ("Discounted payback", when(appraisal.discountedPayback)),
      (
        "Benefits to costs",
        appraisal.benefitCostRatio.map { "\(fixed($0, places: 3)), both at present value" } ?? "no costs"
      ),
    ]
  }

  private func when(_ index: Int?) -> String {
    index.map { flows.prefix + flows.names[$0] + flows.suffix } ?? "never"
  }

  private var rateOfReturn: String {
    let rates = appraisal.rates.map { percent($0) }
    let ends = searchedEnds
    let searched =
      "looked from \(percent(ends.lowest)) to \(percent(ends.highest)); the flows change sign \(times(appraisal.signChanges))"
    switch rates.count {
    case 0 where appraisal.signChanges == 0: return "no rate; the flows do not change sign"
    case 0: return "no rate; \(searched)"
    case 1 where appraisal.signChanges == 1: return rates[0]
    case 1: return "\(rates[0]), and no other found; \(searched)"
    default: return "no unique rate: \(rates.joined(separator: ", ")); \(searched)"
    }
  }

  private var searchedEnds: (lowest: Double, highest: Double) { RateSearch.wide.ends }

  private func times(_ count: Int) -> String {
    count == 1 ? "once" : count == 2 ? "twice" : "\(count) times"
  }

  private func percent(_ ratio: Double) -> String { decimal(ratio * 100, places: 4) + "%" }

  private func pounds(_ value: Double) -> String {
    value.magnitude < 9e16
      ? grouped(Money(pence: Int64((value * 100).rounded(.toNearestOrEven)))) : decimal(value, places: 2)
  }

  var text: String { answers.map { "\($0.name): \($0.answer)\n" }.joined() }

  // MARK: In tables

  private var rows:
    [(name: String, years: Double, amount: Double, factor: Double, worth: Double, sum: Double)]
  {
    var sum = 0.0
    return appraisal.flows.indices.map { index in
      let flow = appraisal.flows[index]
      let worth = flow.amount * appraisal.factors[index]
      sum += worth
      return (flows.names[index], flow.years, flow.amount, appraisal.factors[index], worth, sum)
    }
  }

  var markdown: String {
    var text = "| Measure | |\n| --- | --- |\n"
    for answer in answers { text += "| \(answer.name) | \(answer.answer) |\n" }
    text +=
      "\n| \(flows.heading) | Amount | Discount factor | Present value | Running total |\n| --- | ---: | ---: | ---: | ---: |\n"
    for row in rows {
      let factor = fixed(row.factor, places: 6)
      text +=
        "| \(row.name) | \(pounds(row.amount)) | \(factor) | \(pounds(row.worth)) | \(pounds(row.sum)) |\n"
    }
    return text
  }

  var csv: String {
    var text = "\(flows.heading.lowercased()),years,amount,discount_factor,present_value,running_total\n"
    for row in rows {
      text +=
        "\(row.name),\(decimal(row.years, places: 9)),\(decimal(row.amount, places: 2)),\(decimal(row.factor, places: 12)),\(decimal(row.worth, places: 6)),\(decimal(row.sum, places: 6))\n"
    }
    return text
  }

  var json: String {
    func numbers(_ list: [Double]) -> String {
      "[" + list.map { decimal($0, places: 12) }.joined(separator: ",") + "]"
    }
    func name(_ text: String) -> String { flows.areNumbers ? text : quoted(text) }
    func when(_ index: Int?) -> String { index.map { name(flows.names[$0]) } ?? "null" }
    let rates = appraisal.rates
    let members = [
      "\"npv\":\(decimal(appraisal.presentValue, places: 9))",
      "\"irr\":\(rates.count == 1 ? decimal(rates[0], places: 12) : "null")",
      "\"irr_status\":\"\(rates.isEmpty ? "none" : rates.count == 1 ? "one" : "several")\"",
      "\"irr_found\":\(numbers(rates))",
      "\"irr_searched\":\(numbers([searchedEnds.lowest, searchedEnds.highest]))",
      "\"sign_changes\":\(appraisal.signChanges)", "\"payback\":\(when(appraisal.payback))",
      "\"discounted_payback\":\(when(appraisal.discountedPayback))",
      "\"benefit_cost_ratio\":\(appraisal.benefitCostRatio.map { decimal($0, places: 9) } ?? "null")",
    ]
    let listed = rows.map { row in
      "{\"\(flows.heading.lowercased())\":\(name(row.name)),\"years\":\(decimal(row.years, places: 9)),\"amount\":\(decimal(row.amount, places: 2)),\"discount_factor\":\(decimal(row.factor, places: 12)),\"present_value\":\(decimal(row.worth, places: 6))}"
    }
    return "{\(members.joined(separator: ",")),\"flows\":[\(listed.joined(separator: ","))]}\n"
  }
}
