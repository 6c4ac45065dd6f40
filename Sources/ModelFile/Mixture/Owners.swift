import Finance
import TOML

/// Whose each source of a mixture is, and with which year the lists of each begin.
struct Owners: Sendable {
  var isOfSecond: [Bool]
  var first: Year, second: Year

  func firstYear(of place: Place) -> Year {
    isOfSecond.indices.contains(Int(place.source)) && isOfSecond[Int(place.source)] ? second : first
  }
}
