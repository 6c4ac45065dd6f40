import Finance
import ModelFile

/// Rates by year, kind of repayment and term, such as gilt yields, over which lenders ask a margin.
///
/// A rate table needs the kind as well as the term: the principal of an annuity or of equal instalments is out for a
/// shorter time on average than that of a loan repaid at maturity.
public struct RateCurve: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var months: Int64
    public var annuity, eip, maturity: Series<Rate>?

    func rates(_ repayment: Repayment) -> Series<Rate>? {
      switch repayment {
      case .annuity: annuity
      case .eip: eip
      case .maturity: maturity
      }
    }
  }
  public var name: String
  /// From the shortest term.
  public var points: [Point]

  /// The rate of a year for a kind of repayment and a term: linear between the terms given, to the nearest millionth,
  /// and held before the first and beyond the last. Nothing where the curve has no rates of that kind.
  public func rate(_ repayment: Repayment, months: Int64, in year: Year) -> Rate? {
    var before: (months: Int64, rate: Rate)?
    for point in points {
      guard let rate = point.rates(repayment)?[year] else { continue }
      if point.months >= months {
        guard let before, point.months > before.months else { return rate }
        let rise = roundedProduct(
          rate.millionths - before.rate.millionths, months - before.months, over: point.months - before.months
        )
        return Rate(millionths: before.rate.millionths + rise)
      }
      before = (months: point.months, rate: rate)
    }
    return before?.rate
  }
}

extension RateCurve {
  init(_ form: inout Form) {
    name = form.name
    let points = form.each("at") { form in Point(&form) }
    self.points = points.inOrder { $0.months }
    if points.isEmpty {
      form.problem(
        at: "at", fault: "\(name) has no rates",
        remedy: "write [curve.\(name).at.NAME] with a term and its rates")
    }
    for (one, next) in zip(self.points, self.points.dropFirst()) where one.months == next.months {
      form.problem(
        at: "at", fault: "\(name) gives two points of the same term", remedy: "write each term once")
    }
  }
}

extension RateCurve.Point {
  init(_ form: inout Form) {
    months = form.months("term", in: 1...720, "The term that the rates are for")
    annuity = form.optionalRates("annuity", in: .percent(0...25), "Annual rate of an annuity, by year")
    eip = form.optionalRates("eip", in: .percent(0...25), "Annual rate of equal instalments, by year")
    maturity = form.optionalRates(
      "maturity", in: .percent(0...25), "Annual rate of a loan repaid at maturity, by year")
  }
}
