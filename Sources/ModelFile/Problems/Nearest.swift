/// The name that takes the fewest edits to become, if that is no more than a third of its length, or two.
func nearest(to key: [UInt8], among names: [String]) -> String? {
  guard key.count <= 120 else { return nil }
  var best: String?
  var fewest = Int.max
  for name in names {
    let bytes = Array(name.utf8)
    let most = min(fewest - 1, max(2, bytes.count / 3))
    guard abs(bytes.count - key.count) <= most else { continue }
    let edits = edits(from: key, to: bytes)
    if edits <= most, edits < max(key.count, bytes.count) { (best, fewest) = (name, edits) }
  }
  return best
}

/// How many letters must be put in, taken out or changed.
private func edits(from a: [UInt8], to b: [UInt8]) -> Int {
  var row = Array(0...b.count)
  for i in a.indices {
    var corner = row[0]
    row[0] = i + 1
    for j in b.indices {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, corner + (a[i] == b[j] ? 0 : 1))
      corner = above
    }
  }
  return row[b.count]
}
