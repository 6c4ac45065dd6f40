import Finance

/// The margins over gilts at which the Public Works Loan Board has lent, by the day from which each held.
///
/// The grid of a model has one rate a year: that of 30 September, the middle of it.
public enum PWLBMargin: String, CaseIterable, Hashable, Sendable {
  case standard, certainty, infrastructure, hra

  public static let rule = Rule(
    title:
      "PWLB margins over gilts: standard 1.00, certainty 0.80, local infrastructure 0.60, HRA 0.40 points",
    source:
      "DMO, PWLB concessionary rates, https://www.dmo.gov.uk/responsibilities/local-authority-lending/concessionary-rates/; each step’s source is beside it"
  )
  public static let hraRule = Rule(
    title: "The HRA rate, 0.40 points from 15 June 2023, is for the Housing Revenue Account alone",
    source:
      "DMO, PWLB concessionary rates, as above; to June 2025 by LocalGov, November 2023. That it was extended to at least March 2026 is general knowledge"
  )

  /// From when a margin held, and who says so. Nothing for `points` is the end of it: what comes after is the certainty rate.
  struct Step {
    let from: Day?
    let points: Rate?
    let rule: Rule
  }

  /// The margin of a financial year. Where there is none yet, or no longer, a council has the certainty rate; before there
  /// was one, the standard rate; and before the first published step, that.
  public func points(in year: Year) -> Rate {
    let day = Day(year: year.start, month: 9, day: 30)
    var points: Rate?
    for step in steps {
      if let from = step.from, let day, day < from { continue }
      points = step.points
    }
    if let points { return points }
    return self == .certainty ? PWLBMargin.standard.points(in: year) : PWLBMargin.certainty.points(in: year)
  }

  var steps: [Step] {
    switch self {
    case .standard:
      [
        // the month of 2010 is not given
        Step(nil, 100, Self.rise), Step(2019, 10, 9, 200, Self.rise),
        Step(2020, 11, 26, 100, Self.cut),
      ]
    case .certainty:
      [
        Step(2012, 11, 1, 80, Self.rule), Step(2019, 10, 9, 180, Self.effective),
        Step(2020, 11, 26, 80, Self.cut),
      ]
    case .infrastructure:
      [
        // the project rate was renamed the local infrastructure rate in 2018
        Step(2013, 11, 1, 60, Self.project), Step(2018, 4, 11, 60, Self.rule),
        Step(2019, 10, 9, 160, Self.rise), Step(2020, 11, 26, 60, Self.cut),
      ]
    case .hra:
      [
        // Budget 2020; the day is not given
        Step(2020, 3, 31, 80, Self.budget), Step(2020, 11, 26, nil, Self.cut),
        Step(2023, 6, 15, 40, Self.hraRule), Step(2025, 7, 1, nil, Self.extension2023),
      ]
    }
  }

  private static let rise = Rule(
    title: "Standard rate of 1.00 points from 2010; every new loan 1.00 points dearer from 9 October 2019",
    source:
      "https://www.leicestershireandrutlandalc.gov.uk/news/2019/10/government-increases-margin-applied-to-new-pwlb-loans-with-immediate-effect",
    certainty: .secondary)
  private static let effective = Rule(
    title: "Certainty rate of 1.80 points in effect from 9 October 2019",
    source: "https://www.localgov.co.uk/PWLB-hike-A-rise-too-far/48661", certainty: .secondary)
  private static let project = Rule(
    title: "Project rate, 0.40 points below the standard rate, from 1 November 2013",
    source: "http://pwlb.gov.uk/index.aspx?page=PWLB/PWLB_Concessionary_Rates")
  private static let budget = Rule(
    title: "A first HRA rate of 0.80 points, March 2020",
    source: "https://insidehousing.co.uk/news/pwlb-rates-for-social-housing-cut-to-pre-hike-levels-65392",
    certainty: .secondary)
  private static let cut = Rule(
    title: "Back to the margins before October 2019, from 26 November 2020",
    source:
      "https://viewpoints.shoosmiths.co.uk/post/102gl4d/ban-on-commercial-investments-for-local-authorities-comes-into-force",
    certainty: .secondary)
  private static let extension2023 = Rule(
    title: "The HRA rate is extended to June 2025; any later end was not found",
    source: "https://www.localgov.co.uk/Councils-welcome-PWLB-rate-extension/58419", certainty: .secondary)
}

extension PWLBMargin.Step {
  /// - Parameter basisPoints: hundredths of a point.
  fileprivate init(_ from: Day?, _ basisPoints: Int64?, _ rule: Rule) {
    self.from = from
    points = basisPoints.map { Rate(millionths: $0 * 100) }
    self.rule = rule
  }
  fileprivate init(_ year: Int, _ month: Int, _ day: Int, _ basisPoints: Int64?, _ rule: Rule) {
    self.init(Day(year: year, month: month, day: day), basisPoints, rule)
  }
}
