import Housing
import ModelFile

extension Comparison {
  /// The causes with those joined for whose want a mixture cannot be read: the fewest of the set that cannot be read still, and
  /// the fewest others with which the set can.
  func joined(_ causes: [Cause], at set: [Int]) -> [Cause] {
    func reads(_ places: [Int]) -> Bool { mixture.model(coalition(of: causes, places)) != nil }
    var within = set
    for place in set {
      let fewer = within.filter { $0 != place }
      if !reads(fewer) { within = fewer }
    }
    var wider = Array(causes.indices)
    for place in causes.indices where !set.contains(place) {
      let fewer = wider.filter { $0 != place }
      if reads(fewer) { wider = fewer }
    }
    let needed = Set(within + wider.filter { !set.contains($0) })
    let places = needed.count > 1 ? causes.indices.filter { needed.contains($0) } : Array(causes.indices)
    guard let first = places.first else { return causes }
    var all = causes
    all[first] = places[1...].reduce(causes[first]) { $0 + causes[$1] }
    for place in places[1...].reversed() { all.remove(at: place) }
    return all
  }
}
