/// The name that takes the fewest edits to become, if that is no more than a third of its length, or two, one that begins alike
/// before one that does not; or else one that goes on in letters: Devonshire for Devon.
func nearest(to key: [UInt8], among names: [String]) -> String? {
  guard key.count <= 120 else { return nil }
  var best: String?
  var fewest = Int.max
  for name in names {
    let length = name.utf8.count
    let most = min(fewest, max(2, length / 3), max(length, key.count) - 1)
    guard abs(length - key.count) <= most, let edits = edits(from: key, to: Array(name.utf8), most: most)
    else { continue }
    guard edits < fewest || name.utf8.first == key.first && best?.utf8.first != key.first else { continue }
    (best, fewest) = (name, edits)
  }
  return best ?? names.first { name in isDrawnOut(key, of: Array(name.utf8)) }
}

private func isDrawnOut(_ key: [UInt8], of name: [UInt8]) -> Bool {
  name.count > 3 && key.count > name.count && key.starts(with: name)
    && (97...122).contains(key[name.count] | 0x20)
}

/// How many letters must be put in, taken out or changed, if no more than so many.
private func edits(from a: [UInt8], to b: [UInt8], most: Int) -> Int? {
  var start = 0
  while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
  var (endOfA, endOfB) = (a.count, b.count)
  while endOfA > start, endOfB > start, a[endOfA - 1] == b[endOfB - 1] {
    (endOfA, endOfB) = (endOfA - 1, endOfB - 1)
  }
  var row = Array(0...(endOfB - start))
  for i in start..<endOfA {
    var corner = row[0]
    row[0] = i - start + 1
    var least = row[0]
    for j in start..<endOfB {
      let above = row[j - start + 1]
      let cost = min(above + 1, row[j - start] + 1, corner + (a[i] == b[j] ? 0 : 1))
      row[j - start + 1] = cost
      least = min(least, cost)
      corner = above
    }
    guard least <= most else { return nil }
  }
  return row[endOfB - start] <= most ? row[endOfB - start] : nil
}

extension Form {
  /// The nearest of some names, as long as not too many have been looked through for one model.
  mutating func near(_ key: [UInt8], among names: [String]) -> String? {
    guard namesCompared < 200_000 else { return nil }
    namesCompared += names.count
    return nearest(to: key, among: names)
  }
}

/// The one of some names that a word was meant to be, if one is near.
public func nearest(_ word: String, among names: [String]) -> String? {
  nearest(to: Array(word.utf8), among: names)
}
