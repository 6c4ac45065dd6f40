import Analysis
import Finance
import Housing

/// How sure the figures are, by the futures of a simulation.
func simulationSection(_ run: Simulated) -> Section {
  let outline = run.outline
  var blocks: [Block] = [.paragraph(outline.introduction), .list(run.sentences)]
  for name in ["ta", "hra.balance"] {
    if let track = outline.track(name) { blocks.append(.chart(fan(run, track))) }
  }
  blocks.append(.table(totals(run)))
  blocks.append(.table(failures(run)))
  if run.tally.failures.contains(where: { $0.count > 0 }) {
    blocks.append(.fold("The year in which each first fails", [.table(firstFailures(run))]))
  }
  let others = outline.tracks.indices.filter { place in
    !["ta", "hra.balance"].contains { outline.tracks[place].name.isSame(as: $0) }
  }
  blocks.append(
    .fold(
      "Other figures by year", others.map { .table(table(run, $0, "simulated-\(outline.tracks[$0].id)")) }))
  blocks.append(.fold("What strays, and how far", [.list(outline.processes.map { Text($0) })]))
  return Section("simulation", "How sure this is", message: run.message, blocks)
}

/// What stands in its place while the futures are being worked out.
let waitingSection = Section(
  "simulation", "How sure this is", message: "The futures are being worked out",
  [.paragraph("This section is the last to be ready: the model is run through many futures.")])

extension SimulationOutline {
  fileprivate var introduction: Text {
    "The model was run through \(Wording.grouped(paths)) futures. In each, what nobody knows beforehand strays from the model’s own path from \(from.description) on and is drawn back to it; the model’s path stays the middle one. The random numbers start from seed \(Wording.grouped(seed)), so the same futures can be run again. Percentiles are within 0.1% of the exact ones, and exact below 1,024; a chance is known to within about its standard error, which is beside it."
  }

  fileprivate var headline: Int { max(0, min(years - 1, headlineYear.start - firstYear.start)) }
}

extension SimulationOutline.Track {
  var id: String { String(decoding: name.utf8.map { $0 == 46 ? 45 : $0 }, as: UTF8.self) }

  /// As a sentence has it.
  func words(_ value: Int64) -> String {
    unit == .pounds ? Wording.money(.pounds(value)) : Wording.households(value)
  }

  /// Three figures of money, for a percentile has no more.
  func short(_ value: Int64) -> String {
    unit == .pounds ? Wording.money(.pounds(value)) : Wording.grouped(value)
  }

  func cell(_ value: Int64?) -> Cell {
    guard let value else { return .nothing }
    return unit == .pounds ? .text(short(value)) : .count(value)
  }
}

/// How often something was so, of a number of futures.
struct Share {
  var count: Int64, paths: Int64

  /// In millionths.
  var rate: Rate { Rate(millionths: paths > 0 ? roundedProduct(count, 1_000_000, over: paths) : 0) }

  /// √(p (1 − p) / n), in points.
  var standardError: Rate {
    guard paths > 0 else { return .zero }
    let p = Double(count) / Double(paths)
    return Rate(millionths: Int64(wholeNearest((p * (1 - p) / Double(paths)).squareRoot() * 1e6)))
  }

  /// "71.2%", to a tenth; "none" and "all" are said so.
  var words: String {
    if count == 0 { return "none" }
    if count == paths { return "all" }
    let tenths = max(1, min(999, roundedProduct(count, 1_000, over: paths)))
    return Wording.plainRate(Rate(millionths: tenths * 1_000))
  }

  /// "in 71.2% of 10,000 futures (standard error 0.5 points)".
  var sentence: String {
    let all = "\(Wording.grouped(paths)) futures"
    guard count > 0, count < paths else { return "in \(words) of \(all)" }
    return "in \(words) of \(all) (standard error \(Wording.points(rounded)))"
  }

  /// The error to a hundredth of a point, never shown as nothing.
  private var rounded: Rate {
    Rate(millionths: max(100, roundedQuotient(standardError.millionths, 100) * 100))
  }

  var cells: [Cell] {
    [.count(count), .text(words), count == 0 || count == paths ? .nothing : .text(Wording.points(rounded))]
  }
}

extension Simulated {
  func share(_ count: Int64) -> Share { Share(count: count, paths: tally.paths) }

  /// Nine in ten futures of the households in TA at the headline year.
  var message: Text? {
    guard let ta = outline.track("ta") else { return nil }
    let year = outline.headline
    let histogram = tally.tracks[ta][year]
    guard let low = histogram.percentile(5), let high = histogram.percentile(95) else { return nil }
    let when = Wording.march(of: outline.firstYear + year)
    return low == high
      ? "In nine futures of ten, \(Wording.households(low)) are in TA in \(when)"
      : "In nine futures of ten, from \(Wording.grouped(low)) to \(Wording.households(high)) are in TA in \(when)"
  }

  /// What was asked, then whether everything holds, then what fails most.
  var sentences: [Text] {
    var all: [Text] = outline.conditions.indices.map { place in
      Text("\(outline.conditions[place].signed): \(share(tally.met[place]).sentence).")
    }
    if outline.conditions.count > 1 {
      all.append(Text("All of these at once: \(share(tally.metAll).sentence)."))
    }
    all.append(
      Text(
        "Every test passed, no HRA deficit, every home paid for: \(share(tally.passes).sentence).".withoutHRA(
          outline)))
    let failing = tally.failures.indices.filter { tally.failures[$0].count > 0 }
    if let worst = failing.max(by: { tally.failures[$0].count < tally.failures[$1].count }) {
      let first = tally.failures[worst].first
      let year = first.indices.max { first[$0] < first[$1] } ?? 0
      all.append(
        Text(
          "What fails most: \(outline.tests[worst].lowered), \(share(tally.failures[worst].count).sentence), most often first in \((outline.firstYear + year).description)."
        ))
    }
    return all
  }
}

