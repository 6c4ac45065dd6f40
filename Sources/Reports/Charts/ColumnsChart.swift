extension Chart.Columns {
  fileprivate var shown: [Chart.Part] {
    parts.prefix(4).map { part in
      Chart.Part(part.name, places.indices.map { $0 < part.values.count ? max(0, part.values[$0]) : 0 })
    }
  }

  /// What each column comes to, clamped where nothing real would reach.
  fileprivate var totals: [Int64] {
    places.indices.map { place in
      shown.reduce(Int64(0)) { sum, part in
        let (total, overflow) = sum.addingReportingOverflow(part.values[place])
        return overflow ? .max : total
      }
    }
  }

  var canvas: Canvas {
    let totals = totals
    let unit = DrawnUnit(self.unit, of: totals)
    let axis = Axis(unit, over: totals.map { unit.draw($0) }, fromNil: true)
    return Canvas(axis, count: places.count, top: Double(24 * shown.count + 24), isColumns: true)
  }
}

extension Output {
  mutating func write(_ chart: Chart.Columns, _ canvas: Canvas) {
    var canvas = canvas
    let parts = chart.shown
    write(keyOf: parts)
    write(gridOf: canvas)
    open(series: canvas, across: chart.places.count)
    let unit = canvas.axis.unit
    var heights = Array(repeating: Int64(0), count: chart.places.count)
    for (number, part) in parts.enumerated() {
      let drawn = part.values.map { unit.draw($0) }
      write("            <path class=\"part-\(number + 1)\" d=\"")
      for place in drawn.indices where drawn[place] > 0 {
        write(bar: place, heights[place], drawn[place], unit.places)
      }
      write("\"/>\n")
      if number == 1 || number == 2 { write(stripes: drawn, over: heights, part: number + 1, canvas) }
      for place in drawn.indices { heights[place] += drawn[place] }
    }
    closeSeries()
    write(totalsOf: chart, heights, &canvas)
    write(places: chart.places, of: canvas)
  }

  /// One column's share: `M0.15 120 v57 h0.7 v-57 Z`, so that the markup shows its own 57.
  private mutating func write(bar place: Int, _ from: Int64, _ size: Int64, _ places: Int) {
    write("M\(place).15 ")
    write(drawn: from, places: places)
    write("v")
    write(drawn: size, places: places)
    write("h0.7v")
    write(drawn: -size, places: places)
    write("Z")
  }

  /// Stripes across a column: a stroke as wide as it is, broken by the same few pixels whatever the unit.
  private mutating func write(stripes drawn: [Int64], over heights: [Int64], part: Int, _ canvas: Canvas) {
    let places = canvas.axis.unit.places
    let pixel = Double(canvas.axis.high - canvas.axis.low) / Double(powerOfTen(places)) / Canvas.plotHeight
    write("            <path class=\"stripes-\(part)\" stroke-width=\"0.7\" stroke-dasharray=\"")
    let dash: [Double] = part == 2 ? [3, 3] : [1.5, 5.5]
    for (number, length) in dash.enumerated() {
      if number > 0 { write(" ") }
      write(drawn: Int64(length * pixel * 1000 + 0.5), places: 3)
    }
    write("\" d=\"")
    for place in drawn.indices where drawn[place] > 0 {
      write("M\(place).5 ")
      write(drawn: heights[place], places: places)
      write("v")
      write(drawn: drawn[place], places: places)
    }
    write("\"/>\n")
  }

  /// Names in the order of the column, from the top down, each with its fill.
  private mutating func write(keyOf parts: [Chart.Part]) {
    for (row, number) in parts.indices.reversed().enumerated() {
      let y = 24 * row
      write(
        "          <rect class=\"part-\(number + 1)\" x=\"1\" y=\"\(y + 4)\" width=\"24\" height=\"14\"/>")
      if number == 1 || number == 2 {
        let dash = number == 1 ? "3 3" : "1.5 5.5"
        write(
          "<path class=\"stripes-\(number + 1)\" stroke-width=\"24\" stroke-dasharray=\"\(dash)\" d=\"M13 \(y + 18)v-14\"/>"
        )
      }
      write("<text x=\"34\" y=\"\(y + 17)\">")
      write(html: parts[number].name)
      write("</text>\n")
    }
  }

  /// What the last, the tallest and the first column come to, where there is room.
  private mutating func write(totalsOf chart: Chart.Columns, _ heights: [Int64], _ canvas: inout Canvas) {
    guard let most = heights.max(), let tallest = heights.firstIndex(of: most) else { return }
    let totals = chart.totals
    var said: [Int] = []
    for place in [heights.count - 1, tallest, 0] where !said.contains(place) {
      said.append(place)
      let words = canvas.axis.unit.words(totals[place])
      let letters = words.unicodeScalars.count
      let y = canvas.y(Double(heights[place])) - 7
      let edge: Canvas.Placed =
        2 * place < heights.count
        ? Canvas.Placed(x: 0, y: y, anchor: .start) : Canvas.Placed(x: 100, y: y, anchor: .end)
      let middle = Canvas.Placed(x: canvas.x(Double(place)), y: y, anchor: .middle)
      let at = place == 0 || place == heights.count - 1 ? [middle, edge] : [middle]
      // Columns too narrow for their totals go without on a narrow screen.
      let isWide = heights.count <= 14 || place == tallest
      if isWide, let found = canvas.place(wide: letters, narrow: letters, at, needed: 3) {
        write(label: words, class: "name", at: found)
      } else if let found = canvas.place(wide: letters, narrow: nil, at, needed: 3) {
        write(label: words, class: "name fine", at: found)
      }
    }
  }
}
