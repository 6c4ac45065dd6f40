import Finance
import ModelFile

/// Who lends, where the lender's own terms are to be kept.
public enum Lender: Hashable, Sendable {
  /// The Public Works Loan Board.
  case pwlb
  case other
}

extension Lender {
  /// Asks who lends, and refuses what that lender does not lend.
  init(_ form: inout Form, _ repayment: Repayment, _ kind: LoanTerms.Kind, months: Int64) {
    let lenders: [(name: String, lender: Lender)] = [
      (name: "pwlb", lender: .pwlb), (name: "other", lender: .other),
    ]
    let place = form.optionalChoice(
      "lender", among: lenders.map { $0.name },
      "Who lends; the terms of the PWLB are checked, those of others are not")
    self = place.map { lenders[$0].lender } ?? .other
    guard self == .pwlb else { return }
    switch kind {
    case .bond:
      form.problem(
        at: "lender", fault: "the PWLB does not buy bonds",
        remedy: "take lender out, or write another repayment")
    case .variable: break
    case .fixed:
      let terms = PWLB.terms(repayment)
      guard !terms.contains(months) else { return }
      form.problem(
        at: "term",
        fault:
          "a fixed \(repayment.rawValue) loan of the PWLB runs from \(terms.lowerBound / 12) to \(terms.upperBound / 12) years (\(PWLB.termRule.certainty))",
        remedy: "write a term within that, or take lender = \"pwlb\" out")
    }
  }
}

/// The terms of the Public Works Loan Board.
public enum PWLB {
  public static let termRule = Rule(
    title:
      "A fixed PWLB loan runs for at most 50 years, and at least 1 year (maturity) or 2 years (EIP, annuity)",
    source: "General knowledge of the lender’s terms; its circulars were not at hand",
    certainty: .unverified)

  /// From the shortest to the longest term in months.
  static func terms(_ repayment: Repayment) -> ClosedRange<Int64> {
    (repayment == .maturity ? 12 : 24)...600
  }
}
