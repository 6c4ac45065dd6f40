import Finance
import ModelFile

/// Who advances the cost of a contract, and in what order payments come back.
public struct Investor: Hashable, Sendable {
  public var name: String
  /// Share of every advance.
  public var share: Rate
  /// Simple interest a year on what is still owed; what is not paid when due waits, without interest of its own.
  public var coupon: Rate
  /// Places in the order of payment, the lowest first; those of the same place share in proportion to what is due.
  public var couponRank: Int64, principalRank: Int64
  /// Share of what is left when all is paid.
  public var residualShare: Rate
}

extension Investor {
  init(_ form: inout Form) {
    name = form.name
    share = form.rate("share", in: .percent(0...100), "Share of every advance")
    coupon = form.rate(
      "coupon", in: .percent(0...25), or: Assumed(.zero, "no coupon unless the model says so"),
      "Simple interest a year on what is still owed to it")
    couponRank = form.count(
      "coupon_rank", of: "places", in: 0...99,
      "The place of its coupon in the order of payment, the lowest first")
    principalRank = form.count(
      "principal_rank", of: "places", in: 0...99,
      "The place of its principal in the order of payment; the highest bears the first loss")
    residualShare = form.rate(
      "residual_share", in: .percent(0...100), or: Assumed(.zero, "none unless the model says so"),
      "Share of what is left when fees, coupons and principal are paid")
  }

  /// Shares of the advance, and of what is left, are of a whole.
  static func check(_ investors: [Investor], _ form: inout Form) {
    guard !investors.isEmpty, !form.hasProblems else { return }
    func all(_ share: (Investor) -> Rate) -> Int64 { investors.reduce(0) { $0 + share($1).millionths } }
    let (advanced, left) = (all { $0.share }, all { $0.residualShare })
    if advanced != 1_000_000 {
      form.problem(
        at: "investor", fault: "the shares of the investors come to \(Kind.rate.write(advanced))",
        remedy: "make them come to 100%, or part of the cost is advanced by nobody or twice")
    }
    if left != 1_000_000 {
      form.problem(
        at: "investor", fault: "the residual shares of the investors come to \(Kind.rate.write(left))",
        remedy: "make them come to 100%, so that what is left goes to somebody")
    }
  }
}
