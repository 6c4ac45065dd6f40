import CashFlow
import Finance
import Housing
import ModelFile

/// Explains the figures of one model's forecast.
///
/// A class, since it holds whole models and forecasts and is handed about.
public final class Explainer {
  let loaded: LoadedModel
  let forecast: Forecast
  let names: ExplanationNames
  let rules: [Rule]
  /// Where each assumption stands, as it is shown.
  private let shownPlaces: [String?]

  public init(_ loaded: LoadedModel, _ forecast: Forecast) {
    (self.loaded, self.forecast) = (loaded, forecast)
    shownPlaces = loaded.sources.places(of: loaded.assumptions)
    names = ExplanationNames(loaded, forecast.plan.lines)
    rules = loaded.model.rules
  }

  var lines: Lines { forecast.plan.lines }
  public var firstYear: Year { loaded.model.firstYear }

  /// Where a line's figure comes from.
  /// - Parameter depth: how many levels of the lines that it names are explained too.
  public func explain(
    _ line: Line, _ run: Forecast.Run = .with, _ time: Explanation.Time, depth: Int
  ) -> Explanation {
    explain(line, run, time, Depth(left: depth, showsEnds: depth > 0))
  }

  /// How much further down to go.
  struct Depth {
    var left: Int
    /// Whether a line below the last level that is no sum is explained all the same, since it ends at the model file.
    var showsEnds: Bool

    var next: Depth { Depth(left: left - 1, showsEnds: showsEnds && left > 0) }
  }

  private func explain(
    _ line: Line, _ run: Forecast.Run, _ time: Explanation.Time, _ depth: Depth
  ) -> Explanation {
    let meaning = lines.meaning(of: line)
    var made = Explanation(
      name: meaning.path, label: meaning.label, run: run, time: time, period: meaning.period,
      amount: amount(line, run, time), formula: formula(of: meaning), parts: [], inputs: [], workings: [],
      assumptions: [], absent: [], rules: loaded.model.rules(of: meaning, among: rules), draws: [], months: []
    )
    made.draws = draws(of: made, meaning)
    if meaning.period == .flow, case .year = time {
      made.months = time.months.map { amount(line, run, .month($0)) }
    }
    if let sum = lines.sum(of: line) {
      addParts(of: line, sum, depth, &made)
      made.numbers = numbers(adding: made)
    } else if run == .difference {
      addRuns(of: line, depth, &made)
    } else {
      addInputs(of: line, meaning, depth, &made)
    }
    assert(made.isSettled, "the parts of \(made.name) do not add up to it")
    return made
  }

  func amount(_ line: Line, _ run: Forecast.Run, _ time: Explanation.Time) -> Explanation.Amount {
    let value =
      switch time {
      case .year(let year): forecast.figure(line, run, year: year)
      case .month(let month): forecast.figure(line, run, month: month)
      case .years(let years):
        lines.meaning(of: line).period == .stock
          ? forecast.figure(line, run, year: years.upperBound - 1)
          : years.reduce(0) { $0 + forecast.figure(line, run, year: $1) }
      }
    return Explanation.Amount(value: value, quantity: lines.meaning(of: line).quantity)
  }

  // MARK: Sums

  private func addParts(of line: Line, _ sum: LineSum, _ depth: Depth, _ made: inout Explanation) {
    if sum.isCarried { made.parts.append(opening(of: line, made.run, made.time)) }
    for term in sum.terms {
      made.parts.append(part(term.line, sign: term.sign, made.run, made.time, depth))
    }
    if made.amount.quantity == .households { settleMillionths(&made) }
  }

  /// Each flow of households is rounded to the millionth by itself: what that leaves between them and what they move is a part too.
  private func settleMillionths(_ made: inout Explanation) {
    let rest = made.amount.value - made.sumOfParts
    let most = Int64(made.time.months.count * (made.parts.count + 1))
    guard rest != 0, rest.magnitude <= most.magnitude else { return }
    made.parts.append(
      Explanation.Part(
        sign: 1, name: "rounding", label: "each flow is rounded to the millionth by itself", time: made.time,
        run: made.run, isOpening: false,
        amount: Explanation.Amount(value: rest, quantity: made.amount.quantity), assumptions: [], below: []))
  }

