import Finance
import Housing

/// The level of every index in every year: one in its price base, multiplied each April after it and divided before.
///
/// A class, since what was reckoned once is kept for the next that asks for the same.
final class IndexLevels {
  /// Years beyond the last that a level may be asked for: homes that start in the last year complete after it.
  static let beyond = 21
  let firstYear: Year
  let years: Int
  private let indices: [PriceIndex]
  private var known: [(basis: PriceBasis, levels: [Double])] = []

  init(_ model: Model) {
    indices = model.indices
    firstYear = model.firstYear
    years = Int(model.years) + Self.beyond
  }

  /// By year from the first, what one pound of the price base has become.
  func levels(_ basis: PriceBasis) -> [Double] {
    if let place = known.firstIndex(where: { $0.basis == basis }) { return known[place].levels }
    let levels = reckoned(basis)
    known.append((basis: basis, levels: levels))
    return levels
  }

  private func reckoned(_ basis: PriceBasis) -> [Double] {
    guard let index = basis.index else { return Array(repeating: 1, count: years) }
    let (growth, realGrowth) = (indices[index].growth, indices[index].realGrowth)
    var level = 1.0
    var year = basis.base
    while year < firstYear {
      year = year + 1
      level = level * (1 + growth[year].ratio) * (1 + realGrowth[year].ratio)
    }
    while firstYear < year {
      level = level / ((1 + growth[year].ratio) * (1 + realGrowth[year].ratio))
      year = year + -1
    }
    var levels: [Double] = []
    levels.reserveCapacity(years)
    levels.append(level)
    for k in 1..<years {
      let year = firstYear + k
      level = level * (1 + growth[year].ratio) * (1 + realGrowth[year].ratio)
      levels.append(level)
    }
    return levels
  }
}