extension String {
  fileprivate func withoutHRA(_ outline: SimulationOutline) -> String {
    outline.track("hra.balance") == nil ? replaced("no HRA deficit, ", by: "") : self
  }

  private func replaced(_ part: String, by other: String) -> String {
    let (bytes, part) = (Array(utf8), Array(part.utf8))
    guard let at = bytes.indices.first(where: { bytes[$0...].starts(with: part) }) else { return self }
    return String(decoding: bytes[..<at] + Array(other.utf8) + bytes[(at + part.count)...], as: UTF8.self)
  }

  /// With ≥ and ≤, as print has them.
  fileprivate var signed: String { replaced(">=", by: "≥").replaced("<=", by: "≤") }
}

private let percents: [Int64] = [5, 25, 50, 75, 95]

private func fan(_ run: Simulated, _ place: Int) -> Chart {
  let outline = run.outline
  let track = outline.tracks[place]
  let scale: Int64 = track.unit == .pounds ? 100 : 1_000_000
  func percentile(_ percent: Int64) -> [Int64] {
    run.tally.tracks[place].map { ($0.percentile(percent) ?? 0) * scale }
  }
  let year = outline.headline
  let histogram = run.tally.tracks[place][year]
  let when = Wording.march(of: outline.firstYear + year)
  let values = percents.map { track.words(histogram.percentile($0) ?? 0) }
  let short = percents.map { track.short(histogram.percentile($0) ?? 0) }
  return Chart(
    "simulated-\(track.id)",
    Text(
      "\(track.label) at 31 March, \(Wording.digits(outline.firstYear.start + 1)) to \(Wording.digits(outline.lastYear.start + 1)): the middle of \(Wording.grouped(run.tally.paths)) futures, half of them in the dark band and nine in ten in the light one"
    ),
    .fan(
      Chart.Fan(
        places: (0..<outline.years).map { Wording.digits(outline.firstYear.start + $0 + 1) },
        unit: track.unit == .pounds ? .money : .households, fifth: percentile(5), quarter: percentile(25),
        middle: percentile(50), threeQuarters: percentile(75), ninetyFifth: percentile(95),
        base: track.base.map { $0 * scale })),
    sentences: [
      Text(
        "In \(when) the middle of all futures is \(values[2]), half of them lie from \(short[1]) to \(values[3]), and nine in ten from \(short[0]) to \(values[4])."
      )
    ], table: table(run, place, "simulated-\(track.id)"))
}

private let percentileColumns: [Table.Column] = [
  .figures("5%"), .figures("25%"), .figures("50%"), .figures("75%"), .figures("95%"), .figures("Mean"),
]

private func percentiles(_ track: SimulationOutline.Track, _ histogram: Histogram) -> [Cell] {
  percents.map { track.cell(histogram.percentile($0)) } + [track.cell(histogram.mean)]
}

private func table(_ run: Simulated, _ place: Int, _ id: String) -> Table {
  let outline = run.outline
  let track = outline.tracks[place]
  let rows = (0..<outline.years).map { year in
    Table.Row(
      [.text(Wording.digits(outline.firstYear.start + year + 1)), track.cell(track.base[year])]
        + percentiles(track, run.tally.tracks[place][year]))
  }
  return Table(
    id,
    Text(
      "\(track.label) at 31 March: as the model has it, and below which so many per cent of futures are"
    ),
    columns: [.figures("31 March"), .figures("Model")] + percentileColumns,
    rows: rows, open: outline.headline + 1 < outline.years ? outline.headline + 1 : nil)
}

private func totals(_ run: Simulated) -> Table {
  let outline = run.outline
  let headline = Wording.march(of: outline.firstYear + outline.headline)
  return Table(
    "simulated-totals",
    Text(
      "Over all years, households to \(headline): as the model has it, and below which so many per cent of futures are"
    ),
    columns: [.words("Measure"), .figures("Model")] + percentileColumns,
    rows: outline.totals.indices.map { place in
      let total = outline.totals[place]
      return Table.Row(
        [.text(total.label), total.cell(total.base[0])] + percentiles(total, run.tally.totals[place]))
    })
}

private func failures(_ run: Simulated) -> Table {
  Table(
    "simulated-failures", Text("What fails, in how many of \(Wording.grouped(run.tally.paths)) futures"),
    columns: [.words("What fails"), .figures("Futures"), .figures("Share"), .figures("Standard error")],
    rows: run.outline.tests.indices.map { test in
      Table.Row([.text(run.outline.tests[test])] + run.share(run.tally.failures[test].count).cells)
    })
}

private func firstFailures(_ run: Simulated) -> Table {
  let outline = run.outline
  let failing = run.tally.failures.indices.filter { run.tally.failures[$0].count > 0 }
  let years = (0..<outline.years).filter { year in failing.contains { run.tally.failures[$0].first[year] > 0 }
  }
  return Table(
    "simulated-first-failures", "In how many futures each first fails in the year",
    columns: [.words("Year")] + failing.map { .figures(Text(outline.tests[$0])) },
    rows: years.map { year in
      Table.Row(
        [.year(outline.firstYear + year)] + failing.map { .count(run.tally.failures[$0].first[year]) })
    })
}
