import Finance
import Reports

/// An invented report with one of everything, small enough to read.
let sample = Report(
  name: "eastmere", owner: "Eastmere District Council", title: "Buying 40 homes and leasing 25",
  subtitle:
    "What it would do for households in temporary accommodation (TA) and the council’s money, 2026-27 to 2037-38",
  notices: ["Illustrative figures"],
  running: Report.Running(
    head: "Eastmere: buying 40 homes and leasing 25, 2026-27 to 2037-38", foot: "Homeward, model 71ac 09d4"),
  opening: [
    .answer(
      "Borrowing \(strong: "£7.10m") to buy 40 homes would let \(strong: "61 households") leave temporary accommodation by March 2038 and save the council \(strong: "£1.30m") over 12 years. It fails \(strong: "one of the council’s four tests"): interest cover, in 2027-28."
    ),
    .paragraph(
      "The plan would pass every test if it borrowed at 4.60% or less; it assumes 5.10%. All ten \(link: "checks on the arithmetic", to: "method") hold. Read \(link: "the guidance", address: "https://www.gov.uk/example?a=1&b=2") first."
    ),
    .keyFigures([
      KeyFigure("Rehoused from TA", "61", "households by March 2038"),
      KeyFigure("Fewer in TA", "38", "households in March 2038: 171 with the plan, 209 without"),
      KeyFigure("Borrowed", "£7.10m", "of £9.90m spent; grant pays the rest"),
      KeyFigure("Net benefit over 12 years", "£1.30m", "cash, General Fund and HRA together"),
      KeyFigure("Paid back", "2032-33", "the first year from which it has cost nothing overall"),
      KeyFigure("Tests passed", "3 of 4", "highest rate it can bear 4.60%; it assumes 5.10%"),
    ]),
  ],
  parts: [
    Report.Part("First page", [households, money, leaving, tests]),
    Report.Part("Behind the figures", [register, account, method, limits]),
  ])

private let years = (0..<12).map { Year(start: 2026) + $0 }
private let without: [Int64] = [148, 155, 162, 168, 174, 180, 185, 190, 195, 200, 205, 209]
private let with: [Int64] = [148, 147, 141, 138, 137, 141, 146, 151, 156, 161, 166, 171]
private let toDate: [Int64] = [
  -112_400, -276_310, -389_775, -341_002, -236_914, -98_760, 61_205, 243_981, 452_117, 690_842, 964_530,
  1_301_118,
]

private let households = Section(
  "households", "Households in temporary accommodation",
  message: "By March 2038 TA would hold 38 fewer households than without the plan",
  [
    .chart(
      Chart(
        "households", "Households in TA at 31 March, 2027 to 2038",
        .lines(
          Chart.Lines(
            places: years.map { Wording.digits($0.start + 1) }, unit: .households,
            series: [
              Chart.Line("Without the plan", .without, without.map { $0 * 1_000_000 }),
              Chart.Line("With the plan", .with, with.map { $0 * 1_000_000 }),
            ], gap: "39 fewer")),
        sentences: [
          "Numbers rise either way: from 148 to 171 with the plan, and to 209 without it.",
          "The gap is widest in March 2036, at 39.",
        ],
        table: Table(
          "households", "Households in TA at 31 March",
          columns: ["31 March", "Without the plan", "With the plan", "Change"].map { Table.Column(Text($0)) },
          rows: years.indices.map { place in
            Table.Row([
              .text("\(digits: years[place].start + 1)"), .count(without[place]), .count(with[place]),
              .change(.count(with[place] - without[place])),
            ])
          })))
  ])

