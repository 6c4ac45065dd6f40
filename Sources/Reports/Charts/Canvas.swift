/// The plotting area: `x` in per cent of a width that the screen decides, `y` and type in pixels. Labels are placed so that
/// they clear the marks at the width of a page and of a narrow screen both.
struct Canvas {
  /// A rectangle in per cent across, or in pixels at a given width, and pixels down.
  struct Box: Hashable {
    var left, right, top, bottom: Double
  }

  static let widths: [Double] = [664, 232]
  static let letter = 8.8
  static let plotHeight = 272.0

  let axis: Axis
  /// How many places there are along the bottom.
  let count: Int
  /// Where the highest grid line is.
  let top: Double
  /// Whether a place is the middle of a column, not a point of the edge.
  let isColumns: Bool
  /// Lines that labels must clear, as drawn numbers by place.
  var lines: [[Int64]] = []
  /// How high a chart of rows is, which has no grid.
  var rowsHeight: Double?
  /// Labels placed so far, by width.
  var taken: [[Box]] = [[], []]

  init(_ axis: Axis, count: Int, top: Double = 24, isColumns: Bool = false) {
    (self.axis, self.count, self.top, self.isColumns) = (axis, count, top, isColumns)
  }

  var bottom: Double { top + Canvas.plotHeight }
  /// With the labels along the bottom.
  var height: Double { rowsHeight ?? bottom + 28 }
  /// Room for the grid's labels, in pixels.
  var margin: Int { rowsHeight != nil ? 0 : max(40, (axis.width * 19 + 1) / 2 + 10) }

  func y(_ drawn: Double) -> Double {
    top + Canvas.plotHeight * (Double(axis.high) - drawn) / Double(axis.high - axis.low)
  }

  /// Per cent across.
  func x(_ place: Double) -> Double {
    isColumns ? 100 * (place + 0.5) / Double(max(1, count)) : 100 * place / Double(max(1, count - 1))
  }

  enum Anchor: Hashable { case start, middle, end }

  /// A label that has found room.
  struct Placed: Hashable {
    var x, y: Double
    var anchor: Anchor
  }

  /// The box of `letters` characters whose base line is at (`x` per cent, `y`).
  func box(_ letters: Int, _ at: Placed, width: Double) -> Box {
    let length = Double(letters) * Canvas.letter
    let x = at.x * width / 100
    let left =
      switch at.anchor {
      case .start: x
      case .middle: x - length / 2
      case .end: x - length
      }
    return Box(left: left, right: left + length, top: at.y - 13, bottom: at.y + 5)
  }

  /// How far, in pixels, a box stands from the nearest line and label; below nil it overlaps one.
  func clearance(_ box: Box, _ width: Int) -> Double {
    let across = Canvas.widths[width]
    if box.left < -1 || box.right > across + 1 || box.top < 2 || box.bottom > bottom + 1 { return -100 }
    var least = 100.0
    for other in taken[width] {
      // Two labels on one line need a word's space between them.
      let across = max(other.left - box.right, box.left - other.right) - Canvas.letter
      least = min(least, max(across, other.top - box.bottom, box.top - other.bottom))
    }
    for line in lines where !line.isEmpty {
      let scale = Double(max(1, count - 1)) / across
      let (from, to) = (box.left * scale, min(box.right * scale, Double(line.count - 1)))
      if from > to { continue }
      var at = max(0, from)
      var isAbove: Bool?
      while true {
        let y = y(height(of: line, at))
        least = min(least, y < box.top ? box.top - y : y > box.bottom ? y - box.bottom : -1)
        // A line that was on the other side a moment ago has gone through the box.
        if let isAbove, isAbove != (y < box.top) { least = min(least, -1) }
        isAbove = y < box.top
        if at >= to { break }
        at = min(to, Double(Int(at) + 1))
      }
    }
    return least
  }

  /// The drawn number of a line between its places.
  func height(of line: [Int64], _ place: Double) -> Double {
    let before = min(max(0, Int(place)), line.count - 1)
    let after = min(before + 1, line.count - 1)
    return Double(line[before]) + (place - Double(before)) * (Double(line[after]) - Double(line[before]))
  }

  /// Whether the middle of a label is nearer to line `number` than to any other line, at the width of a page: a name
  /// must not seem to be another's. A line that runs on the very same figures is no other.
  func isNearest(_ number: Int, to letters: Int, at candidate: Placed) -> Bool {
    let box = box(letters, candidate, width: Canvas.widths[0])
    let place = (box.left + box.right) / 2 / Canvas.widths[0] * Double(max(1, count - 1))
    let middle = (box.top + box.bottom) / 2
    let own = y(height(of: lines[number], min(max(0, place), Double(lines[number].count - 1))))
    for (other, line) in lines.enumerated() where other != number && line != lines[number] && !line.isEmpty {
      if place > Double(line.count - 1) { continue }
      let distance = (y(height(of: line, max(0, place))) - middle).magnitude
      if distance <= (own - middle).magnitude { return false }
    }
    return true
  }

  /// The first of the candidates with most room, up to `enough`, at each width where the label is shown; nil when none
  /// has `needed`.
  /// - Parameters:
  ///   - wide: letters at the width of a page, or nil if the label is left out there.
  ///   - narrow: letters on a narrow screen, or nil if it is left out there.
  mutating func place(
    wide: Int?, narrow: Int?, _ candidates: [Placed], needed: Double = 0, enough: Double = 6
  ) -> Placed? {
    let letters = [wide, narrow]
    var best: Placed?
    var most = needed - 0.001
    for candidate in candidates {
      var room = enough
      for (width, letters) in letters.enumerated() {
        guard let letters, room > most else { continue }
        room = min(room, clearance(box(letters, candidate, width: Canvas.widths[width]), width))
      }
      if room > most { (best, most) = (candidate, room) }
    }
    guard let best else { return nil }
    for (width, letters) in letters.enumerated() {
      if let letters { taken[width].append(box(letters, best, width: Canvas.widths[width])) }
    }
    return best
  }
}
