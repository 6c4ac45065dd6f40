import Finance
import Housing

/// What an account holds and owes each 31 March: spending still to be provided for, and cash, on one side; balances,
/// reserves and loans on the other.
public struct BalanceSheet: Sendable {
  public struct Row: Sendable {
    public var label: String, path: String
    /// In shown pounds, before the first year and each 31 March after it.
    public var values: [Money]
  }
  public var account: Account
  public var requirement: [Money], cash: [Money]
  /// In the order in which cash names them.
  public var liabilities: [Row]

  /// What the account holds less what stands against it: nil in every year.
  public var difference: [Money] {
    requirement.indices.map { k in
      liabilities.reduce(requirement[k] + cash[k]) { $0 - $1.values[k] }
    }
  }
}

extension BalanceSheet {
  public init(_ account: Account, _ forecast: Forecast, _ pounds: WholePounds, _ run: Forecast.Run = .with) {
    let x = account.prefix
    func values(_ path: String) -> [Money] {
      [run == .difference ? .zero : pounds.opening(path)] + pounds.yearly(path, run)
    }
    self.account = account
    (requirement, cash) = (values("cfr.\(x)"), values("cash.\(x)"))
    liabilities = forecast.standingAgainst(account).map { line in
      let shown = values(line.path)
      return Row(
        label: line.label, path: line.path, values: line.sign < 0 ? shown.map { -$0 } : shown)
    }
    // each opening is rounded apart, and cash is then what makes them tie, as it is in every later year
    cash[0] = liabilities.reduce(.zero - requirement[0]) { $0 + $1.values[0] }
  }
}

extension Forecast {
  /// The lines that stand against an account's requirement and cash: those that cash is made from.
  func standingAgainst(_ account: Account) -> [(sign: Int64, path: String, label: String)] {
    guard let cash = plan.lines.line(named: "cash.\(account.prefix)") else { return [] }
    let requirement = "cfr.\(account.prefix)"
    var all: [(sign: Int64, path: String, label: String)] = []
    for input in plan.lines.meaning(of: cash).signedInputs
    where !input.path.isSame(as: requirement) {
      guard let line = plan.lines.line(named: input.path) else { continue }
      all.append((sign: input.sign, path: input.path, label: plan.lines.meaning(of: line).label))
    }
    return all
  }

  /// In every month and to the penny: requirement and cash are what stands against them.
  func areBalancesTied(_ run: Projection) -> Bool {
    (model.hra == nil ? [Account.generalFund] : [.hra, .generalFund]).allSatisfy { account in
      guard let requirement = plan.lines.line(named: "cfr.\(account.prefix)"),
        let cash = plan.lines.line(named: "cash.\(account.prefix)")
      else { return false }
      var terms = [(sign: Int64(1), line: requirement), (sign: 1, line: cash)]
      for term in standingAgainst(account) {
        if let line = plan.lines.line(named: term.path) { terms.append((sign: -term.sign, line: line)) }
      }
      var left = Array(repeating: Int64(0), count: run.ledger.months)
      run.ledger.sum(terms, into: &left)
      return left.allSatisfy { $0 == 0 }
    }
  }

  /// Lettings to others are what is left of all lettings, and never less than none; each source is rounded apart.
  func areLettingsShared(_ run: Projection) -> Bool {
    guard let others = plan.lines.line(named: "lettings.others") else { return true }
    return run.ledger.monthly(others).allSatisfy { $0 >= -10 }
  }
}
