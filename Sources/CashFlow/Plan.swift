import Finance
import Housing

/// The lines of a model, and where each stands. It depends on what the model has, never on how much.
///
/// A class, since there are hundreds of lines and many forecasts share them.
public final class Plan: Sendable {
  public let lines: Lines
  /// Names of the groups of homes, existing stock first, then a group for each row of each programme.
  public let groupNames: [String]
  let groups: [GroupLines]
  /// Debts at the start, then the loans of the plan, then the tranches of its funds.
  let debts: [DebtLines]
  let sums: [Line]
  let placements: PlacementLines
  let contracts: [ContractLines]
  /// How many programmes the model has.
  let programmes: Int
  let lettings: LettingLines
  let hra: AccountLines?
  let generalFund: AccountLines
  let budget: Line, cashFlow: Line
  /// The totals that no loan changes, and those that other loans change.
  let knownTotals: [Lines.Total], turningTotals: [Lines.Total]
  /// Where the lines of programmes' homes stand among all, which the run without the plan leaves empty; and the known totals
  /// without what they would add.
  let linesOfProgrammes: Range<Int>
  let knownTotalsWithoutPlan: [Lines.Total]

  public init(_ model: Model) {
    var lines = Lines(months: Int(model.years) * 12)
    var groups: [GroupLines] = []
    var names: [String] = []
    var accounts: [Account] = []
    for stock in model.stock {
      names.append(stock.name)
      accounts.append(stock.account)
      groups.append(GroupLines(stock.name, "stock.*", stock.account, &lines))
    }
    let firstOfProgrammes = lines.meanings.count
    for programme in model.programmes {
      for row in programme.rows {
        names.append("\(programme.name).\(row.name)")
        accounts.append(programme.account)
        groups.append(
          GroupLines(
            "\(programme.name).\(row.name)", "programme.*", programme.account,
            losesSubsidy: programme.subsidyLoss != nil, &lines))
      }
    }
    let homes = 0..<lines.meanings.count
    let linesOfProgrammes = firstOfProgrammes..<homes.upperBound
    self.linesOfProgrammes = linesOfProgrammes
    debts =
      model.debts.map { DebtLines("debt", $0.name, $0.account, &lines) }
      + model.loans.map { DebtLines("loan", $0.name, $0.account, &lines) } + model.trancheLines(&lines)
    let debts = debts
    let firstSum = lines.meanings.count
    programmes = model.programmes.count
    sums = model.sums.map { sum in
      lines.flow("sum.*", of: sum.name, sum.name, from: "± {sum.*.amount} × index, spread over the year")
    }
    placements = PlacementLines(model, groups: groups, &lines)
    let outcomes: Line?
    (contracts, outcomes) = ContractLines.all(model, &lines)
    lettings = LettingLines(settled: placements.settled, &lines)
    // no loan changes what homes, sums, households and contracts post
    let known = [homes, firstSum..<lines.meanings.count]
    let sums = sums
    let placements = placements
    func account(_ account: Account, _ lines: inout Lines) -> AccountLines {
      AccountLines(
        account, groups: groups.indices.filter { accounts[$0] == account }.map { groups[$0] },
        debts: debts.filter { $0.account == account },
        sums: model.sums.indices.filter { model.sums[$0].account == account }.map {
          (kind: model.sums[$0].kind, line: sums[$0])
        },
        placements: account == .generalFund ? placements : nil,
        outcomes: account == .generalFund ? outcomes : nil, &lines)
    }
    hra = model.hra == nil ? nil : account(.hra, &lines)
    generalFund = account(.generalFund, &lines)
    budget = lines.total(
      "council.budget", "What the council's budgets feel",
      in: (hra.map { [$0.net] } ?? []) + [generalFund.net])
    let hra = hra
    let generalFund = generalFund
    cashFlow = lines.total(
      "council.cashflow", "Cash before borrowing",
      in: (hra?.moneyIn ?? []) + generalFund.moneyIn, out: (hra?.moneyOut ?? []) + generalFund.moneyOut)
    (self.groups, groupNames) = (groups, names)
    self.lines = lines
    (knownTotals, turningTotals) = lines.totals(knownBy: known)
    knownTotalsWithoutPlan = lines.without(linesOfProgrammes, knownTotals)
  }
}