private let money = Section(
  "money", "What it costs and saves",
  message: "The plan costs money for three years, then saves, and has paid for itself by 2032-33",
  [
    .chart(
      Chart(
        "cost",
        "Net saving to the council to date, General Fund and HRA together, cash, at 31 March. Above the line is a saving, below it a cost",
        .balance(
          Chart.Balance(
            places: years.map { $0.description }, values: toDate.map { $0 * 100 },
            labels: [
              Chart.Label(at: 2, "£390,000 behind", more: ", 2028-29"),
              Chart.Label(at: 6, "Paid back", more: ", 2032-33"), Chart.Label(at: 11, "£1.30m ahead"),
            ])),
        sentences: ["Over 12 years the council as a whole saves £1.30m."],
        table: Table(
          "cost", "Net saving to the council to date, £, cash. A minus is a cost.",
          columns: [.words("Year"), .figures("In the year"), .figures("To date")],
          rows: years.indices.map { place in
            Table.Row([
              .year(years[place]), .pounds(.pounds(toDate[place] - (place > 0 ? toDate[place - 1] : 0))),
              .pounds(.pounds(toDate[place])),
            ])
          } + [
            Table.Row(["12 years", .pounds(.pounds(1_301_118)), .pounds(.pounds(1_301_118))], role: .total)
          ],
          open: 5)))
  ])

private let routes: [(name: String, values: [Int64])] = [
  (name: "The plan’s homes", values: [4, 12, 14, 9, 6, 3, 2, 2, 2, 2, 2, 3]),
  (name: "Homes it freed", values: [0, 2, 3, 3, 2, 1, 1, 1, 1, 0, 1, 1]),
  (name: "Other social lettings", values: [22, 21, 22, 21, 20, 21, 20, 20, 19, 19, 19, 18]),
  (name: "Private rent or family", values: [17, 17, 16, 17, 17, 16, 16, 16, 16, 16, 15, 15]),
]

private let leaving = Section(
  "leaving", "Who leaves, and how",
  message: "The plan’s homes take one household in four of those who leave in 2028-29",
  [
    .chart(
      Chart(
        "routes", "Households leaving TA in the year, with the plan, 2026-27 to 2037-38",
        .columns(
          Chart.Columns(
            places: years.map { $0.description },
            parts: routes.map { Chart.Part($0.name, $0.values.map { $0 * 1_000_000 }) })),
        sentences: ["Most still leave by another social letting."],
        table: Table(
          "routes", "Households leaving TA in the year, with the plan",
          columns: [.words("Year")] + routes.map { .figures(Text($0.name)) } + [.figures("All")],
          rows: years.indices.map { place in
            Table.Row(
              [.year(years[place])] + routes.map { .households(millionths: $0.values[place] * 1_000_000) }
                + [.count(routes.reduce(0) { $0 + $1.values[place] })])
          })))
  ])

private let tests = Section(
  "tests", "The council’s tests", message: "The plan passes three of the council’s four tests",
  [
    .table(
      Table(
        "tests", "The council’s tests, 2026-27 to 2037-38",
        columns: [.words("Test"), .words("Result"), .figures("Worst figure"), .figures("In")],
        rows: [
          Table.Row([
            "HRA balance is at least £1,000,000", "Pass", .price(.pounds(1_204_331)), .year(years[1]),
          ]),
          Table.Row([
            "HRA interest cover is at least 1.25", .bad("Fail"),
            .fails(.ratio(millionths: 1_217_400, decimals: 2)),
            .year(years[1]),
          ]),
          Table.Row(["HRA debt is at most £48,000,000", "Pass", .price(.pounds(46_780_120)), .year(years[3])]
          ),
          Table.Row(["Paid back within 12 years", "Pass", .year(years[6]), .never]),
        ])),
    .section(
      Section(
        "cover", "Interest cover",
        [
          .chart(
            Chart(
              "cover", "HRA interest cover, times, 2026-27 to 2037-38",
              .lines(
                Chart.Lines(
                  places: years.map { $0.description }, unit: .ratio,
                  series: [
                    Chart.Line("Without the plan", .without, (0..<12).map { 1_390_000 + $0 * 11_000 }),
                    Chart.Line(
                      "With the plan", .with,
                      [1.31, 1.2174, 1.26, 1.29, 1.31, 1.33, 1.35, 1.38, 1.4, 1.43, 1.46, 1.48].map {
                        Int64($0 * 1_000_000)
                      }),
                    Chart.Line(
                      "Base", .base,
                      [1.33, 1.28, 1.31, 1.34, 1.36, 1.385, 1.4, 1.425, 1.45, 1.48, 1.5, 1.53].map {
                        Int64($0 * 1_000_000)
                      }),
                  ], limit: Chart.Limit("The council’s floor, 1.25", 1_250_000))),
              sentences: ["Cover falls below the floor in 2027-28 and then rises."],
              table: Table(
                "cover", "HRA interest cover, times", columns: [.words("Year"), .figures("With the plan")],
                rows: [Table.Row([.year(years[1]), .fails(.ratio(millionths: 1_217_400, decimals: 2))])])))
        ])),
  ])

