import Finance
import Housing

/// The level of every index in every year: one in its price base, multiplied each April after it and divided before.
struct IndexLevels {
  /// Years beyond the last that a level may be asked for: homes that start in the last year complete after it.
  static let beyond = 21
  let firstYear: Year
  let years: Int
  private let model: Model

  init(_ model: Model) {
    self.model = model
    firstYear = model.firstYear
    years = Int(model.years) + Self.beyond
  }

  /// By year from the first, what one pound of the price base has become.
  func levels(_ basis: PriceBasis) -> [Double] {
    guard let index = basis.index else { return Array(repeating: 1, count: years) }
    let prices = model.indices[index]
    var level = 1.0
    var year = basis.base
    while year < firstYear {
      year = year + 1
      level = level * (1 + prices.growth[year].ratio) * (1 + prices.realGrowth[year].ratio)
    }
    while firstYear < year {
      level = level / ((1 + prices.growth[year].ratio) * (1 + prices.realGrowth[year].ratio))
      year = year + -1
    }
    var levels: [Double] = [level]
    for k in 1..<years {
      let year = firstYear + k
      level = level * (1 + prices.growth[year].ratio) * (1 + prices.realGrowth[year].ratio)
      levels.append(level)
    }
    return levels
  }
}
