/// How the principal of a loan comes back.
public enum Repayment: String, CaseIterable, Hashable, Sendable {
  /// The same payment each time, of which the interest is a falling part.
  case annuity
  /// Equal instalments of principal, with interest on what is still owed.
  case eip
  /// Interest only, and the whole principal with the last payment.
  case maturity
}
