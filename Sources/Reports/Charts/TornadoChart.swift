import Finance

extension Chart.Tornado {
  /// The most bars that are drawn; the table has them all.
  static let mostBars = 12

  fileprivate var shown: ArraySlice<Bar> { bars.prefix(Self.mostBars) }

  private var unitDrawn: DrawnUnit {
    DrawnUnit(unit, of: [base] + bars.flatMap { [$0.low.value, $0.high.value] })
  }

  /// What a value is in the picture, held to what can be subtracted.
  fileprivate func drawn(_ value: Int64) -> Double { Double(value) }

  fileprivate var least: Double {
    shown.reduce(drawn(base)) { min($0, drawn($1.low.value), drawn($1.high.value)) }
  }
  fileprivate var most: Double {
    shown.reduce(drawn(base)) { max($0, drawn($1.low.value), drawn($1.high.value)) }
  }

  fileprivate func words(_ value: Int64) -> String { unitDrawn.words(value) }

  static let top = 8.0
  static let rowHeight = 46.0
  /// Where the last row ends.
  fileprivate var bottom: Double { Self.top + Self.rowHeight * Double(shown.count) }

  var canvas: Canvas {
    var canvas = Canvas(Axis(unitDrawn, over: [], fromNil: true), count: 1, top: Self.top)
    canvas.rowsHeight = bottom + 28
    return canvas
  }

  /// Per cent across: the middle three fifths are for bars, the rest for the words at their ends.
  fileprivate func x(_ value: Int64) -> Double {
    let span = most - least
    return span > 0 ? 20 + 60 * (drawn(value) - least) / span : 50
  }
}

extension Output {
  /// A row for each bar: its name, and under it what each end makes of the measure, away from the line where the plan stands. The
  /// low end is filled, the high one is open, and each says its value at its tip.
  mutating func write(_ chart: Chart.Tornado) {
    let base = chart.x(chart.base)
    write("          <line class=\"zero\" x1=\"")
    write(tenths: base)
    write("%\" x2=\"")
    write(tenths: base)
    write("%\" y1=\"8\" y2=\"")
    write(tenths: chart.bottom)
    write("\"/>\n")
    for (row, bar) in chart.shown.enumerated() {
      let top = Chart.Tornado.top + Chart.Tornado.rowHeight * Double(row)
      write(label: bar.name, class: "name", at: Canvas.Placed(x: 0, y: top + 15, anchor: .start))
      write(
        label: "\(chart.words(bar.low.value)) to \(chart.words(bar.high.value))", class: "tick fine",
        at: Canvas.Placed(x: 100, y: top + 15, anchor: .end))
      let (low, high) = (chart.x(bar.low.value), chart.x(bar.high.value))
      // two ends on one side of the plan lie under one another
      let isOneSided = (low - base) * (high - base) > 0
      write(end: bar.low.words, from: base, to: low, y: top + 21, height: isOneSided ? 8 : 16, part: 1)
      write(
        end: bar.high.words, from: base, to: high, y: top + (isOneSided ? 31 : 21),
        height: isOneSided ? 8 : 16, part: 2)
    }
    write(
      label: "As the plan is: \(chart.words(chart.base))", class: "tick",
      at: Canvas.Placed(
        x: base, y: chart.bottom + 20, anchor: base < 35 ? .start : base > 65 ? .end : .middle))
  }

  private mutating func write(
    end words: String, from base: Double, to x: Double, y: Double, height: Double, part: Int
  ) {
    let isLeft = x < base
    write("          <rect class=\"part-\(part)\" x=\"")
    write(tenths: min(x, base))
    write("%\" y=\"")
    write(tenths: y)
    write("\" width=\"")
    write(tenths: max(x, base) - min(x, base))
    write("%\" height=\"")
    write(tenths: height)
    write("\"/>\n")
    guard (x - base).magnitude > 0.05 else { return }
    write(
      label: words, class: "tick fine",
      at: Canvas.Placed(x: isLeft ? x - 1 : x + 1, y: y + height / 2 + 5, anchor: isLeft ? .end : .start))
  }
}
