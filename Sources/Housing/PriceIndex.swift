import Finance
import ModelFile

/// How a price moves from year to year: one in its price base, and multiplied each April after it.
public struct PriceIndex: Hashable, Sendable {
  public var name: String
  /// Growth in the April that opens the year.
  public var growth: Series<Rate>
  /// Growth on top of that: (1 + growth) × (1 + real growth).
  public var realGrowth: Series<Rate>
}

extension PriceIndex {
  init(_ form: inout Form) {
    name = form.name
    growth = form.rates(
      "growth", in: .percent(-50...100), "Growth of the price in the April that opens the year")
    realGrowth = form.rates(
      "real_growth", in: .percent(-50...100), or: Assumed(.zero, "no growth on top unless the model says so"),
      "Growth on top of that, compounded with it")
  }
}

/// Which index a cost follows, and the year in whose prices it is given.
public struct PriceBasis: Hashable, Sendable {
  /// The place of the index in the model's list; a cost without one stays as given.
  public var index: Int?
  public var base: Year
}

extension PriceBasis {
  init(_ form: inout Form, _ key: String = "index", _ baseKey: String = "price_base", base modelBase: Year) {
    index = form.optionalReference(
      key, to: "index", "The index that the price follows; without one it stays as given")
    base = form.year(
      baseKey, in: 1990...2100, or: Assumed(modelBase, "the model's price base"),
      "The year in whose prices it is given")
  }
}
