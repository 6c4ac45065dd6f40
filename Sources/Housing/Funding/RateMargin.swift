import Finance
import ModelFile

/// What a lender asks over a curve, by year.
public struct RateMargin: Hashable, Sendable {
  public var name: String
  /// In points.
  public var points: Series<Rate>
  /// The last year in which it can be had; what then takes its place, by its name.
  public var lastYear: Year?
  public var then: String?
  /// Whether only the Housing Revenue Account may borrow at it.
  public var isForHRA: Bool
}

extension RateMargin {
  /// - Parameter names: of every margin that a model can name.
  init(_ form: inout Form, _ names: [String]) {
    name = form.name
    points = form.pointsByYear("points", in: .percent(0...10), "Points over the curve, by year")
    lastYear = form.optionalYear("last_year", in: 2000...2199, "The last year in which it can be had")
    then = form.optionalChoice("then", among: names, "The margin that takes its place after its last year")
      .map { names[$0] }
    isForHRA = form.flag(
      "hra_only",
      or: Assumed(
        form.name.isSame(as: "hra"),
        "the PWLB's HRA rate is for the HRA alone (DMO, concessionary rates)"),
      "Whether only the Housing Revenue Account may borrow at it")
    if (lastYear == nil) != (then == nil) {
      form.problem(
        at: lastYear == nil ? "then" : "last_year",
        fault: "last_year and then must both be given, or both left out",
        remedy: "write the last year and the margin that comes then")
    }
  }
}

/// The margins that a model can name: its own, and the published ones that it does not say otherwise of.
struct RateMargins {
  private(set) var names: [String]
  private var all: [RateMargin]

  init(_ form: inout Form, firstYear: Year, years: Int64) {
    let own = form.names(of: "margin")
    names =
      own
      + PWLBMargin.allCases.map { $0.rawValue }.filter { name in
        !own.contains { $0.isSame(as: name) }
      }
    let all = names
    self.all = form.each("margin") { form in RateMargin(&form, all) }
    for margin in PWLBMargin.allCases
    where !own.contains(where: { $0.isSame(as: margin.rawValue) }) {
      self.all.append(
        RateMargin(
          name: margin.rawValue,
          points: Series(
            first: firstYear, values: (0..<Int(max(1, years))).map { margin.points(in: firstYear + $0) }),
          isForHRA: margin == .hra))
    }
    for margin in self.all where points(margin.name, in: Year(start: 3000)) == nil {
      form.problem(
        at: "margin.\(margin.name).then", fault: "the margins after \(margin.name) come round to it again",
        remedy: "end with one that has no last year")
    }
  }

  func margin(_ name: String) -> RateMargin? { all.first { $0.name.isSame(as: name) } }

  /// The margin of a year, or of that which has taken its place by then; nothing where they go round in a circle.
  func points(_ name: String, in year: Year) -> Rate? {
    var name = name
    for _ in 0...all.count {
      guard let margin = margin(name) else { return .zero }
      guard let last = margin.lastYear, let then = margin.then, year > last else {
        return margin.points[year]
      }
      name = then
    }
    return nil
  }
}
