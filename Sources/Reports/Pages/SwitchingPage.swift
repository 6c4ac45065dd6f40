import Analysis
import CashFlow
import Finance
import Housing

/// What would have to change, one thing at a time, for the plan to stop to pass, or to begin; and the homes that would halve TA.
func switchingPage(_ findings: Findings) -> Section? {
  guard findings.hasPlan, !findings.tests.isEmpty || findings.hasHRA, !findings.withholds else { return nil }
  let base = findings.forecast
  let values = SwitchingValue.Change.allCases.map { SwitchingValue.of($0, base) }
  let passes = base.passes
  var blocks: [Block] = [
    .paragraph(
      "One thing is changed at a time, by the same means as in a stress, and the plan is run again. To pass is to pass every test, with the HRA never in deficit and all paid for. Two things that change together can stop it sooner."
    ),
    .table(table(values, findings)),
  ]
  if let halving = HalvingHomes.of(base) { blocks.append(.paragraph(sentence(halving, findings))) }
  return Section(
    "switching", "What would have to change", message: message(values, passes: passes, findings), blocks)
}

/// What stops a plan that passes, or mends one that fails, by itself.
private func message(_ values: [SwitchingValue], passes: Bool, _ findings: Findings) -> Text {
  guard passes else {
    let mending = values.filter { !$0.stretches.isEmpty }
    let rate = rateMends(findings) ? ["borrowing at no more than \(findings.rates.every.words)"] : []
    let ways = rate + mending.compactMap { value in nearest(value).map { value.change.words($0) } }
    return ways.isEmpty
      ? "The plan fails as it is, and no one thing looked at would mend it"
      : Text(
        "The plan fails as it is; it would pass with \(ways.count == 1 ? "" : "any one of these: ")\(Wording.list(ways))"
      )
  }
  let stopping = values.filter { !$0.failing.isEmpty }
  guard !stopping.isEmpty else {
    return "The plan passes, and no change looked at but of its rate would stop it"
  }
  let ways = stopping.compactMap { value in stop(value).map { value.change.words($0.value) } }
  return Text("The plan passes; any one of these would stop it: \(Wording.list(ways))")
}

private func rateMends(_ findings: Findings) -> Bool {
  if case .passesUpTo = findings.rates.every { return true }
  return false
}

/// The passing value that is nearest to what the model has.
private func nearest(_ value: SwitchingValue) -> Int64? {
  value.stretches.map { stretch in max(stretch.lowerBound, min(stretch.upperBound, value.change.present)) }
    .min { distance($0, value) < distance($1, value) }
}

/// The failing value that is nearest to what the model has, with what fails there.
private func stop(_ value: SwitchingValue) -> SwitchingValue.Beyond? {
  value.failing.min { distance($0.value, value) < distance($1.value, value) }
}

private func distance(_ place: Int64, _ value: SwitchingValue) -> UInt64 {
  (place - value.change.present).magnitude
}

private func table(_ values: [SwitchingValue], _ findings: Findings) -> Table {
  var rows = [
    Table.Row([
      "Rate of every new loan", .text(findings.assumedRate.map { Wording.rate($0) } ?? findings.assumedRates),
      .text(rateWords(findings.rates.every)), "a rate one hundredth of a point higher fails",
    ])
  ]
  if case .passesUpTo = findings.rates.every {} else { rows[0].cells[3] = "no boundary" }
  for value in values {
    let change = value.change
    let stretches = value.stretches.map { change.words($0) }
    let beyond = value.failing.map { "\(change.figure($0.value)): \($0.words.joined(separator: "; "))" }
    rows.append(
      Table.Row([
        .text(change.title), .text(change.presentWords),
        .text(
          stretches.isEmpty
            ? "at no value looked at, \(change.rangeWords)"
            : stretches.joined(separator: ", and again ")),
        .text(beyond.isEmpty ? "no boundary" : beyond.joined(separator: ". ")),
      ]))
  }
  return Table(
    "switching", "Where the plan passes, with one thing changed, and what fails one step beyond",
    columns: [
      .words("What is changed"), .words("As the model is"), .words("It passes"), .words("One step beyond"),
    ],
    rows: rows)
}

private func rateWords(_ rate: SustainableRate) -> String {
  switch rate {
  case .passesUpTo(let rate): "up to \(Wording.rate(rate))"
  case .passesAtAll: "at every rate to \(Wording.rate(SustainableRate.highest))"
  case .failsAtNil: "at no rate, not even 0%"
  case .notTested: "not tested"
  }
}

private func sentence(_ halving: HalvingHomes, _ findings: Findings) -> Text {
  let half: Text =
    "half of the \(count: halving.opening) households in TA at the start by \(findings.headlineMonth)"
  let planned = Wording.written {
    $0.write(Int64(wholeNearest(halving.planned * 10)), places: 1, decimals: 1)
  }
  let has = Text(" The plan starts \(planned) settled homes a year on average to then.")
  guard let homes = halving.homes else {
    return
      "No number of settled homes looked at, up to \(count: halving.mostTried) a year, would leave no more than "
      + half + "." + has
  }
  if homes == 0 { return "No more than " + half + " would be left without a home of the plan." }
  return "To leave no more than " + half
    + ", \(strong: Wording.grouped(homes)) settled homes would have to start each year, in the plan’s own mix and whatever they cost: \(count: halving.households ?? 0) households would be left, and \(count: halving.householdsWithOneFewer ?? 0) with one home a year fewer."
    + has
}

extension SwitchingValue.Change {
  var title: String {
    switch self {
    case .rent: "Rents of the plan’s homes"
    case .cost: "Cost of getting a home"
    case .accommodation: "Cost of a night in TA"
    case .delay: "Start of every home"
    }
  }

  fileprivate var rangeWords: String {
    switch self {
    case .rent, .cost, .accommodation: "from \(figure(range.lowerBound)) to \(figure(range.upperBound))"
    case .delay: "up to \(range.upperBound.months) later"
    }
  }

  var presentWords: String {
    switch self {
    case .rent: "100%"
    case .cost, .accommodation: "as it is"
    case .delay: "as planned"
    }
  }

  /// "94%", "+14%", "7 months later".
  func figure(_ value: Int64) -> String {
    switch self {
    case .rent: "\(value)%"
    case .cost, .accommodation:
      value == 0 ? "as it is" : value > 0 ? "+\(value)%" : "\u{2212}\(value.magnitude)%"
    case .delay: value == 0 ? "as planned" : "\(value.months) later"
    }
  }

  func words(_ stretch: ClosedRange<Int64>) -> String {
    stretch.lowerBound == stretch.upperBound
      ? "at \(figure(stretch.lowerBound))"
      : "from \(figure(stretch.lowerBound)) to \(figure(stretch.upperBound))"
  }

  /// In a sentence: "rents at 94% of what they are".
  func words(_ value: Int64) -> String {
    let size = value.magnitude
    let more = value > 0 ? "more" : "less"
    return switch self {
    case .rent: "rents at \(value)% of what they are"
    case .cost: "homes that cost \(size)% \(more)"
    case .accommodation: "nights in TA that cost \(size)% \(more)"
    case .delay: "starts \(value.months) later"
    }
  }
}