  func part(
    _ line: Line, sign: Int64 = 1, _ run: Forecast.Run, _ time: Explanation.Time, _ depth: Depth
  ) -> Explanation.Part {
    let meaning = lines.meaning(of: line)
    let amount = amount(line, run, time)
    // what is nil needs no more words
    let isEnd = depth.showsEnds && run != .difference && lines.sum(of: line) == nil
    let below =
      amount.value != 0 && (depth.left > 0 || depth.left == 0 && isEnd)
      ? [explain(line, run, time, depth.next)] : []
    return Explanation.Part(
      sign: sign, name: meaning.path, label: meaning.label, time: time, run: run, isOpening: false,
      amount: amount, assumptions: [], below: below)
  }

  /// What a stock stood at as a time opens: the figure of the time before, or what the model gives.
  func opening(of line: Line, _ run: Forecast.Run, _ time: Explanation.Time) -> Explanation.Part {
    let meaning = lines.meaning(of: line)
    let first = time.months.lowerBound
    let before: Explanation.Time =
      switch time {
      case .year(let year): .year(year - 1)
      case .month(let month): .month(month - 1)
      case .years(let years): .year(years.lowerBound - 1)
      }
    let rows =
      first > 0 ? [] : openingAssumptions(of: meaning).flatMap { names.assumptions(like: $0, in: meaning) }
    return Explanation.Part(
      sign: 1, name: meaning.path, label: meaning.label, time: before, run: run, isOpening: true,
      amount: Explanation.Amount(
        value: forecast.opening(line, run, month: first), quantity: meaning.quantity),
      assumptions: rows.map { given($0, 0) }, below: [])
  }

  /// A difference that is no sum of differences: the one run and the other.
  private func addRuns(of line: Line, _ depth: Depth, _ made: inout Explanation) {
    made.parts = [
      part(line, .with, made.time, depth), part(line, sign: -1, .without, made.time, depth),
    ]
  }

  // MARK: Formulas

  private func addInputs(of line: Line, _ meaning: Meaning, _ depth: Depth, _ made: inout Explanation) {
    let month = workedMonth(of: line, made)
    let year = made.time.months.lowerBound / 12
    for working in forecast.workings(of: line, made.run, month: month ?? made.time.months.lowerBound) {
      let rows = working.from.compactMap { names.place(of: $0) }.map { given($0, year) }
      made.workings.append(
        WorkedNumber(working: working, assumptions: rows.filter { $0.standing != .notGiven }))
    }
    var isOpening = false
    for piece in meaning.pieces {
      guard case .name(let name) = piece else {
        if case .words(let words) = piece { isOpening = words.endsWith("opening ") }
        continue
      }
      add(name, isOpening, meaning, month, depth, &made)
    }
    if let month {
      made.numbers = Explanation.Numbers(
        words: numbers(of: line, meaning, month, made.run), time: .month(month),
        amount: Explanation.Amount(
          value: forecast.figure(line, made.run, month: month), quantity: meaning.quantity), run: made.run)
    }
  }

  private func add(
    _ name: String, _ isOpening: Bool, _ meaning: Meaning, _ month: Int?, _ depth: Depth,
    _ made: inout Explanation
  ) {
    let year = made.time.months.lowerBound / 12
    switch names.find(name, in: meaning) {
    case .lines(let found):
      for line in found {
        // a level counts as in the month whose numbers are shown
        let isLevel = lines.meaning(of: line).period == .stock
        let time = isLevel ? month.map { .month($0) } ?? made.time : made.time
        let part = isOpening ? opening(of: line, made.run, time) : part(line, made.run, time, depth)
        let isKnown = made.inputs.contains {
          $0.isOpening == part.isOpening && $0.name.isSame(as: part.name)
        }
        if !isKnown { made.inputs.append(part) }
      }
    case .assumptions(let found):
      for place in found {
        let path = names.assumptions[place].path
        if !made.assumptions.contains(where: { $0.path.isSame(as: path) }) {
          made.assumptions.append(given(place, year))
        }
      }
    case .absent:
      if !made.absent.contains(where: { $0.isSame(as: name) }) { made.absent.append(name) }
    }
  }

