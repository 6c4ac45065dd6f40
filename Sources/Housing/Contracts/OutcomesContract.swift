import Finance
import ModelFile

/// A service paid by what it achieves: investors advance its cost, and the council, perhaps with others, pays a tariff for
/// each outcome.
public struct OutcomesContract: Hashable, Sendable {
  /// Who starts with it.
  public enum Intake: Hashable, Sendable {
    /// It finds homes of its own for so many households a year; of those, this share leave temporary accommodation by it.
    case starts(Series<Int64>, additional: Rate)
    /// It counts lettings of a programme to households in temporary accommodation, up to the end of a year, and adds no exit.
    case lettings(programme: Int, until: Year?)
  }
  public var name: String
  public var intake: Intake
  /// What a start costs the provider; investors advance it in the month of the start.
  public var cost: Money
  /// In order of time.
  public var outcomes: [Outcome]
  public var councilShare: Rate
  /// Who pays the rest, if anybody does.
  public var otherPayer: String?
  /// The most that is paid in all, and for one start.
  public var cap: Money?, capPerStart: Money?
  /// What running the investment costs in each year, and its place in the order of payment.
  public var fees: Series<Money>
  public var feeRank: Int64
  public var investors: [Investor]
}

/// What is paid for: being in place so many months after the start.
public struct Outcome: Hashable, Sendable {
  public var name: String
  /// Months from the start; 0 is entering a home.
  public var months: Int64
  /// Share of those who started who are in place then.
  public var share: Rate
  /// What is paid for each.
  public var tariff: Money
}

extension OutcomesContract {
  /// What is paid for each outcome when no start may bring more than its cap. Those in place later are some of those in
  /// place before, so the cap of one person is reached in the order of time.
  public var payableTariffs: [Money] {
    var left = capPerStart
    return outcomes.map { outcome in
      guard let most = left else { return outcome.tariff }
      let paid = min(outcome.tariff, most)
      left = most - paid
      return paid
    }
  }

  /// What one start brings on average, unless the cap in all is reached.
  public var expectedPayment: Money {
    zip(outcomes, payableTariffs).reduce(.zero) { $0 + $1.1.share($1.0.share) }
  }

  init(_ form: inout Form) {
    name = form.name
    intake = Self.intake(&form)
    cost = form.money("cost", in: .pounds(0...50_000), "What a start costs; investors advance it")
    let unlimited: ClosedRange<Money> = .pounds(0...10_000_000_000)
    cap = form.optionalMoney("cap", in: unlimited, "The most that is paid in all")
    capPerStart = form.optionalMoney(
      "cap_per_start", in: .pounds(0...1_000_000), "The most that is paid for one household")
    councilShare = form.rate(
      "council_share", in: .percent(0...100),
      or: Assumed(.whole, "the council pays for every outcome unless the model says so"),
      "Share of each payment that the council pays")
    otherPayer = form.optionalText("others", "Who pays the rest, such as a central fund")
    if councilShare < .whole, otherPayer == nil {
      form.problem(
        at: "council_share",
        fault: "the council pays \(Kind.rate.write(councilShare.millionths)) and nobody the rest",
        remedy: "name who pays it: others = \"a central fund\"")
    }
    fees = form.monies(
      "fees", per: "year", in: .pounds(0...100_000_000), after: .nothing,
      or: Assumed(.zero, "none unless the model says so"), "What running the investment costs, by year")
    feeRank = form.count(
      "fee_rank", of: "places", in: 0...99, or: Assumed(0, "fees are met first unless the model says so"),
      "The place of fees in the order of payment, the lowest first")
    outcomes = form.each("outcome") { form in Outcome(&form) }.inOrder { $0.months }
    investors = form.each("investor") { form in Investor(&form) }
    Self.check(outcomes, &form)
    Investor.check(investors, &form)
  }

  private static func intake(_ form: inout Form) -> Intake {
    let starts = form.optionalCounts(
      "starts", of: "households", in: 0...20_000, after: .nothing,
      "Households that start in each year, in homes that the contract finds")
    let additional = form.optionalRate(
      "additional_share", in: .percent(0...100),
      "Share of starts that leave TA by the contract and would not have without it")
    let programme = form.optionalReference(
      "counts", to: "programme", "The programme whose lettings to households in TA start with the contract")
    let until = form.optionalYear("until", in: 2000...2160, "The last year whose lettings count")
    let isOwn = form.isGiven("starts")
    if isOwn == form.isGiven("counts") {
      form.problem(
        at: isOwn ? "counts" : "", fault: "starts and counts must not both be given, nor both left out",
        remedy: "write how many start in each year, or the programme whose lettings count")
    } else if isOwn, additional == nil {
      form.problem(
        at: "starts", fault: "additional_share is missing",
        remedy: "write the share of starts that leave TA, such as \"50%\"")
    } else if !isOwn, form.isGiven("additional_share") {
      form.problem(
        at: "additional_share", fault: "a contract that counts lettings of a programme adds no exit from TA",
        remedy: "take additional_share out: the homes house those households")
    } else if isOwn, form.isGiven("until") {
      form.problem(
        at: "until", fault: "until ends the lettings that count, and this contract has starts",
        remedy: "take it out, and write no starts after that year")
    }
    if let programme, !isOwn { return .lettings(programme: programme, until: until) }
    return .starts(starts ?? Series(first: Year(start: 2026), values: [0]), additional: additional ?? .zero)
  }

  /// Each outcome at a time of its own, and no more in place later than before.
  private static func check(_ outcomes: [Outcome], _ form: inout Form) {
    guard !outcomes.isEmpty else {
      return form.problem(
        at: "", fault: "a contract without an outcome pays for nothing",
        remedy: "write [contract.NAME.outcome.NAME] with after, share and tariff")
    }
    // of shares made up in the place of wrong ones nothing is said
    guard !form.hasProblems else { return }
    for (before, later) in zip(outcomes, outcomes.dropFirst()) {
      if before.months == later.months {
        form.problem(
          at: "outcome.\(later.name).after", fault: "\(before.name) and \(later.name) are at the same time",
          remedy: "write one outcome for each time, with the sum of their tariffs")
      } else if before.share < later.share {
        form.problem(
          at: "outcome.\(later.name).share",
          fault:
            "more are in place at \(later.months) months than at \(before.months): \(Kind.rate.write(later.share.millionths)) and \(Kind.rate.write(before.share.millionths))",
          remedy: "write shares of those who started: who is in place later was in place before")
      }
    }
  }
}

extension Outcome {
  init(_ form: inout Form) {
    name = form.name
    months = form.months("after", in: 0...60, "Time from the start; \"0 months\" is entering a home")
    share = form.rate("share", in: .percent(0...100), "Share of those who started who are in place then")
    tariff = form.money("tariff", in: .pounds(0...50_000), "What is paid for each of them")
  }
}
