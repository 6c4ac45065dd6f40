import Finance
import Housing
import ModelFile

func assumptionsPage(_ findings: Findings) -> Section {
  let register = findings.register
  let texts = findings.loaded.sources
  var blocks = reviewBlocks(findings)
  if !register.unsourced.isEmpty {
    blocks.append(
      .note(
        Note(
          .warning, unsourced(register), id: "unsourced",
          [.paragraph("A figure without a source cannot be checked. Give each a comment in the model file.")])
      ))
    blocks.append(
      table(
        "register-unsourced", "Assumptions without a source", register.unsourced, texts, hasSources: false))
  }
  if !register.assumed.isEmpty {
    blocks.append(
      table(
        "register-assumed", "Assumptions that are the modeller’s own judgement, and why", register.assumed,
        texts))
  }
  if !register.sourced.isEmpty {
    blocks.append(
      table(
        "register", "Assumptions with a source outside the model; those that nobody has verified say so",
        register.sourced, texts))
  }
  if !register.defaults.isEmpty {
    blocks.append(
      .fold(
        "What the model does not say, and so is as the method has it: \(count: register.defaults.count) defaults",
        [defaults(register.defaults)]))
  }
  return Section("assumptions", "Assumptions and their sources", message: sources(findings.register), blocks)
}

private func unsourced(_ register: Register) -> Text {
  Sentences.sources(unsourced: Int64(register.unsourced.count), judged: 0, of: register.count)
}

/// How well founded the assumptions are, in a sentence.
func sources(_ register: Register) -> Text {
  Sentences.sources(
    unsourced: Int64(register.unsourced.count), judged: Int64(register.assumed.count),
    unverified: register.unverified, of: register.count)
}

/// Grouped by the table of the model file in which they stand; without a column of sources where there are none.
private func table(
  _ id: String, _ caption: Text, _ entries: [Register.Entry], _ sources: Sources, hasSources: Bool = true
) -> Block {
  var counter = LineCounter()
  var rows: [Table.Row] = []
  var group = ""
  for entry in entries {
    let top = entry.assumption.topTable
    if !top.isSame(as: group) || rows.isEmpty {
      rows.append(Table.Row([.text(heading(of: top))], role: .heading))
      group = top
    }
    let place = entry.place(&counter, in: sources)
    rows.append(
      Table.Row(
        [
          .text(Text([.code(entry.assumption.path), .plain(": " + entry.assumption.meaning)])),
          .text(value(of: entry.assumption)),
          .text(hasSources ? entry.source + " (\(place))" : Text(place)),
        ], id: "assumption." + entry.assumption.path))
  }
  return .table(
    Table(
      id, caption,
      columns: [
        .words("Assumption"), .words("Value"),
        .words(hasSources ? "Source, and line of the file" : "Line of the file"),
      ], rows: rows))
}

private func defaults(_ assumptions: [Assumption]) -> Block {
  var rows: [Table.Row] = []
  var group = ""
  for assumption in assumptions {
    let top = assumption.topTable
    if !top.isSame(as: group) || rows.isEmpty {
      rows.append(Table.Row([.text(heading(of: top))], role: .heading))
      group = top
    }
    rows.append(
      Table.Row([
        .text(Text([.code(assumption.path), .plain(": " + assumption.meaning)])),
        .text(value(of: assumption)), .text(Text(assumption.assumed?.source ?? "none")),
      ]))
  }
  return .table(
    Table(
      "defaults", "Defaults, with their sources",
      columns: [.words("Assumption"), .words("Value"), .words("Source")], rows: rows))
}

/// What is written, with a minus as the report writes it.
func value(of assumption: Assumption) -> Text {
  let text = assumption.valueText
  return text.utf8.isEmpty ? "none" : Text(text.withMinuses)
}

extension String {
  /// With a minus where a figure opens with a hyphen; one that joins words and years stays.
  var withMinuses: String {
    var words = ""
    var isStart = true
    for scalar in unicodeScalars {
      words.unicodeScalars.append(isStart && scalar == "-" ? "\u{2212}" : scalar)
      isStart = scalar == " "
    }
    return words
  }
}

extension Assumption {
  /// The first part of the path, or nothing for what stands above all tables.
  var topTable: String {
    guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(path[..<dot])
  }
}

private func heading(of top: String) -> Text {
  let headings: [(key: String, words: String)] = [
    (key: "", words: "The projection"), (key: "index", words: "Prices"),
    (key: "rent_policy", words: "Rent policy"), (key: "treasury", words: "Interest on cash"),
    (key: "hra", words: "Housing Revenue Account"), (key: "general_fund", words: "General Fund"),
    (key: "receipts", words: "Right to Buy receipts"), (key: "sum", words: "Sums of an account"),
    (key: "stock", words: "Existing homes"), (key: "debt", words: "Debt at the start"),
    (key: "margin", words: "Margins over curves"), (key: "curve", words: "Rate curves"),
    (key: "loan", words: "New loans"), (key: "fund", words: "Funds"), (key: "programme", words: "Programmes"),
    (key: "ta", words: "Temporary accommodation"), (key: "test", words: "Tests"),
    (key: "appraisal", words: "Appraisal"), (key: "sign_off", words: "Sign-off"),
    (key: "prudential", words: "Limits of debt"), (key: "budget", words: "The approved budget"),
    (key: "actual", words: "Actuals"), (key: "lha_rates", words: "Local Housing Allowance"),
    (key: "benefit_cap", words: "The benefit cap"), (key: "public", words: "The public purse"),
    (key: "stress", words: "Stresses"), (key: "mitigation", words: "Mitigations"),
    (key: "register", words: "The register"),
    (key: "contract", words: "Outcomes contracts"), (key: "social_value", words: "Social value"),
  ]
  return Text(headings.first { $0.key.isSame(as: top) }?.words ?? top)
}
