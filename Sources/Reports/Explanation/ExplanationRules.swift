import CashFlow
import Finance
import Housing

extension Model {
  /// The rules that a line rests on.
  /// - Parameter all: those that the model rests on.
  func rules(of meaning: Meaning, among all: [Rule]) -> [Rule] {
    let named = ruleTitles(of: meaning)
    return named.isEmpty ? [] : all.filter { named.contains($0) }
  }

  private func ruleTitles(of meaning: Meaning) -> [Rule] {
    let id = meaning.id
    func isOne(of ids: String...) -> Bool { ids.contains { $0.isSame(as: id) } }
    if isOne(of: "stock.*.rent.due") { return rentRules(of: meaning.owner) }
    if isOne(of: "stock.*.lease.outstanding") { return [Lease.liability] }
    if isOne(of: "gf.mrp", "hra.vrp") { return [.minimumRevenueProvision] }
    if isOne(of: "stock.*.depreciation", "hra.depreciation", "mrr.in") { return [.majorRepairsReserve] }
    if isOne(of: "cfr.hra") { return [.financingRequirement] }
    if isOne(of: "hra.surplus", "hra.balance", "gf.net", "council.budget") { return [.ringFence] }
    if isOne(of: "capital.hra.rtb") { return [ReceiptRules.share] }
    if isOne(of: "receipts.rtb.returned", "hra.receipts.interest") { return [ReceiptRules.returned] }
    if isOne(of: "receipts.rtb.in") { return [RightToBuySale.rule] }
    if isOne(of: "loan.*.interest.paid", "loan.*.repaid") {
      let isPublic = loans.contains { $0.name.isSame(as: meaning.owner) && $0.lender == .pwlb }
      return [.halfYears] + (isPublic ? [PWLB.termRule, PWLBMargin.rule] : [])
    }
    if isOne(of: "debt.*.interest.paid", "debt.*.repaid", "fund.*.interest.paid", "fund.*.repaid") {
      return [.halfYears]
    }
    if isOne(of: "capital.hra.programme", "capital.gf.programme") {
      return [SpendProfile.rule, StampDuty.relief] + StampDuty.bands.map { $0.rule }
    }
    if isOne(of: "ta.type.*.recovered", "stock.*.hbloss", "gf.homes.hbloss") {
      return [SubsidyLimit.rule, SubsidyLimit.unlimited]
    }
    if isOne(of: "ta.bandb.families") { return [BedAndBreakfastLimit.rule] }
    if isOne(of: "contract.*.paid") { return [.outcomesContract] }
    if isOne(of: "outcome.*.reached") { return [.stillInPlace] }
    return []
  }

  /// The rules of the rent of one group alone.
  private func rentRules(of group: String) -> [Rule] {
    var alone = self
    alone.stock = stock.filter { $0.name.isSame(as: group) }
    alone.programmes = programmes.compactMap { programme in
      var one = programme
      one.rows = programme.rows.filter { "\(programme.name).\($0.name)".isSame(as: group) }
      return one.rows.isEmpty ? nil : one
    }
    return alone.rentRules
  }
}
