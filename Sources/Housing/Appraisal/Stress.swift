import Finance
import ModelFile

/// What goes wrong together in a stress, or what the council would do about it in a mitigation: changes to a model.
public struct Stress: Hashable, Sendable {
  public var name: String
  /// Points on the rate of every new loan.
  public var rate: Rate
  public var delay: Int64
  /// Share of each year's starts that go ahead.
  public var starts: Rate
  /// Changes as shares: of what homes cost to get, of what they cost to run, of what a place in TA costs.
  public var cost, runningCosts, accommodationCost: Rate
  /// Points on the rise of each April.
  public var rent: Rate
  public var why: String?
}

extension Stress {
  /// A change of one thing, or of a few; the rest stays.
  public init(
    _ name: String, rate: Rate = .zero, delay: Int64 = 0, starts: Rate = .whole, cost: Rate = .zero,
    runningCosts: Rate = .zero, accommodationCost: Rate = .zero, rent: Rate = .zero
  ) {
    (self.name, self.rate, self.delay, self.starts, self.cost) = (name, rate, delay, starts, cost)
    (self.runningCosts, self.accommodationCost) = (runningCosts, accommodationCost)
    (self.rent, why) = (rent, nil)
  }

  init(_ form: inout Form) {
    name = form.name
    let none = Assumed(Rate.zero, "unchanged unless the model says so")
    rate = form.points("rate", in: .percent(-10...10), or: none, "Points on the rate of every new loan")
    delay = form.months(
      "delay", in: 0...60, or: Assumed(0, "no delay unless the model says so"),
      "How much later every home starts")
    starts = form.rate(
      "starts", in: .percent(0...100), or: Assumed(.whole, "all of them unless the model says so"),
      "Share of each year's starts that go ahead")
    let change: ClosedRange<Rate> = .percent(-50...200)
    cost = form.rate(
      "cost", in: change, or: none, "Change in what a home costs to get, works and fees included")
    runningCosts = form.rate(
      "running_costs", in: change, or: none, "Change in management, repairs, services and insurance")
    accommodationCost = form.rate(
      "ta_cost", in: change, or: none, "Change in what a place in TA costs a night")
    rent = form.points(
      "rent", in: .percent(-10...10), or: none,
      "Points on the rise of rents each April, formula rents among them")
    why = form.optionalText("why", most: 300, "Why it could happen, or who would decide it")
  }
}

/// A stress with some of the mitigations, by their places in the model.
public struct StressRun: Hashable, Sendable {
  public var stress: Int
  public var mitigations: [Int]

  public init(stress: Int, mitigations: [Int]) { (self.stress, self.mitigations) = (stress, mitigations) }
}

extension Scrutiny {
  /// Each stress alone, with each mitigation, and with all of them where there are several.
  public func runs(of stress: Int) -> [StressRun] {
    var all = [StressRun(stress: stress, mitigations: [])]
    for place in mitigations.indices { all.append(StressRun(stress: stress, mitigations: [place])) }
    if mitigations.count > 1 {
      all.append(StressRun(stress: stress, mitigations: Array(mitigations.indices)))
    }
    return all
  }
}
