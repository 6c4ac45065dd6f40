import Finance
import ModelFile

/// The Local Housing Allowance of an area, `[lha_rates.NAME]`: by size, by year, and what becomes of it after that.
public struct AllowanceRates: Hashable, Sendable {
  /// What an allowance does after the last year that the model gives.
  public enum Path: Hashable, Sendable {
    case frozen
    /// It follows an index each April.
    case indexed(Int)
    /// It is frozen, but set again to where an index has come to every so many years.
    case rebased(Int, from: Year, every: Int64)
  }
  public var name: String
  /// In the order of ``LocalHousingAllowance/sizes``; nothing for a size that the model does not give.
  public var bySize: [Series<Money>?]
  public var path: Path
}

extension AllowanceRates {
  init(_ form: inout Form) {
    name = form.name
    let of = [
      "a room in a shared home", "one bedroom", "two bedrooms", "three bedrooms", "four bedrooms and more",
    ]
    bySize = LocalHousingAllowance.sizes.indices.map { size in
      form.optionalMonies(
        LocalHousingAllowance.sizes[size], per: "week", in: .pounds(0...2_000), after: .same,
        "Allowance for \(of[size]), by year")
    }
    path = form.oneOf(
      "path",
      [
        ("frozen", { _ in .frozen }),
        ("indexed", { form in .indexed(Self.index(&form)) }),
        (
          "rebased",
          { form in
            .rebased(
              Self.index(&form),
              from: form.year("rebased_from", in: 1990...2100, "The first year in which it is set again"),
              every: form.count(
                "rebased_every", of: "years", in: 1...60, "After how many years it is set again each time"))
          }
        ),
      ], or: Assumed("frozen", "SI 2026/5 holds the rates of January 2024: frozen unless the model says so"),
      "What the allowance does after the last year given")
  }

  private static func index(_ form: inout Form) -> Int {
    form.reference("index", to: "index", "The index that rents of the area follow")
  }

  /// The index that the allowance of a size follows, and the year from which it does.
  public func prices(of size: Int) -> PriceBasis? {
    guard let given = bySize[size] else { return nil }
    switch path {
    case .frozen: return PriceBasis(index: nil, base: given.lastYear)
    case .indexed(let index), .rebased(let index, _, _): return PriceBasis(index: index, base: given.lastYear)
    }
  }

  /// The allowance of a size by year from the first, in pence a week, unrounded; nothing for a size that is not given.
  /// - Parameter levels: of the index of ``prices(of:)``, by year from the first.
  public func weeklyPence(_ size: Int, levels: [Double], from firstYear: Year, years: Int) -> [Double]? {
    guard let given = bySize[size] else { return nil }
    let last = given.lastYear
    return (0..<years).map { k in
      let year = firstYear + k
      let pence = Double(given[year].pence)
      guard last < year else { return pence }
      switch path {
      case .frozen: return pence
      case .indexed: return pence * levels[k]
      case .rebased(_, let from, let every):
        guard from <= year else { return pence }
        let set = from + Int((Int64(year.start - from.start) / every) * every)
        return last < set && firstYear <= set ? pence * levels[set.start - firstYear.start] : pence
      }
    }
  }
}
