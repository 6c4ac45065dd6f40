/// Each chart of a report as an image of its own, in the order of the report. A name has its `.svg`.
public func charts(_ report: Report) -> [(name: String, bytes: [UInt8])] {
  report.charts.enumerated().map { number, chart in
    var output = Output()
    output.write(standalone: chart, number: number + 1, notice: report.notice)
    return (name: "\(Wording.written { $0.write(id: chart.id) }).svg", bytes: output.bytes)
  }
}

extension Chart.Plot {
  fileprivate var canvas: Canvas {
    switch self {
    case .lines(let lines): lines.canvas
    case .balance(let balance): balance.canvas
    case .columns(let columns): columns.canvas
    case .grid(let grid): grid.canvas
    case .fan(let fan): fan.lines.canvas
    case .waterfall(let waterfall): waterfall.canvas
    case .tornado(let tornado): tornado.canvas
    }
  }

  fileprivate var isEmpty: Bool {
    switch self {
    case .lines(let lines): lines.places.isEmpty || lines.series.isEmpty
    case .balance(let balance): balance.places.isEmpty || balance.values.isEmpty
    case .columns(let columns): columns.places.isEmpty || columns.parts.isEmpty
    case .grid(let grid): grid.places.isEmpty || grid.rates.isEmpty
    case .fan(let fan): fan.places.isEmpty
    case .waterfall(let waterfall): waterfall.steps.isEmpty
    case .tornado(let tornado): tornado.bars.isEmpty
    }
  }
}

extension Output {
  /// The picture in a page, which the page's own style draws; hidden from those who hear the page, since it is all said.
  mutating func write(inPage plot: Chart.Plot) {
    guard !plot.isEmpty else { return }
    let canvas = plot.canvas
    let margin = canvas.margin
    write("        <svg class=\"chart\" height=\"")
    write(tenths: canvas.height)
    write("\" style=\"--margin: \(margin)px\" aria-hidden=\"true\" focusable=\"false\">\n")
    write(marksOf: plot, canvas)
    write("        </svg>\n")
  }

  fileprivate mutating func write(marksOf plot: Chart.Plot, _ canvas: Canvas) {
    switch plot {
    case .lines(let lines): write(lines, canvas)
    case .balance(let balance): write(balance, canvas)
    case .columns(let columns): write(columns, canvas)
    case .grid(let grid): write(grid, canvas)
    case .fan(let fan): write(fan.lines, canvas, bands: fan.bands)
    case .waterfall(let waterfall): write(waterfall, canvas)
    case .tornado(let tornado): write(tornado)
    }
  }

  /// The same marks with style, background and words of their own.
  fileprivate mutating func write(standalone chart: Chart, number: Int, notice: String) {
    let measure =
      "Chart \(digits: number). " + chart.measure + (notice.utf8.isEmpty ? "" : ". " + Text(notice))
    let lines = wrapped(measure, at: 84)
    let head = 24 * lines.count
    let isEmpty = chart.plot.isEmpty
    let canvas = chart.plot.canvas
    let height = head + 32 + (isEmpty ? 0 : Int(canvas.height) + 8)
    write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-16 -16 752 \(height)\" width=\"752\" height=\"\(height)\""
    )
    write(" role=\"img\" aria-labelledby=\"title desc\">\n  <title id=\"title\">")
    write(bare: measure)
    write("</title>\n  <desc id=\"desc\">")
    for (place, sentence) in chart.sentences.enumerated() {
      if place > 0 { write(" ") }
      write(bare: sentence)
    }
    write("</desc>\n  <style>\n")
    write(chartStyle)
    write("  </style>\n  <rect class=\"paper\" x=\"-16\" y=\"-16\" width=\"752\" height=\"\(height)\"/>\n")
    for (place, line) in lines.enumerated() {
      write("  <text class=\"tick\" x=\"0\" y=\"\(16 + 24 * place)\">")
      write(html: line)
      write("</text>\n")
    }
    if !isEmpty {
      write("  <svg x=\"\(canvas.margin)\" y=\"\(head + 8)\" width=\"\(720 - canvas.margin)\" height=\"")
      write(tenths: canvas.height)
      write("\">\n")
      write(marksOf: chart.plot, canvas)
      write("  </svg>\n")
    }
    write("</svg>\n")
  }
}

/// The words in lines of at most so many characters, broken at spaces.
private func wrapped(_ text: Text, at most: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var word = ""
  func settle() {
    if word.utf8.isEmpty { return }
    let needed = line.unicodeScalars.count + 1 + word.unicodeScalars.count
    if !line.utf8.isEmpty, needed > most {
      lines.append(line)
      line = word
    } else {
      line += line.utf8.isEmpty ? word : " \(word)"
    }
    word = ""
  }
  for span in text.spans {
    switch span {
    case .plain(let words), .strong(let words), .emphasis(let words), .code(let words), .link(let words, _):
      for scalar in words.unicodeScalars {
        if shown(scalar) == " " { settle() } else { word.unicodeScalars.append(scalar) }
      }
    }
  }
  settle()
  if !line.utf8.isEmpty { lines.append(line) }
  return lines
}
