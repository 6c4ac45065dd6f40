extension Output {
  /// A length to a tenth, without nought at the end: 12.5.
  mutating func write(tenths length: Double) {
    let tenths = Int64(length * 10 + (length < 0 ? -0.5 : 0.5))
    if tenths < 0 { write("-") }
    let size = tenths.magnitude
    write(digits: size / 10)
    if size % 10 > 0 {
      write(".")
      write(digits: size % 10)
    }
  }

  /// A drawn number in the markup: 18.2, -2323.
  mutating func write(drawn: Int64, places: Int) {
    if drawn < 0 { write("-") }
    var rest = drawn.magnitude
    var decimals = places
    while decimals > 0, rest.isMultiple(of: 10) {
      rest /= 10
      decimals -= 1
    }
    write(rest, decimals: decimals, grouped: false)
  }

  /// A label, its words escaped; `more` is left out on narrow screens.
  mutating func write(
    label words: String, more: String = "", class name: String, at place: Canvas.Placed
  ) {
    write("          <text")
    if !name.utf8.isEmpty { write(" class=\"\(name)\"") }
    write(" x=\"")
    write(tenths: place.x)
    write("%\" y=\"")
    write(tenths: place.y)
    write("\"")
    switch place.anchor {
    case .start: break
    case .middle: write(" text-anchor=\"middle\"")
    case .end: write(" text-anchor=\"end\"")
    }
    write(">")
    write(html: words)
    if !more.utf8.isEmpty {
      write("<tspan class=\"fine\">")
      write(html: more)
      write("</tspan>")
    }
    write("</text>\n")
  }

  /// Grid lines with their labels; nil, if it is one of them, in ink.
  mutating func write(gridOf canvas: Canvas) {
    let axis = canvas.axis
    let largest = Int64(clamping: max(axis.high.magnitude, axis.low.magnitude))
    for line in axis.grid {
      let y = canvas.y(Double(line))
      write("          <line class=\"\(line == 0 ? "zero" : "rule")\" x1=\"0\" x2=\"100%\" y1=\"")
      write(tenths: y)
      write("\" y2=\"")
      write(tenths: y)
      write("\"/><text class=\"tick\" x=\"-8\" y=\"")
      write(tenths: y + 5)
      write("\" text-anchor=\"end\">")
      write(html: axis.unit.tick(line, largest: largest))
      write("</text>\n")
    }
  }

  /// At most six names along the bottom; a narrow screen keeps the first, the last and, if short, the middle one.
  mutating func write(places: [String], of canvas: Canvas) {
    let last = places.count - 1
    guard last >= 0 else { return }
    let letters = places.reduce(0) { max($0, $1.unicodeScalars.count) }
    let shown = Output.ticks(last, letters)
    for (number, place) in shown.enumerated() {
      let isMiddle = 2 * number == shown.count - 1 && places[place].unicodeScalars.count <= 4
      let isFine = place > 0 && place < last && !isMiddle
      let isEdge = !canvas.isColumns || last >= 6
      let anchor: Canvas.Anchor = isEdge && place == 0 ? .start : isEdge && place == last ? .end : .middle
      let x = anchor == .start ? 0 : anchor == .end ? 100 : canvas.x(Double(place))
      write(
        label: places[place], class: isFine ? "tick fine" : "tick",
        at: Canvas.Placed(x: x, y: canvas.bottom + 24, anchor: anchor))
    }
  }

  /// Which of the places from 0 to `last` have a name, six at most: the first, and those a whole number of steps before
  /// the last, as far apart as their letters need; a step that comes out even is preferred.
  static func ticks(_ last: Int, _ letters: Int) -> [Int] {
    let gap = 1.5 * Canvas.letter * Double(letters) + 8
    let each = Canvas.widths[0] / Double(max(1, last))
    let least = max(1, (last + 4) / 5, min(max(1, last), Int(gap / each) + 1))
    let even = (least...max(least, (last + 2) / 3)).first { last.isMultiple(of: $0) }
    let step = even ?? least
    var shown: [Int] = []
    var place = last
    while place > 0, place == last || Double(place) * each >= gap && 2 * place > step {
      shown.insert(place, at: 0)
      place -= step
    }
    return [0] + shown
  }

  /// Opens the stretched svg in which a series has its own units; `across` is the number of those, side to side.
  mutating func open(series canvas: Canvas, across: Int) {
    let axis = canvas.axis
    let places = axis.unit.places
    write("          <svg y=\"")
    write(tenths: canvas.top)
    write("\" height=\"272\" viewBox=\"0 0 \(max(1, across)) ")
    write(drawn: axis.high - axis.low, places: places)
    write("\" preserveAspectRatio=\"none\"><g transform=\"matrix(1 0 0 -1 0 ")
    write(drawn: axis.high, places: places)
    write(")\">\n")
  }

  mutating func closeSeries() { write("          </g></svg>\n") }

  /// `M0 412 L1 435`: a path through the values, each at its place.
  mutating func write(line drawn: [Int64], places: Int, class name: String) {
    write("            <path class=\"\(name)\" d=\"")
    for (place, value) in drawn.enumerated() { write(point: place, value, places, isFirst: place == 0) }
    if let only = drawn.first, drawn.count == 1 { write(point: 1, only, places, isFirst: false) }
    write("\"/>\n")
  }

  mutating func write(point place: Int, _ drawn: Int64, _ places: Int, isFirst: Bool) {
    write(isFirst ? "M" : " L")
    write(digits: UInt64(max(0, place)))
    write(" ")
    write(drawn: drawn, places: places)
  }
}
