import Finance
import Housing

/// Why parts are not those of one whole run.
public enum MergeFault: Error, Hashable, Sendable {
  /// The second of two parts, by their places, is of another run, and in what.
  case other(Int, Int, String)
  /// Two parts, by their places, have paths in common.
  case overlap(Int, Int, Range<Int64>)
  case missing([Range<Int64>])
}

extension Simulated {
  /// The whole run of which these are the parts, in whatever order.
  /// - Precondition: there is at least one.
  public static func merging(_ parts: [Simulated]) throws(MergeFault) -> Simulated {
    var whole = parts[0]
    for (place, part) in parts.enumerated().dropFirst() {
      if let difference = parts[0].outline.difference(from: part.outline) {
        throw MergeFault.other(0, place, difference)
      }
    }
    let inOrder = parts.indices.filter { !parts[$0].range.isEmpty }.sorted {
      (parts[$0].range.lowerBound, $0) < (parts[$1].range.lowerBound, $1)
    }
    var missing: [Range<Int64>] = []
    var end: Int64 = 0
    var last: Int?
    for place in inOrder {
      let range = parts[place].range
      if range.lowerBound < end, let last {
        throw MergeFault.overlap(last, place, range.lowerBound..<min(end, range.upperBound))
      }
      if range.lowerBound > end { missing.append(end..<range.lowerBound) }
      (end, last) = (range.upperBound, place)
    }
    let paths = whole.outline.paths
    if end < paths { missing.append(end..<paths) }
    guard missing.isEmpty else { throw MergeFault.missing(missing) }
    for part in parts.dropFirst() { whole.tally.add(part.tally) }
    whole.range = 0..<paths
    return whole
  }
}

extension SimulationOutline {
  /// In what a part is of another run; nothing where it is of the same.
  func difference(from other: SimulationOutline) -> String? {
    if fingerprint != other.fingerprint {
      return "the model: its inputs are \(fingerprint) and \(other.fingerprint)"
    }
    if seed != other.seed { return "the seed: \(seed) and \(other.seed)" }
    if paths != other.paths { return "the paths of the whole run: \(paths) and \(other.paths)" }
    if conditions != other.conditions { return "what --so-that asks" }
    return self == other ? nil : "what was run: perhaps by another version of homeward"
  }
}
