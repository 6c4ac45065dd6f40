import CashFlow
import Finance
import Housing

func methodPage(_ findings: Findings) -> Section {
  Section(
    "method", "Method", message: "How every line is worked out",
    [
      .paragraph(
        "The model runs month by month twice: with the plan, and without its programmes, with nothing else changed. The plan’s effect is the difference."
      ),
      .section(Section("month", "The order of a month", [.list(orderOfMonth)])),
      .section(Section("rounding", "Rounding", [.list(rounding)])),
      .section(Section("rules", "Rules and where they stand", [.facts(rules(findings))])),
      .section(Section("lines", "Lines", [.fold("Every line and its formula", [.table(lines(findings))])])),
    ])
}

private let orderOfMonth: [Text] = [
  "In April prices, rents and rates step to the new year.",
  "Homes fall empty and are let; a share of lettings goes to households in TA.",
  "Households in TA leave for other reasons, move to settled homes, grow a month older, come in, are placed and are moved; then the month’s places are paid for.",
  "Homes that were there as the month opened bring rent and bear running costs.",
  "Interest accrues on loans and cash as the month opened.",
  "Capital is spent. Grant, Right to Buy receipts, other receipts, the Major Repairs Reserve and revenue pay for it in that order; the rest is borrowed and drawn on the last day.",
  "Loan payments that fall due are made.", "In March the year’s provision for borrowing is set aside.",
  "Homes are completed, sold or lost, and balances close. No step reads a later one.",
]

private let rounding: [Text] = [
  "Money is in whole pence. A line is rounded once, half to even, when it is posted for a month and an item; every total is a sum of posted pence.",
  "Indices, weekly rents and households are carried unrounded.",
  "A table in pounds rounds each lowest line of a year once, and adds what it shows. A balance is its shown opening and its shown flows, and can differ from the exact one by a few pounds after many years.",
  "Households are shown whole: each flow shows what its rounded running total moves by, so that a table adds up as printed.",
]

private func rules(_ findings: Findings) -> [Fact] {
  let model = findings.model
  var all = [
    Fact(
      "Two accounts, and no HRA deficit",
      "Local Government and Housing Act 1989, part VI; section 76 for the deficit"),
    Fact(
      "Provision for General Fund borrowing",
      "Capital finance: guidance on minimum revenue provision, 5th edition, 10 April 2024, asset life method"),
    Fact(
      "Rents of sitting tenants",
      "Policy statement on rents for social housing; settlement of CPI + 1% a year, 1 April 2026 to 31 March 2036 (MHCLG, 28 January 2026)"
    ),
    Fact(
      "Right to Buy receipts",
      "MHCLG, Retained Right to Buy receipts and their use for replacement supply, 10 July 2025"),
    Fact(
      "Stamp Duty Land Tax",
      "HMRC, rates on dwellings in England from 1 April 2025, and for additional dwellings from 31 October 2024; Finance Act 2003, section 71 for relief"
    ),
    Fact("Discounting", "HM Treasury, Green Book: 3.5% to year 30, 3.0% to year 75"),
    Fact(
      "Loans",
      "A draw is a loan of its own at the rate of its year; a full period bears the annual rate divided by the payments a year"
    ),
  ]
  if model.usesFormulaRents {
    for rule in [
      FormulaRent.rule, FormulaRent.bedroomWeights, FormulaRent.countyEarnings, FormulaRent.valuation,
    ] {
      all.append(Fact(Text(rule.title), "\(rule.source) (\(rule.certainty.description))"))
    }
  }
  return all
}

extension Model {
  fileprivate var usesFormulaRents: Bool {
    func isFormula(_ basis: RentBasis) -> Bool {
      if case .formula = basis { return true }
      return false
    }
    return stock.contains { isFormula($0.rent) }
      || programmes.contains { $0.rows.contains { isFormula($0.rent) } }
  }
}

/// One row for each name of a line that this model uses, whoever owns it, in the order of the ledger.
private func lines(_ findings: Findings) -> Table {
  var seen: Set<[UInt8]> = []
  var rows: [Table.Row] = []
  for meaning in findings.forecast.plan.lines.meanings
  where !seen.contains(Array(meaning.id.utf8)) && findings.uses(meaning) {
    seen.insert(Array(meaning.id.utf8))
    rows.append(
      Table.Row(
        [
          .code(meaning.id), .text(meaning.label), .text(formula(meaning.derivation)),
          .text("\(meaning.quantity.words), \(meaning.period == .flow ? "summed" : "in March")"),
        ], id: meaning.id))
  }
  return Table(
    "lines",
    "Lines that are not nil throughout, how each is worked out, and what its year is. A star stands for one of many: a group of homes, a loan, a kind of place",
    columns: [.words("Line"), .words("What it is"), .words("Formula"), .words("Its year")],
    rows: rows)
}

extension Findings {
  /// Whether a line is other than nil in some year, or its page shows it even when nil.
  fileprivate func uses(_ meaning: Meaning) -> Bool {
    if meaning.id.utf8.contains(UInt8(ascii: "*")) || meaning.quantity != .pence { return true }
    return !pounds.isNil(meaning.id) || Findings.isAlwaysShown(meaning.id)
  }
}

extension Quantity {
  fileprivate var words: String {
    switch self {
    case .pence: "pounds"
    case .homes, .homeMillionths: "homes"
    case .households: "households"
    case .nights: "nights"
    }
  }
}

/// A derivation with what stands in braces as code.
private func formula(_ derivation: String) -> Text {
  var spans: [Text.Span] = []
  var part: [UInt8] = []
  func settle(_ isCode: Bool) {
    if part.isEmpty { return }
    let words = String(decoding: part, as: UTF8.self)
    spans.append(isCode ? .code(words) : .plain(words))
    part = []
  }
  for byte in derivation.utf8 {
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
      settle(byte == UInt8(ascii: "}"))
    } else {
      part.append(byte)
    }
  }
  settle(false)
  return Text(spans)
}
