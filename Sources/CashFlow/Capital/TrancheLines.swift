import Housing

extension Model {
  /// The lines of every tranche, in the order of the funds.
  func trancheLines(_ lines: inout Lines) -> [DebtLines] {
    var all: [DebtLines] = []
    for fund in funds {
      for tranche in fund.tranches {
        all.append(
          DebtLines(
            "fund", "\(fund.name).tranche.\(tranche.name)", fund.account, terms: "fund.*.tranche.*",
            mayDefer: fund.account == .hra, &lines))
      }
    }
    return all
  }
}
