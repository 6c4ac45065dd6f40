import Finance

extension Chart.Lines {
  /// The series that are drawn: four at most, none longer than the places.
  fileprivate var drawnSeries: [Chart.Line] {
    series.prefix(4).map { Chart.Line($0.name, $0.style, Array($0.values.prefix(places.count))) }
      .filter { !$0.values.isEmpty }
  }

  var canvas: Canvas {
    let shown = drawnSeries
    let values = shown.flatMap { $0.values } + (limit.map { [$0.value] } ?? [])
    let unit = DrawnUnit(self.unit, of: values)
    let axis = Axis(
      unit, over: values.map { unit.draw($0) }, fromNil: self.unit == .households || self.unit == .money)
    var canvas = Canvas(axis, count: places.count)
    canvas.lines = shown.map { line in line.values.map { unit.draw($0) } }
    return canvas
  }
}

extension Output {
  /// - Parameter bands: tinted behind the lines, from one series to another, the widest first.
  mutating func write(_ chart: Chart.Lines, _ canvas: Canvas, bands: [Chart.Fan.Band] = []) {
    var canvas = canvas
    let places = canvas.axis.unit.places
    let shown = chart.drawnSeries
    let drawn = canvas.lines
    // Nil, where it is not the bottom of the chart, is a line that labels clear.
    if canvas.axis.low < 0 { canvas.lines.append(Array(repeating: 0, count: chart.places.count)) }
    write(gridOf: canvas)
    open(series: canvas, across: chart.places.count - 1)
    for band in bands {
      let unit = canvas.axis.unit
      write(
        gapBetween: band.high.map { unit.draw($0) }, band.low.map { unit.draw($0) }, places, class: band.mark)
    }
    if chart.gap != nil, drawn.count >= 2 { write(gapBetween: drawn[0], drawn[1], places) }
    if let limit = chart.limit {
      let y = canvas.axis.unit.draw(limit.value)
      write(line: [y, y], places: places, across: chart.places.count - 1, class: "limit")
      canvas.lines.append(Array(repeating: y, count: chart.places.count))
    }
    // The plan is drawn last, over the others.
    for (number, line) in shown.enumerated() where line.style != .with {
      write(line: drawn[number], places: places, class: line.style.mark)
    }
    for (number, line) in shown.enumerated() where line.style == .with {
      write(line: drawn[number], places: places, class: line.style.mark)
    }
    closeSeries()
    write(endsOf: shown, drawn, &canvas)
    for (number, line) in shown.enumerated() { write(nameOf: line, drawn[number], number, &canvas) }
    if let limit = chart.limit { write(nameOf: limit, &canvas) }
    if let gap = chart.gap, drawn.count >= 2 { write(gap: gap, drawn[0], drawn[1], &canvas) }
    write(places: chart.places, of: canvas)
  }

  private mutating func write(line ends: [Int64], places: Int, across: Int, class name: String) {
    write("            <path class=\"\(name)\" d=\"")
    write(point: 0, ends[0], places, isFirst: true)
    write(point: max(1, across), ends[1], places, isFirst: false)
    write("\"/>\n")
  }

  private mutating func write(
    gapBetween first: [Int64], _ second: [Int64], _ places: Int, class name: String = "gap"
  ) {
    let shared = min(first.count, second.count)
    guard shared > 1 else { return }
    write("            <path class=\"\(name)\" d=\"")
    for place in 0..<shared { write(point: place, first[place], places, isFirst: place == 0) }
    for place in (0..<shared).reversed() { write(point: place, second[place], places, isFirst: false) }
    write(" Z\"/>\n")
  }

  /// The first and last values of each line, above the highest and below the lowest where they clear the others; the
  /// plan's find room first.
  private mutating func write(endsOf shown: [Chart.Line], _ drawn: [[Int64]], _ canvas: inout Canvas) {
    for isLast in [true, false] {
      let ends = drawn.map { $0[isLast ? $0.count - 1 : 0] }
      let least = ends.min() ?? 0
      var said: [(place: Int, words: String)] = []
      for style in [Chart.Line.Style.with, .without, .base, .beside] {
        for (number, line) in shown.enumerated()
        where line.style == style && (isLast || drawn[number].count > 1) {
          let place = isLast ? drawn[number].count - 1 : 0
          let words = canvas.axis.unit.words(line.values[place])
          if said.contains(where: { $0.place == place && sameBytes($0.words, words) }) { continue }
          said.append((place: place, words: words))
          let isLow = ends[number] == least && (drawn.count > 1 || !isLast)
          write(end: words, at: place, ends[number], among: ends, isLow: isLow, &canvas)
        }
      }
    }
  }

