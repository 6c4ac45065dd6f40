import Finance
import ModelFile

/// A test that the council sets itself, held each 31 March with the plan.
public struct CouncilTest: Hashable, Sendable {
  public enum DebtMeasure: String, CaseIterable, Hashable, Sendable {
    case loans
    case capitalFinancingRequirement = "capital financing requirement"
  }
  public enum Kind: Hashable, Sendable {
    /// The HRA balance is at least its minimum.
    case balanceAboveMinimum
    /// Operating surplus less depreciation covers interest so many times.
    case interestCover(Rate)
    case debtLimit(Account, DebtMeasure, Money)
    /// Debt does not rise after the year.
    case debtNotRising(Account, after: Year)
    /// The General Fund is no worse off than without the plan, each year from this one.
    case generalFundNoWorse(from: Year)
  }
  public var name: String
  public var kind: Kind
}

extension CouncilTest {
  init(_ form: inout Form) {
    name = form.name
    kind = form.oneOf(
      "test",
      [
        ("hra balance", { _ in .balanceAboveMinimum }),
        (
          "interest cover",
          { form in
            .interestCover(
              form.rate(
                "cover", in: .percent(0...10_000),
                "Times that interest is covered, as a percentage: 1.25 is 125%"))
          }
        ),
        (
          "debt limit",
          { form in
            .debtLimit(
              form.choice("account", "Whose debt"),
              form.choice(
                "measure", or: Assumed(.loans, "loans unless the model says so"), "What counts as debt"),
              form.money("limit", in: .pounds(0...10_000_000_000), "The most it may be"))
          }
        ),
        (
          "debt not rising",
          { form in
            .debtNotRising(
              form.choice("account", "Whose debt"),
              after: form.year("after", in: 2000...2160, "The last year in which it may rise"))
          }
        ),
        (
          "general fund no worse",
          { form in
            .generalFundNoWorse(from: form.year("from", in: 2000...2160, "The first year in which it counts"))
          }
        ),
      ], "What is tested")
  }
}

/// How value over time is reckoned.
public struct Appraisal: Hashable, Sendable {
  /// The Treasury's real discount rate to year 30, and after it to year 75.
  public var discountRate, laterDiscountRate: Rate
  /// What turns cash into the prices of the price base.
  public var deflator: PriceBasis
  /// The council's own rate for the nominal view.
  public var nominalRate: Rate
  /// The 31 March to which the first page counts households.
  public var headlineYear: Year
}

extension Appraisal {
  init(_ form: inout Form, _ modelBase: Year, lastYear: Year) {
    let source = "HM Treasury, Green Book: 3.5% to year 30, 3.0% to year 75"
    discountRate = form.rate(
      "discount_rate", in: .percent(0...20), or: Assumed(Rate(millionths: 35_000), source),
      "Real discount rate to year 30")
    laterDiscountRate = form.rate(
      "later_discount_rate", in: .percent(0...20), or: Assumed(.percent(3), source),
      "Real discount rate from year 31 to year 75")
    deflator = PriceBasis(
      index: form.optionalReference(
        "deflator", to: "index", "The index that turns cash into real prices; without one, cash is real"),
      base: modelBase)
    nominalRate = form.rate(
      "nominal_rate", in: .percent(0...25),
      "The council's own discount rate for cash, such as its borrowing rate")
    let tenth = Year(start: min(lastYear.start, modelBase.start + 9))
    headlineYear = form.year(
      "headline_year", in: 2000...2160, or: Assumed(tenth, "ten years from the price base, or the last year"),
      "The year to whose end the first page counts households")
  }
}
