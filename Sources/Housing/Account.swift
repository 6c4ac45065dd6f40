/// Which of the council's accounts a home, a loan or a sum belongs to.
///
/// A loan belongs to one account: the council keeps two pools of debt. Housing Revenue Account money is ring-fenced
/// (Local Government and Housing Act 1989, part VI) and cannot meet a cost of the General Fund.
public enum Account: String, CaseIterable, Hashable, Sendable {
  case hra
  case generalFund = "general_fund"
}
