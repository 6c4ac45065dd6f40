import Finance
import ModelFile

/// How the cost of homes falls on the months from their start to their completion.
public enum SpendProfile: Hashable, Sendable {
  /// All when the keys are handed over, as a purchase is paid for.
  case atCompletion
  case even
  /// Slow, then fast, then slow: by the share t of the time, 3t² − 2t³ of the cost is spent.
  case sCurve
  /// Shares of the cost, each due so many months after the start.
  case milestones([Milestone])
}

/// A stage payment of a contract.
public struct Milestone: Hashable, Sendable {
  public var name: String
  /// Months after the start; the payment falls in that month.
  public var after: Int64
  public var share: Rate
}

extension SpendProfile {
  public static let rule = Rule(
    title: "An S-curve spends 3t² − 2t³ of the cost by the share t of the time",
    source: "the project's own choice of a curve: smooth, even about its middle and exact in whole numbers",
    certainty: .unverified)

  /// What each month from the start to the completion weighs, in whole numbers that come to `total`.
  public func weights(lead: Int64) -> (months: [Int64], total: Int64) {
    let count = Int(max(0, lead)) + 1
    switch self {
    case .atCompletion: return ((0..<count).map { $0 == count - 1 ? 1 : 0 }, 1)
    case .even: return (Array(repeating: 1, count: count), Int64(count))
    case .sCurve:
      let n = Int64(count)
      func spent(_ month: Int64) -> Int64 { month * month * (3 * n - 2 * month) }
      return ((1...n).map { spent($0) - spent($0 - 1) }, n * n * n)
    case .milestones(let milestones):
      var months = Array(repeating: Int64(0), count: count)
      for milestone in milestones {
        months[min(count - 1, Int(max(0, milestone.after)))] += milestone.share.millionths
      }
      return (months, max(1, months.reduce(0, +)))
    }
  }
}

extension SpendProfile {
  /// What a programme that builds or converts says of it.
  static func read(_ form: inout Form, lead: Int64) -> SpendProfile {
    form.oneOf(
      "profile",
      [
        ("even", { _ in .even }), ("s-curve", { _ in .sCurve }),
        ("milestones", { form in .milestones(milestones(&form, lead: lead)) }),
      ],
      or: Assumed("even", "the cost falls evenly over the months of the work unless the model says so"),
      "How the cost falls on the months of the work")
  }

  private static func milestones(_ form: inout Form, lead: Int64) -> [Milestone] {
    let all = form.each("milestone") { form in
      Milestone(
        name: form.name,
        after: form.months("after", in: 0...120, "Months after the start in which it is paid"),
        share: form.rate("share", in: .percent(0...100), "Share of the cost that is paid"))
    }
    for milestone in all where milestone.after > lead {
      form.problem(
        at: "milestone.\(milestone.name).after",
        fault: "the milestone \(milestone.name) falls after completion",
        remedy: "write at most the lead, \(lead) months")
    }
    let sum = all.reduce(0) { $0 + $1.share.millionths }
    if sum != 1_000_000 {
      form.problem(
        at: "milestone", fault: "the shares of the milestones come to \(Kind.rate.write(sum))",
        remedy: "make them come to 100%")
    }
    return all
  }
}
