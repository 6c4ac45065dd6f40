extension Chart.Balance {
  fileprivate var shown: [Int64] { Array(values.prefix(places.count)) }

  var canvas: Canvas {
    let unit = DrawnUnit(self.unit, of: shown)
    let drawn = shown.map { unit.draw($0) }
    var canvas = Canvas(Axis(unit, over: drawn, fromNil: true), count: places.count)
    canvas.lines = [drawn, drawn.map { _ in 0 }]
    return canvas
  }
}

extension Output {
  mutating func write(_ chart: Chart.Balance, _ canvas: Canvas) {
    var canvas = canvas
    let drawn = canvas.lines[0]
    let places = canvas.axis.unit.places
    write(gridOf: canvas)
    open(series: canvas, across: chart.places.count - 1)
    write(areasOf: drawn, places)
    if !drawn.isEmpty { write(line: drawn, places: places, class: "plan") }
    closeSeries()
    for label in chart.labels where drawn.indices.contains(label.place) && label.place < drawn.count - 1 {
      write("          <circle class=\"dot\" cx=\"")
      write(tenths: canvas.x(Double(label.place)))
      write("%\" cy=\"")
      write(tenths: canvas.y(Double(drawn[label.place])))
      write("\" r=\"5\"/>\n")
    }
    for label in chart.labels where drawn.indices.contains(label.place) {
      write(label, drawn[label.place], isLast: label.place == drawn.count - 1, &canvas)
    }
    write(places: chart.places, of: canvas)
  }

  private mutating func write(_ label: Chart.Label, _ drawn: Int64, isLast: Bool, _ canvas: inout Canvas) {
    let (x, y) = (canvas.x(Double(label.place)), canvas.y(Double(drawn)))
    let aside = 1.2
    var candidates: [Canvas.Placed] = []
    for up in [10.0, 16, 24, 34, 46] {
      candidates.append(Canvas.Placed(x: x, y: y - up, anchor: isLast ? .end : .middle))
      candidates.append(Canvas.Placed(x: isLast ? x : x + aside, y: y - up, anchor: isLast ? .end : .start))
      candidates.append(Canvas.Placed(x: isLast ? x : x - aside, y: y - up, anchor: .end))
      candidates.append(Canvas.Placed(x: x, y: y + up + 12, anchor: isLast ? .end : .middle))
      candidates.append(Canvas.Placed(x: isLast ? x : x - aside, y: y + up + 12, anchor: .end))
      candidates.append(
        Canvas.Placed(x: isLast ? x : x + aside, y: y + up + 12, anchor: isLast ? .end : .start))
    }
    candidates.append(Canvas.Placed(x: x - 2 * aside, y: y + 5, anchor: .end))
    candidates.append(Canvas.Placed(x: x + 2 * aside, y: y + 5, anchor: .start))
    let (short, long) = (label.words.unicodeScalars.count, label.more.unicodeScalars.count)
    if let found = canvas.place(wide: short + long, narrow: short, candidates, needed: 0, enough: 4) {
      write(label: label.words, more: label.more, class: "name", at: found)
    } else if let found = canvas.place(wide: short, narrow: short, candidates, needed: 0, enough: 4) {
      write(label: label.words, class: "name", at: found)
    } else if let found = canvas.place(wide: short, narrow: nil, candidates, needed: -8, enough: 4) {
      write(label: label.words, class: "name fine", at: found)
    }
  }

  /// What is above nil, a gain, and what is below it, a cost: each run of years is one
  /// area that ends where the line crosses nil.
  private mutating func write(areasOf drawn: [Int64], _ places: Int) {
    var from = 0
    while from < drawn.count {
      guard drawn[from] != 0 else {
        from += 1
        continue
      }
      var to = from
      while to + 1 < drawn.count, drawn[to + 1].signum() == drawn[from].signum() { to += 1 }
      write("            <path class=\"\(drawn[from] > 0 ? "saves" : "costs")\" d=\"M")
      write(crossing: from - 1, drawn)
      for place in from...to { write(point: place, drawn[place], places, isFirst: false) }
      write(" L")
      write(crossing: to, drawn)
      write(" Z\"/>\n")
      from = to + 1
    }
  }

  /// Where on nil an area begins or ends: between `place` and the next if the line crosses there, to a hundredth.
  private mutating func write(crossing place: Int, _ drawn: [Int64]) {
    if place < 0 { return write("0 0") }
    guard place + 1 < drawn.count else {
      write(digits: UInt64(place))
      return write(" 0")
    }
    let (before, after) = (Double(drawn[place]), Double(drawn[place + 1]))
    let share = before == after ? 0 : before / (before - after)
    let hundredths = Int64(place) * 100 + Int64(share * 100 + 0.5)
    write(drawn: hundredths, places: 2)
    write(" 0")
  }
}
