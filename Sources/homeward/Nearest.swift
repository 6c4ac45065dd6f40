/// "; did you mean …?" if a known word is near, or nothing.
func suggestion(for word: String, among known: [String]) -> String {
  let word = word.lowercased()
  let count = word.utf8.count
  // a word cut short, or drawn out: --out, Devonshire
  let start = known.first {
    let other = $0.lowercased()
    return count > 2 && other.hasPrefix(word) || other.utf8.count > 2 && word.hasPrefix(other)
  }
  if let start { return "; did you mean \"\(start)\"?" }
  let most = min(max(2, count / 3), count - 2)
  var best: (word: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(Array(word.utf8.prefix(100)), Array(candidate.lowercased().utf8))
    if distance <= most, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best.map { "; did you mean \"\($0.word)\"?" } ?? ""
}

/// How many letters must be put in, left out or exchanged to make one word the other.
func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let exchanged = diagonal + (letter == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(exchanged, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
