import Finance
import Reports
import Testing

/// Charts drawn from any values at all: nothing traps, and the markup shows the figures.
@Suite struct ChartTests {
  private func image(_ plot: Chart.Plot) throws -> String {
    let chart = Chart("x", "measure", plot, sentences: [], table: Table("x", "x", columns: [], rows: []))
    let report = Report(
      name: "x", owner: "x", title: "x", subtitle: "x", running: .init(head: "", foot: ""),
      opening: [.chart(chart)],
      parts: [])
    return String(decoding: try #require(charts(report).first).bytes, as: UTF8.self)
  }

  private func places(_ count: Int) -> [String] { (0..<count).map { Wording.digits(2026 + $0) } }

  @Test func thePathHoldsTheFigures() throws {
    let households = try image(
      .lines(
        .init(
          places: places(3), unit: .households,
          series: [.init("With the plan", .with, [412_000_000, 435_300_000, 451_000_000])])))
    #expect(households.contains("d=\"M0 412 L1 435.3 L2 451\""))
    let money = try image(
      .balance(.init(places: places(3), values: [184_363_00, -81_960_49, -2_323_363_00])))
    #expect(money.contains("d=\"M0 184 L1 -82 L2 -2323\""))
    #expect(money.contains("<path class=\"saves\" d=\"M0 0 L0 184 L0.69 0 Z\"/>"))
    #expect(money.contains("<path class=\"costs\" d=\"M0.69 0 L1 -82 L2 -2323 L2 0 Z\"/>"))
    let rates = try image(
      .lines(.init(places: places(2), unit: .rate, series: [.init("Rate", .base, [48_500, 50_000])])))
    #expect(rates.contains("d=\"M0 4.85 L1 5\""))
  }

  /// Nine in ten futures in one band, half in another, each edge a line there and back.
  @Test func aFanIsTwoBandsAndFourLines() throws {
    func households(_ values: Int64...) -> [Int64] { values.map { $0 * 1_000_000 } }
    let fan = try image(
      .fan(
        .init(
          places: places(2), unit: .households, fifth: households(10, 8), quarter: households(10, 9),
          middle: households(10, 10), threeQuarters: households(10, 11), ninetyFifth: households(10, 13),
          base: households(10, 12))))
    #expect(fan.contains("<path class=\"gap\" d=\"M0 10 L1 13 L1 8 L0 10 Z\"/>"))
    #expect(fan.contains("<path class=\"band\" d=\"M0 10 L1 11 L1 9 L0 10 Z\"/>"))
    #expect(fan.contains("<path class=\"plan\" d=\"M0 10 L1 10\"/>"))
    #expect(fan.contains("<path class=\"base\" d=\"M0 10 L1 12\"/>"))
    for name in ["19 in 20 are below", "1 in 20 is below", "Middle", "As the model has it"] {
      #expect(fan.contains(">\(name)</text>"))
    }
    _ = try image(
      .fan(
        .init(
          places: [], unit: .money, fifth: [], quarter: [], middle: [], threeQuarters: [], ninetyFifth: [],
          base: [])))
  }

  /// Steps of 1, 2 or 5, and from four to six grid lines.
  @Test(
    arguments: [
      ([412, 719], ["800", "600", "400", "200", "0"]), ([0, 0], ["3", "2", "1", "0"]),
      ([1, 5], ["5", "4", "3", "2", "1", "0"]),
      ([6], ["6", "4", "2", "0"]), ([11, 250], ["250", "200", "150", "100", "50", "0"]),
    ] as [([Int64], [String])])
  func gridLinesAreRound(values: [Int64], labels: [String]) throws {
    let picture = try image(
      .lines(
        .init(
          places: places(values.count), unit: .households,
          series: [.init("A", .with, values.map { $0 * 1_000_000 })])))
    #expect(
      picture.matches(of: /text-anchor="end">([0-9,]+)<\/text>\n *<(line|svg)/).map { String($0.1) } == labels
    )
  }

