/// Where two texts first part, as the lines of a unified diff: three lines of what is common before, what was taken away,
/// what was put in, and three lines after. Nil if they are the same.
func firstHunk(from old: [UInt8], to new: [UInt8]) -> [String]? {
  if old == new { return nil }
  let a = lines(old)
  let b = lines(new)
  var start = 0
  while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
  let (endA, endB) = meeting(a, b, from: start)
  let before = a[max(0, start - 3)..<start]
  let after = a[endA..<min(a.count, endA + 3)]
  let top = start - before.count
  let counts = (endA - top + after.count, endB - top + after.count)
  return ["@@ -\(top + 1),\(counts.0) +\(top + 1),\(counts.1) @@"]
    + before.map { " " + shown($0) }
    + cut(a[start..<endA].map { "-" + shown($0) })
    + cut(b[start..<endB].map { "+" + shown($0) })
    + after.map { " " + shown($0) }
}

/// The lines of a text; one that does not end with a line's end says so.
private func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines = text.split(separator: 10, omittingEmptySubsequences: false)
  if lines.last?.isEmpty == true {
    lines.removeLast()
  } else if let last = lines.popLast() {
    lines.append(last + Array(" (no newline at the end)".utf8))
  }
  return lines
}

/// Where, after they part, two texts next have a line in common: the nearest such place, within 200 lines.
private func meeting(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>], from start: Int) -> (Int, Int) {
  let (leftA, leftB) = (a.count - start, b.count - start)
  for distance in 0...min(400, leftA + leftB) {
    for i in max(0, distance - leftB)...min(distance, leftA) {
      let (x, y) = (start + i, start + distance - i)
      let isEnd = x == a.count && y == b.count
      if isEnd || x < a.count && y < b.count && !a[x].isEmpty && a[x] == b[y] { return (x, y) }
    }
  }
  return (a.count, b.count)
}

private func shown(_ line: ArraySlice<UInt8>) -> String {
  let most = 200
  let text = escaped(String(decoding: line, as: UTF8.self))
  return text.count > most ? text.prefix(most) + " …" : text
}

private func cut(_ lines: [String]) -> [String] {
  let most = 10
  return lines.count > most
    ? lines.prefix(most) + ["\(lines[0].prefix(1))… \(lines.count - most) more lines"] : lines
}
