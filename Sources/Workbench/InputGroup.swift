/// What the tables of a model are called where their assumptions are set.
enum InputGroup {
  /// The path without its last key: "loan.pwlb"; empty for what is said of the model itself.
  static func table(of path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(Substring(path.utf8[..<dot]))
  }

  /// In the words of the field: "Loans".
  static func title(of path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return "The plan" }
    let key = path.utf8.prefix { $0 != UInt8(ascii: ".") }
    return titles.first { key.elementsEqual($0.key.utf8) }?.title ?? "Other"
  }

  static let titles: [(key: String, title: String)] = [
    (key: "programme", title: "Programmes"), (key: "loan", title: "Loans"),
    (key: "fund", title: "Blended funds"), (key: "debt", title: "Existing debt"),
    (key: "curve", title: "Market rates"), (key: "margin", title: "Margins over market rates"),
    (key: "ta", title: "Temporary accommodation"), (key: "stock", title: "Existing homes"),
    (key: "rent_policy", title: "Rent policy"), (key: "lha_rates", title: "Local housing allowance"),
    (key: "index", title: "Prices"), (key: "hra", title: "Housing Revenue Account"),
    (key: "general_fund", title: "General Fund"), (key: "treasury", title: "Treasury"),
    (key: "receipts", title: "Right to Buy receipts"), (key: "sum", title: "Other sums of the accounts"),
    (key: "contract", title: "Outcomes contracts"), (key: "social_value", title: "Social value"),
    (key: "test", title: "The council's own tests"), (key: "appraisal", title: "Appraisal"),
    (key: "prudential", title: "Prudential indicators"), (key: "budget", title: "Approved budget"),
    (key: "actual", title: "Actual figures"), (key: "benefit_cap", title: "Benefit cap"),
    (key: "public", title: "Public purse"), (key: "stress", title: "Combined stress"),
    (key: "mitigation", title: "Mitigations"), (key: "simulation", title: "Simulation"),
    (key: "publication", title: "Publication"), (key: "sign_off", title: "Sign-off"),
  ]
}