  /// A value stands beside its own end, with no other line's end between the two.
  private mutating func write(
    end words: String, at place: Int, _ drawn: Int64, among ends: [Int64], isLow: Bool, _ canvas: inout Canvas
  ) {
    let (x, y) = (canvas.x(Double(place)), canvas.y(Double(drawn)))
    let letters = words.unicodeScalars.count
    let anchor: Canvas.Anchor = place == 0 ? .start : .end
    let roomAbove = ends.filter { $0 > drawn }.map { y - canvas.y(Double($0)) }.min() ?? .infinity
    let roomBelow = ends.filter { $0 < drawn }.map { canvas.y(Double($0)) - y }.min() ?? .infinity
    var candidates: [Canvas.Placed] = []
    for away in [0.0, 8, 16] {
      let above = away + 22 < roomAbove ? [Canvas.Placed(x: x, y: y - 9 - away, anchor: anchor)] : []
      let below = away + 26 < roomBelow ? [Canvas.Placed(x: x, y: y + 21 + away, anchor: anchor)] : []
      candidates += isLow ? below + above : above + below
    }
    if let found = canvas.place(wide: letters, narrow: letters, candidates, needed: 0, enough: 2) {
      write(label: words, class: "name", at: found)
    } else if let found = canvas.place(wide: letters, narrow: nil, candidates, needed: 0, enough: 2) {
      write(label: words, class: "name fine", at: found)
    }
  }

  private func sameBytes(_ a: String, _ b: String) -> Bool { a.isSame(as: b) }

  /// The line's name, beside it where it clears the others; where no one place will do, a page and a narrow screen have
  /// a place each.
  private mutating func write(
    nameOf line: Chart.Line, _ drawn: [Int64], _ number: Int, _ canvas: inout Canvas
  ) {
    let letters = line.name.unicodeScalars.count
    var candidates: [Canvas.Placed] = []
    for away in [0.0, 6] {
      for step in 0...20 {
        let place = Double(step) / 20 * Double(drawn.count - 1)
        let y = canvas.y(canvas.height(of: drawn, place))
        for anchor in [Canvas.Anchor.end, .start, .middle] {
          candidates.append(Canvas.Placed(x: canvas.x(place), y: y - 10 - away, anchor: anchor))
          candidates.append(Canvas.Placed(x: canvas.x(place), y: y + 22 + away, anchor: anchor))
        }
      }
    }
    let nearest = candidates.filter { canvas.isNearest(number, to: letters, at: $0) }
    if !nearest.isEmpty { candidates = nearest }
    if let found = canvas.place(wide: letters, narrow: letters, candidates, needed: 1, enough: 5) {
      return write(label: line.name, class: "name", at: found)
    }
    if let found = canvas.place(wide: letters, narrow: nil, candidates, needed: -30, enough: 5) {
      write(label: line.name, class: "name fine", at: found)
    }
    if let found = canvas.place(wide: nil, narrow: letters, candidates, needed: -30, enough: 5) {
      write(label: line.name, class: "name narrow", at: found)
    }
  }

  private mutating func write(nameOf limit: Chart.Limit, _ canvas: inout Canvas) {
    let y = canvas.y(Double(canvas.axis.unit.draw(limit.value)))
    let letters = limit.name.unicodeScalars.count
    var candidates: [Canvas.Placed] = []
    for step in 0...10 {
      let (x, anchor) = (Double(step) * 10, step == 0 ? Canvas.Anchor.start : step == 10 ? .end : .middle)
      candidates.append(Canvas.Placed(x: x, y: y - 8, anchor: anchor))
      candidates.append(Canvas.Placed(x: x, y: y + 20, anchor: anchor))
    }
    if let found = canvas.place(wide: letters, narrow: letters, candidates, needed: 1, enough: 4) {
      write(label: limit.name, class: "limit-name", at: found)
    } else if let found = canvas.place(wide: letters, narrow: nil, candidates, needed: -30, enough: 4) {
      write(label: limit.name, class: "limit-name fine", at: found)
    }
  }

  private mutating func write(
    gap words: String, _ first: [Int64], _ second: [Int64], _ canvas: inout Canvas
  ) {
    var widest = 0
    for place in 0..<min(first.count, second.count)
    where (first[place] - second[place]).magnitude > (first[widest] - second[widest]).magnitude {
      widest = place
    }
    let middle = (canvas.y(Double(first[widest])) + canvas.y(Double(second[widest]))) / 2
    let candidates = [Canvas.Anchor.middle, .end, .start].map { anchor in
      Canvas.Placed(x: canvas.x(Double(widest)), y: middle + 5, anchor: anchor)
    }
    if let found = canvas.place(wide: words.unicodeScalars.count, narrow: nil, candidates, needed: 2) {
      write(label: words, class: "between fine", at: found)
    }
  }
}

extension Chart.Line.Style {
  /// The class of its path.
  fileprivate var mark: String {
    switch self {
    case .with: "plan"
    case .without: "without"
    case .base: "base"
    case .beside: "beside"
    }
  }
}
