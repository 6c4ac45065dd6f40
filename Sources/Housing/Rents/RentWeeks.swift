import Finance
import ModelFile

/// Weeks for which rent is charged. Rents are carried as a week's over 52; councils also quote them over 46 to 53.
public enum RentWeeks {
  public static let usual = 52

  /// The Mondays of a financial year, 52 or 53: the weeks charged by a landlord whose rent week starts on a Monday.
  public static func mondays(in year: Year) -> Int {
    // The calendar repeats every 400 years, which are whole weeks.
    let start = (year.start % 400 + 400) % 400
    return mondays(beforeApril: start + 1) - mondays(beforeApril: start)
  }

  /// A rent quoted for each of `weeks` charged weeks, for each of `other` weeks of the same year's rent.
  public static func restated(_ rent: Double, from weeks: Int, to other: Int = usual) -> Double {
    rent * Double(weeks) / Double(other)
  }

  /// A month's share of a year of `weeks` charged weeks.
  public static func month(of weeklyRent: Double, weeks: Int = usual) -> Double {
    weeklyRent * Double(weeks) / 12
  }

  /// Mondays before 1 April of a year of the calendar, counted from a fixed one.
  private static func mondays(beforeApril year: Int) -> Int {
    let days = 365 * year + year / 4 - year / 100 + year / 400
    return (days + 4) / 7
  }
}

extension RentWeeks {
  /// A weekly rent as it is carried, over 52 weeks and unrounded, from the weeks over which the model quotes it.
  static func carried(_ rent: Money, _ form: inout Form) -> Double {
    let weeks = form.optionalCount(
      "quoted_weeks", of: "weeks", in: 46...53, "Weeks a year for which that rent is charged; 52 if not given"
    )
    return restated(Double(rent.pence), from: Int(weeks ?? Int64(usual)))
  }
}
