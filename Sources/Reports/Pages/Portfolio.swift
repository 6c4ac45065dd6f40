import CashFlow
import Finance
import Housing

/// Many councils, each at its own assumptions, and what they come to: every sum is of whole pounds and whole households as
/// shown, so that every table foots.
struct Portfolio {
  /// What a plan does, or what several do.
  struct Sums {
    var homes: Int64 = 0
    var spent = Money.zero, granted = Money.zero, borrowed = Money.zero
    /// By the council's own headline year, and in all its years.
    var rehoused: Int64 = 0, rehousedInAll: Int64 = 0
    var fewer: Int64 = 0
    /// In the plan's temporary homes at the end of the headline year: they have not left temporary accommodation.
    var housedInOwn: Int64 = 0
    var budgetHRA = Money.zero, budgetGeneralFund = Money.zero, netPresentValue = Money.zero
    var passed: Int64 = 0, tests: Int64 = 0

    var budget: Money { budgetHRA + budgetGeneralFund }
  }
  struct Council {
    let findings: Findings
    let name: String
    let sums: Sums
  }
  struct Group {
    let region: Region
    let councils: [Council]
    let sums: Sums
  }
  /// In the order of the regions; in each, in that of the names.
  let groups: [Group]
  let all: Sums

  var councils: [Council] { groups.flatMap { $0.councils } }

  init(_ findings: [Findings]) {
    let councils = findings.map { Council(findings: $0, name: $0.model.council.shortened, sums: Sums($0)) }
    groups = Region.allCases.compactMap { region in
      let here = councils.filter { $0.findings.model.region == region }
      let sorted = here.indices.sorted {
        (here[$0].name, $0) < (here[$1].name, $1)
      }.map { here[$0] }
      return here.isEmpty
        ? nil : Group(region: region, councils: sorted, sums: here.reduce(Sums()) { $0 + $1.sums })
    }
    all = groups.reduce(Sums()) { $0 + $1.sums }
  }
}

extension Portfolio.Sums {
  init(_ findings: Findings) {
    func total(_ hra: String, _ generalFund: String) -> Money {
      findings.pounds.total(hra, .difference) + findings.pounds.total(generalFund, .difference)
    }
    homes = findings.measures.homes
    spent = total("capital.hra.programme", "capital.gf.programme")
    granted = total("capital.hra.grant", "capital.gf.grant")
    borrowed = total("loan.hra.drawn", "loan.gf.drawn")
    rehoused = findings.rehoused
    rehousedInAll = findings.measures.with.rehoused.reduce(0, +)
    fewer = findings.fewer
    housedInOwn = findings.housedInOwn
    budgetHRA = findings.budgetHRA
    budgetGeneralFund = findings.budgetGeneralFund
    netPresentValue = Money.pounds(roundedQuotient(findings.measures.netPresentValue.pence, 100))
    passed = Int64(findings.tests.count { $0.isPassed })
    tests = Int64(findings.tests.count)
  }

  static func + (a: Self, b: Self) -> Self {
    var sums = a
    sums.homes += b.homes
    sums.spent += b.spent
    sums.granted += b.granted
    sums.borrowed += b.borrowed
    sums.rehoused += b.rehoused
    sums.rehousedInAll += b.rehousedInAll
    sums.fewer += b.fewer
    sums.housedInOwn += b.housedInOwn
    sums.budgetHRA += b.budgetHRA
    sums.budgetGeneralFund += b.budgetGeneralFund
    sums.netPresentValue += b.netPresentValue
    sums.passed += b.passed
    sums.tests += b.tests
    return sums
  }
}

// MARK: By year

extension Portfolio {
  /// A financial year of every council whose projection has it.
  struct OfYear {
    let year: Year
    let councils: Int64
    let homes: Int64, rehoused: Int64
    let spent: Money, borrowed: Money, budget: Money
  }

  var byYear: [OfYear] {
    let models = councils.map { $0.findings.model }
    guard let first = models.map({ $0.firstYear }).min(), let last = models.map({ $0.lastYear }).max() else {
      return []
    }
    var years = (first.start...last.start).map { Year(start: $0) }.map { year in
      OfYear(year: year, councils: 0, homes: 0, rehoused: 0, spent: .zero, borrowed: .zero, budget: .zero)
    }
    for council in councils {
      let findings = council.findings
      let at = findings.model.firstYear.start - first.start
      func difference(_ paths: [String]) -> [Money] {
        paths.map { findings.pounds.yearly($0, .difference) }.reduce(findings.years.map { _ in .zero }) {
          sum, line in
          zip(sum, line).map { $0.0 + $0.1 }
        }
      }
      let spent = difference(["capital.hra.programme", "capital.gf.programme"])
      let borrowed = difference(["loan.hra.drawn", "loan.gf.drawn"])
      let budget = difference(["hra.surplus", "gf.net"])
      let homes = findings.forecast.plannedGroups.map {
        findings.forecast.yearly("stock.\($0).homes.completed")
      }
      for k in findings.years.indices {
        let here = years[at + k]
        years[at + k] = OfYear(
          year: here.year, councils: here.councils + 1,
          homes: here.homes + homes.reduce(0) { $0 + $1[k] },
          rehoused: here.rehoused + findings.measures.with.rehoused[k], spent: here.spent + spent[k],
          borrowed: here.borrowed + borrowed[k], budget: here.budget + budget[k])
      }
    }
    return years
  }

  /// Households in TA at a 31 March that every projection has, together.
  struct AtMarch {
    /// The calendar year.
    let year: Int
    let with: Int64, without: Int64
  }

  var byMarch: [AtMarch] {
    let models = councils.map { $0.findings.model }
    guard let first = models.map({ $0.firstYear.start }).max(),
      let last = models.map({ $0.lastYear.start }).min(),
      first <= last
    else { return [] }
    return (first...last + 1).map { year in
      func sum(_ run: (Findings) -> WholeHouseholds) -> Int64 {
        councils.reduce(0) { sum, council in
          let place = year - council.findings.model.firstYear.start - 1
          let households = run(council.findings)
          return sum + (place < 0 ? households.opening : households.households[place])
        }
      }
      return AtMarch(year: year, with: sum { $0.measures.with }, without: sum { $0.measures.without })
    }
  }
}

extension String {
  /// A council's name without what kind of council it is: "East Devon" of "East Devon District Council", "Bromley" of "London Borough of Bromley".
  var shortened: String {
    for kind in ["London Borough of ", "Royal Borough of "]
    where utf8.count > kind.utf8.count && utf8.starts(with: kind.utf8) {
      return String(Substring(utf8.dropFirst(kind.utf8.count)))
    }
    let kinds = [
      " Metropolitan Borough Council", " District Council", " Borough Council", " City Council", " Council",
    ]
    for kind in kinds
    where utf8.count > kind.utf8.count && utf8.suffix(kind.utf8.count).elementsEqual(kind.utf8) {
      return String(Substring(utf8.dropLast(kind.utf8.count)))
    }
    return self
  }
}

extension Region {
  /// As a heading.
  var heading: String { self == .notSaid ? "Region not said" : rawValue }

  /// Under a column of a chart.
  var short: String {
    switch self {
    case .yorkshire: "Yorkshire"
    case .eastMidlands: "East Mids"
    case .westMidlands: "West Mids"
    case .eastOfEngland: "East"
    case .notSaid: "Not said"
    default: rawValue
    }
  }
}
