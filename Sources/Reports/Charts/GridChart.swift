import Finance

extension Chart.Grid {
  private var span: [Int64] {
    let known = frontier.compactMap { $0?.millionths }
    let low = (rates.first?.millionths ?? 0) - step / 2
    let high = (rates.last?.millionths ?? 0) + step / 2
    return [low, high] + known.filter { low <= $0 && $0 <= high } + [own.rate.millionths]
  }

  /// Between one rate and the next.
  private var step: Int64 { rates.count > 1 ? rates[1].millionths - rates[0].millionths : 10_000 }

  var canvas: Canvas {
    let unit = DrawnUnit(.rate, of: span)
    return Canvas(
      Axis(unit, over: span.map { unit.draw($0) }, fromNil: false), count: places.count, isColumns: true)
  }

  /// The frontier in the picture: what is beyond it stands at its edge, what fails at nil is not drawn.
  fileprivate func drawnFrontier(_ canvas: Canvas) -> [Int64?] {
    frontier.map { rate in
      rate.map { max(canvas.axis.low, min(canvas.axis.high, canvas.axis.unit.draw($0.millionths))) }
    }
  }
}

extension Output {
  /// Cells that pass are tinted and outlined; each says its count; the frontier is a line over them, and the plan a dot.
  mutating func write(_ chart: Chart.Grid, _ canvas: Canvas) {
    var canvas = canvas
    let unit = canvas.axis.unit
    write(gridOf: canvas)
    open(series: canvas, across: chart.places.count)
    let frontier = chart.drawnFrontier(canvas)
    write("            <path class=\"saves\" d=\"")
    for (place, rate) in frontier.enumerated() {
      guard let rate, rate > canvas.axis.low else { continue }
      write("M\(place).06 ")
      write(drawn: canvas.axis.low, places: unit.places)
      write("v")
      write(drawn: rate - canvas.axis.low, places: unit.places)
      write("h0.88v")
      write(drawn: canvas.axis.low - rate, places: unit.places)
      write("Z")
    }
    write("\"/>\n")
    write("            <path class=\"plan\" d=\"")
    var isOpen = false
    for (place, rate) in frontier.enumerated() {
      guard let rate else {
        isOpen = false
        continue
      }
      for x in ["\(place).06", "\(place).94"] {
        write(isOpen ? " L" : "M")
        isOpen = true
        write(x)
        write(" ")
        write(drawn: rate, places: unit.places)
      }
    }
    write("\"/>\n")
    closeSeries()
    let column = 100 / Double(max(1, chart.places.count))
    for place in chart.places.indices {
      for row in chart.rates.indices {
        let words = chart.words(place, row)
        guard !words.utf8.isEmpty else { continue }
        write(
          label: words, class: chart.isMarked(place, row) ? "name" : "tick",
          at: Canvas.Placed(
            x: column * (Double(place) + 0.16),
            y: canvas.y(Double(unit.draw(chart.rates[row].millionths))) + 5, anchor: .middle))
      }
    }
    if let last = frontier.last, let rate = last {
      write(
        label: "Frontier", class: "name fine",
        at: Canvas.Placed(x: 100 - 0.08 * column, y: canvas.y(Double(rate)) - 7, anchor: .end))
    }
    let y = canvas.y(Double(unit.draw(chart.own.rate.millionths)))
    let x = column * (Double(chart.own.place) + 0.5)
    write("          <circle class=\"dot\" cx=\"")
    write(tenths: x)
    write("%\" cy=\"")
    write(tenths: y)
    write("\" r=\"6\"/>\n")
    write(label: "Plan", class: "name", at: Canvas.Placed(x: x + 0.1 * column, y: y + 5, anchor: .start))
    write(places: chart.places, of: canvas)
  }
}

extension Chart.Grid {
  fileprivate func cell(_ place: Int, _ row: Int) -> Cell? {
    guard cells.indices.contains(place), cells[place].indices.contains(row) else { return nil }
    return cells[place][row]
  }
  fileprivate func isMarked(_ place: Int, _ row: Int) -> Bool { cell(place, row)?.isMarked ?? false }
  fileprivate func words(_ place: Int, _ row: Int) -> String { cell(place, row)?.words ?? "" }
}
