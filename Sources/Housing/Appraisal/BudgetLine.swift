import Finance

/// A line of an account that a budget or an outturn can be given for, by its name in the ledger.
public enum BudgetLine: String, CaseIterable, Hashable, Sendable {
  case hraRentDue = "hra.rent.due"
  case hraRentVoid = "hra.rent.void"
  case hraBadDebt = "hra.baddebt"
  case hraServiceIncome = "hra.service.income"
  case hraOtherIncome = "hra.other.income"
  case hraServiceCost = "hra.service.cost"
  case hraManagement = "hra.management"
  case hraRepairs = "hra.repairs"
  case hraInsurance = "hra.insurance"
  case hraLease = "hra.lease"
  case hraPartner = "hra.partner"
  case hraOtherCost = "hra.other.cost"
  case hraOperating = "hra.operating"
  case hraDepreciation = "hra.depreciation"
  case hraInterestLoans = "hra.interest.loans"
  case hraInterestCapitalised = "hra.interest.capitalised"
  case hraLoanCosts = "hra.loan.costs"
  case hraInterestCash = "hra.interest.cash"
  case hraReceiptsInterest = "hra.receipts.interest"
  case hraProvision = "hra.vrp"
  case hraContribution = "hra.rcco"
  case hraSurplus = "hra.surplus"
  case accommodationGross = "gf.ta.gross"
  case accommodationRecovered = "gf.ta.recovered"
  case accommodationMoveOn = "gf.ta.moveon"
  case homesRentDue = "gf.homes.rent.due"
  case homesRentVoid = "gf.homes.rent.void"
  case homesBadDebt = "gf.homes.baddebt"
  case homesServiceIncome = "gf.homes.service.income"
  case generalFundOtherIncome = "gf.other.income"
  case homesServiceCost = "gf.homes.service.cost"
  case homesManagement = "gf.homes.management"
  case homesRepairs = "gf.homes.repairs"
  case homesMajorRepairs = "gf.homes.majorrepairs"
  case homesInsurance = "gf.homes.insurance"
  case homesLease = "gf.homes.lease"
  case homesPartner = "gf.homes.partner"
  case homesSubsidyLost = "gf.homes.hbloss"
  case generalFundOtherCost = "gf.other.cost"
  case generalFundOperating = "gf.operating"
  case generalFundInterestLoans = "gf.interest.loans"
  case generalFundInterestCapitalised = "gf.interest.capitalised"
  case generalFundLoanCosts = "gf.loan.costs"
  case generalFundInterestCash = "gf.interest.cash"
  case generalFundOutcomes = "gf.outcomes"
  case generalFundProvision = "gf.mrp"
  case generalFundContribution = "gf.rcco"
  case generalFundNet = "gf.net"
  case hraCapital = "capital.hra.spend"
  case generalFundCapital = "capital.gf.spend"

  public var isOfHRA: Bool { rawValue.begins(with: "hra.") || self == .hraCapital }

  /// Whether a budget writes it as a positive cost, where the ledger has a minus. Capital spend is positive in both.
  public var isCost: Bool {
    switch self {
    case .hraRentDue, .hraServiceIncome, .hraOtherIncome, .hraOperating, .hraInterestCapitalised,
      .generalFundInterestCapitalised, .hraInterestCash, .hraSurplus,
      .accommodationRecovered, .homesRentDue, .homesServiceIncome, .generalFundOtherIncome,
      .generalFundOperating, .generalFundInterestCash, .generalFundNet, .hraCapital, .generalFundCapital:
      false
    default: true
    }
  }
}
