extension Chart.Waterfall {
  static let rowHeight = 46.0
  /// Per cent of the width that bars have, so that each figure stands to the right of its bar.
  static let barsWidth = 66.0

  /// Where each bar begins and ends, in drawn numbers; the last is the whole.
  fileprivate func bars(_ unit: DrawnUnit) -> [(from: Int64, to: Int64)] {
    var bars: [(from: Int64, to: Int64)] = []
    var level: Int64 = 0
    for step in steps {
      let (next, isOver) = level.addingReportingOverflow(step.change)
      bars.append((from: unit.draw(level), to: unit.draw(isOver ? level : next)))
      level = isOver ? level : next
    }
    return bars + [(from: 0, to: unit.draw(level))]
  }

  fileprivate var drawnUnit: DrawnUnit {
    var level: Int64 = 0
    var levels: [Int64] = []
    for step in steps {
      level = level.addingReportingOverflow(step.change).partialValue
      levels.append(level)
    }
    return DrawnUnit(unit, of: levels)
  }

  var canvas: Canvas {
    let unit = drawnUnit
    let drawn = bars(unit).flatMap { [$0.from, $0.to] }
    var canvas = Canvas(Axis(unit, over: drawn, fromNil: true), count: steps.count)
    canvas.rowsHeight = Chart.Waterfall.rowHeight * Double(steps.count + 1) + 12
    return canvas
  }
}

extension Output {
  /// A row for each cause, its name over its bar, which begins where the one above it ended; and a row for the whole. What adds is
  /// solid, what takes away is hollow, and each says its figure with a sign.
  mutating func write(_ chart: Chart.Waterfall, _ canvas: Canvas) {
    let unit = chart.drawnUnit
    let bars = chart.bars(unit)
    let low = bars.reduce(Int64(0)) { min($0, $1.from, $1.to) }
    let high = bars.reduce(Int64(0)) { max($0, $1.from, $1.to) }
    func x(_ drawn: Int64) -> Double {
      high == low ? 0 : Chart.Waterfall.barsWidth * Double(drawn - low) / Double(high - low)
    }
    func y(_ row: Int) -> Double {
      Chart.Waterfall.rowHeight * Double(row) + (row == bars.count - 1 ? 10 : 0)
    }
    write(upright: "zero", at: x(0), from: 22, to: y(bars.count - 1) + 40)
    write(level: y(bars.count - 1) - 5)
    for (row, bar) in bars.enumerated() {
      let isWhole = row == bars.count - 1
      let name = isWhole ? chart.whole : chart.steps[row].name
      let change = isWhole ? chart.steps.reduce(0) { $0 &+ $1.change } : chart.steps[row].change
      let top = y(row)
      write(name: name, isWhole: isWhole, y: top + 17)
      let (left, right) = (x(min(bar.from, bar.to)), x(max(bar.from, bar.to)))
      write("          <rect class=\"\(change < 0 ? "part-2" : "part-1")\" x=\"")
      write(tenths: left)
      write("%\" y=\"")
      write(tenths: top + 25)
      write("\" width=\"")
      write(tenths: max(0.3, right - left))
      write("%\" height=\"13\"/>\n")
      // to the next bar of a cause; the whole starts from nil
      if row + 2 < bars.count { write(upright: "rule", at: x(bar.to), from: top + 38, to: y(row + 1) + 25) }
      let sign = change > 0 ? "+" : ""
      write(
        label: change == 0 ? "no effect" : sign + unit.words(change), class: isWhole ? "name" : "",
        at: Canvas.Placed(x: max(right, left + 0.3) + 1.2, y: top + 37, anchor: .start))
    }
  }

  /// A name that is too long for a narrow screen begins there with what sets it apart.
  private mutating func write(name: String, isWhole: Bool, y: Double) {
    let most = 30
    let place = Canvas.Placed(x: 0, y: y, anchor: .start)
    let style = isWhole ? "name" : ""
    let scalars = Array(name.unicodeScalars)
    guard scalars.count > most else { return write(label: name, class: style, at: place) }
    var short = scalars.suffix(most - 2)
    if let dot = short.firstIndex(of: "."), dot + 1 < short.endIndex { short = short[(dot + 1)...] }
    var words = ""
    for scalar in short { words.unicodeScalars.append(scalar) }
    write(label: name, class: isWhole ? "name fine" : "fine", at: place)
    write(label: "… " + words, class: isWhole ? "name narrow" : "narrow", at: place)
  }

  private mutating func write(upright name: String, at x: Double, from top: Double, to bottom: Double) {
    write("          <line class=\"\(name)\" x1=\"")
    write(tenths: x)
    write("%\" x2=\"")
    write(tenths: x)
    write("%\" y1=\"")
    write(tenths: top)
    write("\" y2=\"")
    write(tenths: bottom)
    write("\"/>\n")
  }

  private mutating func write(level y: Double) {
    write("          <line class=\"rule\" x1=\"0\" x2=\"100%\" y1=\"")
    write(tenths: y)
    write("\" y2=\"")
    write(tenths: y)
    write("\"/>\n")
  }
}
