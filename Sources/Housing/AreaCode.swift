import Finance
import ModelFile

/// The code of a council that has homelessness duties, as the Office for National Statistics gives it.
public enum AreaCode {
  public static let rule = Rule(
    title: "A council that houses homeless households has a code of E06, E07, E08 or E09 and six digits",
    source:
      "ONS, Code History Database: E06 unitary authorities, E07 districts, E08 metropolitan districts, E09 London boroughs",
    certainty: .secondary)

  /// A code that became another, of the same council. Since 2018 mergers made new councils, whose rows are their own.
  public static let renamed: [(old: String, new: String)] = [
    ("E08000016", "E08000038"),  // Barnsley
    ("E08000019", "E08000039"),  // Sheffield
  ]

  /// Where the pairs were seen.
  public static let renaming = Rule(
    title: "Barnsley and Sheffield have had new codes, and stayed the same councils",
    source:
      "MHCLG, Statutory homelessness, detailed local authority tables, 2018Q2 to 2025Q2: both codes of each",
    certainty: .secondary)

  /// E and eight digits, of a kind of council that has the duties.
  static func isCode(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 9, bytes[0] == UInt8(ascii: "E") else { return false }
    guard bytes[1] == UInt8(ascii: "0"), (UInt8(ascii: "6")...UInt8(ascii: "9")).contains(bytes[2]) else {
      return false
    }
    return bytes[3...].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// A code and those that it had before or since.
  static func all(_ code: String) -> [String] {
    var codes = [code]
    for pair in renamed {
      if pair.old.isSame(as: code) { codes.append(pair.new) }
      if pair.new.isSame(as: code) { codes.append(pair.old) }
    }
    return codes
  }
}

extension Model {
  /// The council's own code, and the tables that it is looked up in.
  func checkCode(_ form: inout Form) {
    if let code, !AreaCode.isCode(code) {
      form.problem(
        at: "code", fault: "code \"\(code)\" is not that of a council with homelessness duties",
        remedy: "write E06, E07, E08 or E09 and six digits, such as \"E07000040\"")
    }
    if tables != nil, code == nil {
      form.problem(
        at: "tables", fault: "tables are given, and not which council's rows to read",
        remedy: "write its code, such as code = \"E07000040\"")
    }
  }
}
