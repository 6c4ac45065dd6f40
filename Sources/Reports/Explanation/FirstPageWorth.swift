import CashFlow
import Finance
import Housing

/// What the first page discounts, year by year.
extension Findings {
  var presentValueFigure: FirstPageFigure {
    let deflators = forecast.deflators()
    let factors = forecast.discountRates.factors(through: years.count - 1)
    let index = model.appraisal.deflator.index.map { model.indices[$0].name }
    return FirstPageFigure(
      id: "why-npv", label: "NPV to the council, real", value: Wording.money(measures.netPresentValue),
      formula:
        "each year’s cash before borrowing, with the plan less without × its deflator × its discount factor, added up and rounded once",
      lines: [
        FirstPageFigure.Term(path: "council.cashflow", run: .difference, time: .years(0..<years.count))
      ],
      assumptions: [
        "appraisal.discount_rate", "appraisal.later_discount_rate", "appraisal.deflator", "price_base",
      ] + (index.map { ["index.\($0).growth", "index.\($0).real_growth"] } ?? []),
      rules: [.greenBook],
      blocks: [
        .table(worth("npv", deflators, factors, "Cash before borrowing of each year and what it is worth, £"))
      ])
  }

  var nominalValueFigure: FirstPageFigure {
    let factors = DiscountRates(model.appraisal.nominalRate).factors(through: years.count - 1)
    return FirstPageFigure(
      id: "why-npv-nominal", label: "NPV to the council, nominal",
      value: Wording.money(measures.nominalValue),
      formula:
        "each year’s cash before borrowing, with the plan less without, over 1 and the council’s own rate for each year since the first, added up and rounded once",
      assumptions: ["appraisal.nominal_rate"],
      blocks: [
        .table(
          worth(
            "npv-nominal", nil, factors, "Cash before borrowing of each year and what it is worth, nominal, £"
          ))
      ])
  }

  /// A year a row; each shows what the rounded running sum moves by, so that the table adds up to the penny.
  private func worth(_ id: String, _ deflators: [Double]?, _ factors: [Double], _ caption: Text) -> Table {
    var (sum, shown): (Double, Int64) = (0, 0)
    var rows: [Table.Row] = []
    for k in years.indices {
      let real = Double(measures.value[k]) * (deflators?[k] ?? 1)
      sum += real * factors[k]
      let now = Int64(wholeNearest(sum))
      var cells: [Cell] = [.year(years[k]), .pence(Money(pence: measures.value[k]))]
      if let deflators {
        cells.append(.ratio(millionths: Int64(wholeNearest(deflators[k] * 1e6)), decimals: 6))
      }
      cells += [
        .ratio(millionths: Int64(wholeNearest(factors[k] * 1e6)), decimals: 6),
        .pence(Money(pence: now - shown)),
      ]
      rows.append(Table.Row(cells))
      shown = now
    }
    let total = Money(pence: measures.value.reduce(0, +))
    rows.append(
      Table.Row(
        [.text("All years"), .pence(total)] + (deflators == nil ? [] : [.nothing]) + [
          .nothing, .pence(Money(pence: shown)),
        ], role: .total))
    return Table(
      "why-\(id)", caption,
      columns: [.words("Year"), .figures("Cash")] + (deflators == nil ? [] : [.figures("Deflator")]) + [
        .figures("Discount factor"), .figures("Worth"),
      ], rows: rows, open: 5)
  }

  var costFigures: [FirstPageFigure] {
    var figures: [FirstPageFigure] = []
    let cost = Wording.price(Money(pence: -measures.netPresentValue.pence))
    func figure(_ id: String, _ label: String, _ each: Money, _ formula: Text, _ over: Int64)
      -> FirstPageFigure
    {
      let number = Wording.written { $0.write(trimming: over, places: 6) }
      return FirstPageFigure(
        id: id, label: label, value: Wording.money(each), formula: formula,
        numbers:
          "\(cost) / \(number) = \(Wording.price(each)); the NPV is \(link: "explained above", to: "why-npv")"
      )
    }
    if let each = measures.costPerHousehold, explainsCosts(each) {
      var made = figure(
        "why-cost-household", "NPV cost for each household rehoused", each,
        "the NPV, turned, over the households that the plan rehouses within \(span), exact",
        forecast.rehousedByPlan.reduce(0, +))
      made.lines = ["new", "relet", "chain"].map {
        FirstPageFigure.Term(path: "ta.out.settled.\($0)", run: .with, time: .years(0..<years.count))
      }
      figures.append(made)
    }
    if let each = measures.costPerHouseholdYear, explainsCosts(each) {
      var made = figure(
        "why-cost-household-year", "NPV cost for each household-year in TA avoided", each,
        "the NPV, turned, over household-nights fewer in TA within \(span), over 365",
        measures.householdYearsAvoided)
      made.lines = forecast.placeNames.map {
        FirstPageFigure.Term(
          path: "ta.type.\($0).nights", run: .difference, time: .years(0..<years.count), sign: -1)
      }
      figures.append(made)
    }
    return figures
  }
}
