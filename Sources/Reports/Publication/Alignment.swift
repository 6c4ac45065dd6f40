/// Where several lists say the same, in order: for each such place, where it is in each of the lists; and before, between and
/// after them whether any list has more.
struct Alignment {
  enum Piece {
    case same([Int])
    case more
  }
  private(set) var pieces: [Piece] = []

  init<Key: Equatable>(_ lists: [[Key]]) {
    guard let first = lists.first else { return }
    var matches: [[Int]] = first.indices.map { [$0] }
    for list in lists.dropFirst() {
      let pairs = Alignment.pairs(matches.map { first[$0[0]] }, list)
      matches = pairs.map { matches[$0.0] + [$0.1] }
    }
    var next = lists.map { _ in 0 }
    for match in matches + [lists.map { $0.count }] {
      if zip(match, next).contains(where: { $0 > $1 }) { pieces.append(.more) }
      if zip(match, lists).allSatisfy({ $0 < $1.count }) { pieces.append(.same(match)) }
      next = match.map { $0 + 1 }
    }
  }

  /// The longest list of places at which two lists say the same, in order.
  private static func pairs<Key: Equatable>(_ a: [Key], _ b: [Key]) -> [(Int, Int)] {
    if a == b { return a.indices.map { ($0, $0) } }
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var (endA, endB) = (a.count, b.count)
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] { (endA, endB) = (endA - 1, endB - 1) }
    var pairs = (0..<start).map { ($0, $0) }
    let (rows, columns) = (endA - start, endB - start)
    // too much to compare: none of it is taken for the same
    if rows > 0, columns > 0, rows <= 4_000_000 / columns {
      var longest = Array(repeating: Int32(0), count: (rows + 1) * (columns + 1))
      for row in stride(from: rows - 1, through: 0, by: -1) {
        for column in stride(from: columns - 1, through: 0, by: -1) {
          let place = row * (columns + 1) + column
          longest[place] =
            a[start + row] == b[start + column]
            ? longest[place + columns + 2] + 1 : max(longest[place + 1], longest[place + columns + 1])
        }
      }
      var (row, column) = (0, 0)
      while row < rows, column < columns {
        let place = row * (columns + 1) + column
        if a[start + row] == b[start + column] {
          pairs.append((start + row, start + column))
          (row, column) = (row + 1, column + 1)
        } else if longest[place + columns + 1] >= longest[place + 1] {
          row += 1
        } else {
          column += 1
        }
      }
    }
    return pairs + (0..<(a.count - endA)).map { (endA + $0, endB + $0) }
  }
}