  /// The month whose numbers are put into a formula: of a year, the first in which it comes to anything, or its March for a stock.
  private func workedMonth(of line: Line, _ made: Explanation) -> Int? {
    if case .month(let month) = made.time { return month }
    if made.period == .stock { return made.time.months.upperBound - 1 }
    return made.time.months.first { forecast.figure(line, made.run, month: $0) != 0 }
  }

  // MARK: Assumptions

  /// An assumption with its place, as it counts in a year of the projection.
  func given(_ place: Int, _ year: Int) -> GivenAssumption {
    let row = names.assumptions[place]
    let value = row.valueText(in: firstYear + year)
    let all = row.valueText
    let standing: GivenAssumption.Standing =
      if row.place == nil {
        row.assumed == nil && row.assumedText == nil ? .notGiven : .byDefault
      } else if row.isUnsourced {
        row.kind == .text ? .sourced : .unsourced
      } else {
        row.isAssumption ? .judged : .sourced
      }
    let source = row.assumedText?.source ?? row.assumed?.source ?? ""
    return GivenAssumption(
      path: row.path, meaning: row.meaning, value: value,
      allYears: value.isSame(as: all) ? nil : all, standing: standing,
      place: shownPlaces[place], written: onOneLine(row.written),
      citation: row.place == nil ? source : String(decoding: row.citation.drop { $0 == 32 }, as: UTF8.self))
  }

  /// What a model gives a stock as at the start.
  private func openingAssumptions(of meaning: Meaning) -> [String] {
    let places = ["under_6_months", "from_6_months", "from_1_year", "from_2_years", "from_5_years"]
    let needs = ["one_bedroom", "two_bedrooms", "three_bedrooms", "four_bedrooms"]
    let openings: [(line: String, assumptions: [String])] = [
      (line: "hra.balance", assumptions: ["hra.balance"]),
      (line: "mrr.balance", assumptions: ["hra.major_repairs_reserve"]),
      (line: "receipts.rtb.balance", assumptions: ["hra.right_to_buy_receipts"]),
      (line: "receipts.other.hra.balance", assumptions: ["hra.receipts"]),
      (line: "receipts.other.gf.balance", assumptions: ["general_fund.receipts"]),
      (line: "cfr.hra", assumptions: ["hra.capital_financing_requirement"]),
      (line: "cfr.gf", assumptions: ["general_fund.capital_financing_requirement"]),
      (line: "stock.*.homes", assumptions: ["stock.*.homes"]),
      (line: "debt.*.balance", assumptions: ["debt.*.balance"]),
      (line: "debt.*.accrued", assumptions: ["debt.*.rate", "debt.*.next_payment"]),
      (line: "ta.type.*.households", assumptions: places.map { "ta.type.*.\($0)" }),
      (
        line: "ta.need.*.households",
        assumptions: needs.map { "ta.need.\($0)" } + places.map { "ta.type.*.\($0)" }
      ),
    ]
    return openings.first { $0.line.isSame(as: meaning.id) }?.assumptions ?? []
  }
}

/// Bytes of a file as they may stand in a line, cut where they are long.
private func onOneLine(_ bytes: [UInt8]) -> String {
  var line: [UInt8] = []
  for byte in bytes {
    let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    if !isSpace {
      line.append(byte)
    } else if line.last != 0x20 {
      line.append(0x20)
    }
  }
  guard line.count > 160 else { return String(decoding: line, as: UTF8.self) }
  var end = 160
  while end > 0, line[end] & 0xC0 == 0x80 { end -= 1 }
  return String(decoding: line[..<end], as: UTF8.self) + "…"
}

extension String {
  func endsWith(_ words: String) -> Bool {
    utf8.count >= words.utf8.count && utf8.suffix(words.utf8.count).elementsEqual(words.utf8)
  }
}
