/// The functions of a spreadsheet for equal payments at one rate. Cash paid out is negative, cash received positive:
///
/// present value × (1+r)^n + payment × (1 + r if due at the start) × ((1+r)^n − 1)/r + future value = 0
///
/// Rates are a period and above −1. Each is reckoned from the payments still to come, which are added and never
/// taken from one another: from the start of the loan the error of a last bit grows as debt does. What asks for a payment
/// that is not from 1 to `periods` is answered by no number.
public struct TimeValue: Hashable, Sendable {
  public var rate: Double
  public var periods: Int64
  public var presentValue: Double
  public var futureValue: Double
  /// Whether payments fall at the start of each period, or at its end.
  public var isDueAtStart: Bool

  public init(
    rate: Double, periods: Int64, presentValue: Double, futureValue: Double = 0, isDueAtStart: Bool = false
  ) {
    self.rate = rate
    self.periods = periods
    self.presentValue = presentValue
    self.futureValue = futureValue
    self.isDueAtStart = isDueAtStart
  }

  private var dueFactor: Double { isDueAtStart ? 1 + rate : 1 }

  /// The payment of each period (PMT).
  public var payment: Double {
    let factor = AnnuityFactor(rate: rate, periods: periods)
    return -(presentValue + futureValue * factor.single) / (factor.annuity * dueFactor)
  }

  /// The part of payment `number`, from 1, that is interest (IPMT).
  public func interest(in number: Int64) -> Double {
    guard number >= 1, number <= periods else { return .nan }
    if isDueAtStart && number == 1 { return 0 }
    let left = AnnuityFactor(rate: rate, periods: periods - number + 1)
    return rate * (payment * left.annuity + futureValue * left.single / dueFactor)
  }

  /// The part of payment `number`, from 1, that is principal (PPMT).
  public func principal(in number: Int64) -> Double {
    guard number >= 1, number <= periods else { return .nan }
    if isDueAtStart && number == 1 { return payment }
    let left = AnnuityFactor(rate: rate, periods: periods - number + 1)
    return left.single * (payment - rate * futureValue / dueFactor)
  }

  /// The principal of payments `first` through `last` together (CUMPRINC).
  public func principal(in numbers: ClosedRange<Int64>) -> Double {
    let (first, last) = (numbers.lowerBound, numbers.upperBound)
    guard first >= 1, last <= periods else { return .nan }
    if isDueAtStart && first == 1 {
      return payment + (last > 1 ? principal(in: 2...last) : 0)
    }
    let after = AnnuityFactor(rate: rate, periods: periods - last)
    let during = AnnuityFactor(rate: rate, periods: last - first + 1)
    return after.single * during.annuity * (payment - rate * futureValue / dueFactor)
  }

  /// The interest of payments `first` through `last` together (CUMIPMT).
  public func interest(in numbers: ClosedRange<Int64>) -> Double {
    let principal = principal(in: numbers)
    guard principal.isFinite else { return .nan }
    return payment * Double(numbers.upperBound - numbers.lowerBound + 1) - principal
  }

  /// The interest of period `number`, from 0, of a loan repaid in equal instalments of principal (ISPMT).
  public func interestOfEqualInstalments(in number: Int64) -> Double {
    -presentValue * rate * (1 - Double(number) / Double(periods))
  }

  /// What equal payments are worth at the start, with what is left at the end (PV).
  public static func presentValue(
    rate: Double, periods: Int64, payment: Double, futureValue: Double = 0, isDueAtStart: Bool = false
  ) -> Double {
    let factor = AnnuityFactor(rate: rate, periods: periods)
    return -(payment * (isDueAtStart ? 1 + rate : 1) * factor.annuity + futureValue * factor.single)
  }

  /// What equal payments grow to, with what was there at the start (FV).
  public static func futureValue(
    rate: Double, periods: Int64, payment: Double, presentValue: Double = 0, isDueAtStart: Bool = false
  ) -> Double {
    let factor = AnnuityFactor(rate: rate, periods: periods)
    return -(presentValue + payment * (isDueAtStart ? 1 + rate : 1) * factor.annuity) / factor.single
  }

  /// How many periods the payments take, whole or not, and perhaps before the start (NPER).
  /// - Returns: nil if they never do.
  public static func periods(
    rate: Double, payment: Double, presentValue: Double, futureValue: Double = 0, isDueAtStart: Bool = false
  ) -> Double? {
    if rate == 0 { return payment == 0 ? nil : -(presentValue + futureValue) / payment }
    let due = payment * (isDueAtStart ? 1 + rate : 1)
    let (end, start) = (due - futureValue * rate, due + presentValue * rate)
    guard rate > -1, start != 0, end / start > 0 else { return nil }
    return naturalLogarithm(end / start) / naturalLogarithm(1 + rate)
  }

  /// The rates a period at which the payments and values agree, from the lowest (RATE).
  public static func rates(
    periods: Int64, payment: Double, presentValue: Double, futureValue: Double = 0,
    isDueAtStart: Bool = false,
    _ search: RateSearch = .wide
  ) -> [Double] {
    let amounts = [payment, presentValue, futureValue]
    guard periods > 0, amounts.contains(where: { $0 > 0 }), amounts.contains(where: { $0 < 0 }) else {
      return []
    }
    return search.rates { growth in
      // Below zero the sum is taken at the end, as if time ran back, so that no power overflows.
      let rate = naturalExponential(growth) - 1
      let (ahead, back) = (rate, -rate / (1 + rate))
      let factor = AnnuityFactor(rate: growth < 0 ? back : ahead, periods: periods)
      let due = payment * (isDueAtStart ? 1 + rate : 1)
      return growth < 0
        ? presentValue * factor.single + due / (1 + rate) * factor.annuity + futureValue
        : presentValue + due * factor.annuity + futureValue * factor.single
    }
  }

  /// The rate a period at which one value grows to the other (RRI).
  /// - Returns: nil unless both are of one sign and there is a period.
  public static func growthRate(periods: Double, from presentValue: Double, to futureValue: Double) -> Double?
  {
    guard periods > 0, presentValue != 0, futureValue / presentValue > 0 else { return nil }
    return power(futureValue / presentValue, 1 / periods) - 1
  }

  /// How many periods one value takes to grow to the other (PDURATION).
  /// - Returns: nil unless both are of one sign and the rate is neither zero nor −1 or less.
  public static func growthPeriods(rate: Double, from presentValue: Double, to futureValue: Double) -> Double?
  {
    guard rate > -1, rate != 0, presentValue != 0, futureValue / presentValue > 0 else { return nil }
    return naturalLogarithm(futureValue / presentValue) / naturalLogarithm(1 + rate)
  }
}