  @Test func moneyIsLabelledInOneUnit() throws {
    let millions = try image(.balance(.init(places: places(2), values: [789_000_00, -2_323_000_00])))
    for label in [">£1m<", ">£0<", ">−£1m<", ">−£2m<", ">−£3m<"] { #expect(millions.contains(label)) }
    let small = try image(.balance(.init(places: places(2), values: [900_00, -1_400_00])))
    for label in [">£1,000<", ">£500<", ">−£500<"] { #expect(small.contains(label)) }
  }

  @Test(arguments: [0, 1, 2, 3, 12, 13, 30, 480])
  func sixNamesAtMostAlongTheBottom(count: Int) throws {
    let picture = try image(
      .columns(.init(places: places(count), parts: [.init("A", (0..<count).map { Int64($0) * 1_000_000 })])))
    let names = picture.matches(of: />(2[0-9]{3})<\/text>/).map { String($0.1) }
    #expect(names.count <= 6)
    if count > 0 {
      #expect(names.first == "2026")
      #expect(names.last == Wording.digits(2025 + count))
    }
  }

  @Test(arguments: [Chart.Unit.households, .money, .rate, .ratio])
  func nothingTrapsWhateverTheValues(unit: Chart.Unit) throws {
    let extremes: [[Int64]] = [
      [], [0], [.max], [.min], [.min, .max], [.max, .max, .max], [1, -1, 1], [.max, .min, 0, 1],
    ]
    for values in extremes {
      for count in [0, 1, 2, 4] {
        let lines = Chart.Lines(
          places: places(count), unit: unit,
          series: ["A", "B", "C", "D"].map { .init($0, .with, values) }, gap: "gap",
          limit: .init("limit", .max))
        _ = try image(.lines(lines))
        _ = try image(
          .balance(
            .init(
              places: places(count), unit: unit, values: values,
              labels: [.init(at: -1, "a"), .init(at: 0, "b"), .init(at: 9, "c")])))
        _ = try image(
          .columns(
            .init(
              places: places(count), unit: unit, parts: ["A", "B", "C", "D", "E"].map { .init($0, values) })))
      }
    }
  }

  /// Two ends either side of the plan share a line; two on one side lie under one another.
  @Test func aTornadoDrawsEachEndFromWhereThePlanStands() throws {
    func bar(_ name: String, _ low: Int64, _ high: Int64) -> Chart.Tornado.Bar {
      Chart.Tornado.Bar(name, low: .init("low", low), high: .init("high", high))
    }
    let picture = try image(
      .tornado(
        .init(
          unit: .money, base: 0,
          bars: [bar("Rents", -300_000_00, 300_000_00), bar("Cost", 150_000_00, 75_000_00)])))
    // the middle three fifths are for bars: nil stands at half, £300,000 at 80 per cent
    #expect(picture.contains("<rect class=\"part-1\" x=\"20%\" y=\"29\" width=\"30%\" height=\"16\"/>"))
    #expect(picture.contains("<rect class=\"part-2\" x=\"50%\" y=\"29\" width=\"30%\" height=\"16\"/>"))
    #expect(picture.contains("<rect class=\"part-1\" x=\"50%\" y=\"75\" width=\"15%\" height=\"8\"/>"))
    #expect(picture.contains("<rect class=\"part-2\" x=\"50%\" y=\"85\" width=\"7.5%\" height=\"8\"/>"))
    #expect(picture.contains(">As the plan is: £0<"))
    for values in [[], [(Int64.min, Int64.max)], [(0, 0), (.max, .max)]] as [[(Int64, Int64)]] {
      for base in [Int64.min, 0, .max] {
        _ = try image(
          .tornado(.init(unit: .money, base: base, bars: values.map { bar("x", $0.0, $0.1) })))
      }
    }
  }

  @Test func yearsAcrossAreSplitFiveToATable() throws {
    let years = (0..<12).map { Year(start: 2026) + $0 }
    let blocks = Table.acrossYears(
      "hra", "HRA, £", stub: "Line", years: years,
      rows: [.init("Rents", years.map { .count($0.start) }), .init("Short", [.count(1)], role: .total)])
    guard case .table(let first)? = blocks.first, case .fold(_, let rest)? = blocks.last else {
      Issue.record("wanted a table, then a fold")
      return
    }
    #expect(first.columns.count == 6)
    #expect(first.rows[1].cells == ["Short", .count(1), .nothing, .nothing, .nothing, .nothing])
    #expect(rest.count == 2)
    guard case .table(let last)? = rest.last else {
      Issue.record("wanted a table")
      return
    }
    #expect(last.id == "hra-2036-37")
    #expect(last.caption == Text("HRA, £, 2036-37 to 2037-38"))
    #expect(last.rows[0].cells == ["Rents", .count(2036), .count(2037)])
    #expect(Table.acrossYears("x", "x", stub: "x", years: [], rows: []) == [])
  }
}