private let register = Section(
  "assumptions", "Assumptions and sources", message: "One of four assumptions has no source",
  [
    .note(
      .init(
        .warning, "One of four assumptions has no source", id: "unsourced",
        [.list(["TA price growth a year, 2.5% (eastmere.toml, line 61)"])])),
    .table(
      Table(
        "register", "Assumptions, with their sources and the line of the file",
        columns: [.words("Assumption"), .figures("Value"), .words("Source"), .words("Line")],
        rows: [
          Table.Row(["Money"], role: .heading),
          Table.Row(
            [
              .code("loan.pwlb.rate"), .plainRate(Rate(millionths: 51_000)), "Treasury quote, 1 October 2026",
              "41",
            ],
            role: .changed, id: "loan.pwlb.rate"),
          Table.Row([.code("programme.buy.price"), .price(.pounds(247_500)), "Valuer, June 2026", "52"]),
          Table.Row(["Temporary accommodation"], role: .heading),
          Table.Row([
            .code("ta.nightly.rate"), .price(Money(pence: 52_40)), "Contract register, 2 September 2026",
            "58",
          ]),
          Table.Row([.code("ta.nightly.growth"), .plainRate(Rate(millionths: 25_000)), .noSource, "61"]),
        ])),
  ])

private let account = Section(
  "hra", "Housing Revenue Account",
  Table.acrossYears(
    "hra", "Housing Revenue Account, £, cash. Income is plus, spending minus", stub: "Line", years: years,
    rows: [
      Table.YearRow("Rents due", years.indices.map { .pounds(.pounds(5_204_113 + 131_007 * Int64($0))) }),
      Table.YearRow("Running costs", years.indices.map { .pounds(.pounds(-3_411_008 - 86_411 * Int64($0))) }),
      Table.YearRow(
        "Net before interest", years.indices.map { .pounds(.pounds(1_793_105 + 44_596 * Int64($0))) },
        role: .subtotal),
      Table.YearRow(
        "Interest on loans", years.indices.map { .pounds(.pounds(-1_402_550 - 9_000 * Int64($0))) }),
      Table.YearRow(
        "Surplus for the year", years.indices.map { .pounds(.pounds(390_555 + 35_596 * Int64($0))) },
        role: .total),
    ]))

private let method = Section(
  "method", "Method", message: "How each line is worked out",
  [
    .definitions([
      Definition(
        "hra.interest-cover", "HRA interest cover",
        meaning: "How many times over the HRA’s income, after running costs, would pay its interest.",
        facts: [
          Fact("Formula", "(rents due − running costs) ÷ \(link: "interest on loans", to: "hra.interest")"),
          Fact("Source", "Eastmere treasury strategy 2026-27, paragraph 6.3"),
        ]),
      Definition(
        "hra.interest", "Interest on loans",
        facts: [Fact("Formula", "each half-year: balance × rate ÷ 2"), Fact("Source", "")]),
    ]),
    .fold(
      "What a committee need not read", [.paragraph("Rates are nominal and paid \(emphasis: "half-yearly").")]
    ),
  ])

private let limits = Section(
  "limits", "What this must not be used for", message: "It weighs a plan; it does not decide one",
  [
    .list([
      "It does not say which household will be rehoused, or when.", "It does not set a rent.",
      "It is not a treasury decision.",
    ]),
    .note(.init(.label, "Eastmere is an invented council", [.paragraph("No figure here is anybody’s.")])),
    .signOff([
      Fact("Prepared by", "Housing Strategy"), Fact("Checked by", "Corporate Finance"),
      Fact("Approved by", ""),
      Fact("Model", "\(code: "models/eastmere.toml"), fingerprint 71ac 09d4"),
    ]),
  ])
