import CashFlow
import Housing

/// Homes of the plan complete within the projection, by how they are got.
struct DeliveredHomes {
  var bought: Int64 = 0, built: Int64 = 0, converted: Int64 = 0, leased: Int64 = 0

  /// Whether any of them costs capital.
  var needCapital: Bool { bought + built + converted > 0 }
}

extension Findings {
  var delivered: DeliveredHomes {
    var homes = DeliveredHomes()
    for row in planned {
      switch model.programmes[row.programme].delivery {
      case .buy: homes.bought += row.total
      case .build: homes.built += row.total
      case .convert: homes.converted += row.total
      case .lease: homes.leased += row.total
      }
    }
    return homes
  }
}

extension Programme.Delivery {
  /// What was done to its homes: "bought".
  var participle: String {
    switch self {
    case .buy: "bought"
    case .build: "built"
    case .convert: "converted"
    case .lease: "leased"
    }
  }

  /// What the wait from start to completion is.
  var wait: Text {
    switch self {
    case .buy: "From the start of a purchase to the keys"
    case .build, .convert: "From start on site to handover"
    case .lease: "From the start of a lease to the keys"
    }
  }

  /// What the cost of a home is.
  var price: Text {
    switch self {
    case .buy: "Price"
    case .build: "Building"
    case .convert: "Conversion"
    case .lease: "Price"
    }
  }
}
