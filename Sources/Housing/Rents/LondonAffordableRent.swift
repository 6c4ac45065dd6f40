import Finance
import ModelFile

/// London Affordable Rent: a weekly benchmark for each size, published by the Greater London Authority.
public enum LondonAffordableRent {
  public static let rule = Rule(
    title: "London Affordable Rent is a benchmark by size, without service charge, as the model gives it",
    source:
      "Greater London Authority, benchmarks by year; their figures were not found, so the model gives them",
    certainty: .secondary)

  public static let uprating = Rule(
    title: "Benchmarks rise by September CPI and a point after the last year given",
    source: "common knowledge; no source was read", certainty: .unverified)
}

/// A benchmark by year for the homes of one size, and what sitting tenants pay.
public struct BenchmarkTerms: Hashable, Sendable {
  /// Weekly, by year; it rises with inflation after the last year given.
  public var benchmark: Series<Money>
  /// Points on top of September inflation by which it rises after that.
  public var abovePrices: Series<Rate>
  /// Weekly pence over 52 weeks; the benchmark of the first year if nothing is said.
  public var sittingPence: Double?
  /// What is let at, as a share of the benchmark.
  public var level = Rate.whole
}

extension BenchmarkTerms {
  init(_ form: inout Form) {
    benchmark = form.monies(
      "benchmark", per: "week", in: .pounds(0...2_000), after: .same,
      "London Affordable Rent benchmark of the size, by year, without service charge")
    abovePrices = form.pointsByYear(
      "benchmark_above_cpi", in: .percent(-20...20),
      or: Assumed(.percent(1), "general knowledge, unverified: benchmarks rise by CPI + 1 point"),
      "Points above September CPI by which the benchmark rises after the last year given")
    sittingPence = RentBasis.sittingRent(&form)
  }

  /// The rent of a new letting by year from the first, in pence a week, unrounded: the benchmark at the level of the terms.
  public func weeklyPence(_ policy: RentPolicy, from firstYear: Year, years: Int) -> [Double] {
    let last = benchmark.lastYear
    var risen = Double(benchmark[last].pence) * level.ratio
    var year = last
    return (0..<years).map { k in
      let wanted = firstYear + k
      guard last < wanted else { return Double(benchmark[wanted].pence) * level.ratio }
      while year < wanted {
        year = year + 1
        risen = risen * (1 + (policy.septemberInflation[year + -1] + abovePrices[year]).ratio)
      }
      return risen
    }
  }
}

extension Series {
  /// The last year that it names.
  var lastYear: Year { first + (values.count - 1) }
}
