/// A report as one HTML file: its style inside, no script, nothing fetched.
public func html(_ report: Report) -> [UInt8] {
  var writer = HTMLWriter(notice: report.notice)
  writer.write(report)
  return writer.output.bytes
}

/// What stands before the first section, as it stands in the whole.
func htmlOpening(_ report: Report) -> [UInt8] {
  var writer = HTMLWriter(notice: report.notice)
  writer.writeOpening(report)
  return writer.output.bytes
}

struct HTMLWriter {
  var output = Output()
  /// The report's labels, which stand by every table and chart.
  let notice: String
  var chartNumber = 0

  mutating func write(_ report: Report) {
    output.write("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n  <meta charset=\"utf-8\">\n")
    output.write("  <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    for row in report.marks?.rows ?? [] {
      output.write("  <meta name=\"homeward:")
      output.write(row.name)
      output.write("\" content=\"")
      output.write(html: row.value)
      output.write("\">\n")
    }
    output.write("  <title>")
    output.write(html: report.running.head)
    output.write("</title>\n  <style>\n")
    output.write(style)
    writeRunning(report)
    output.write("  </style>\n</head>\n<body>\n  <a class=\"skip\" href=\"#report\">Skip to the report</a>\n")
    writeHead(report)
    writeContents(report)
    output.write("  <main id=\"report\">\n")
    writeOpening(report)
    var number = 0
    for part in report.parts {
      for section in part.sections {
        number += 1
        write(section, level: 2, number: number)
      }
    }
    output.write("  </main>\n")
    writeFoot(report)
    output.write("</body>\n</html>\n")
  }

  /// Whose report it is, and what kind of figures are in it.
  private mutating func writeHead(_ report: Report) {
    output.write("  <header>\n    <p class=\"place\"><span>")
    output.write(html: report.owner)
    output.write("</span>")
    for notice in report.notices {
      output.write(" <strong>")
      output.write(html: notice)
      output.write("</strong>")
    }
    output.write("</p>\n  </header>\n")
  }

  /// What a printed page has in its margins, for those who read on a screen.
  private mutating func writeFoot(_ report: Report) {
    output.write("  <footer>\n    <p>")
    output.write(running: report.running.head)
    output.write(".")
    for words in [report.running.foot, report.notice] where !words.utf8.isEmpty {
      output.write(" ")
      output.write(running: words)
      output.write(".")
    }
    output.write("</p>\n    <p><a href=\"#report\">Back to the top of the report</a></p>\n  </footer>\n")
  }

  /// What stands at the head and foot of each printed page.
  private mutating func writeRunning(_ report: Report) {
    output.write("    @page {\n")
    writeMargin("top-left", report.running.head)
    writeMargin("top-right", report.notice)
    writeMargin("bottom-left", report.running.foot)
    output.write("    }\n")
  }

  private mutating func writeMargin(_ box: String, _ words: String) {
    guard !words.utf8.isEmpty else { return }
    output.write("      @\(box) { content: ")
    output.write(css: words)
    output.write("; font: 9pt sans-serif; color: #454d54; }\n")
  }

  private mutating func writeContents(_ report: Report) {
    output.write(
      "  <nav class=\"contents\" aria-label=\"Contents\">\n    <details>\n      <summary>Contents</summary>\n"
    )
    var number = 0
    for (place, part) in report.parts.enumerated() {
      output.write("      <p>")
      output.write(running: part.title)
      output.write("</p>\n      <ol>\n")
      if place == 0, !report.opening.isEmpty {
        output.write("        <li><a href=\"#answer\">The answer</a></li>\n")
      }
      for section in part.sections {
        number += 1
        output.write("        <li><a href=\"#")
        output.write(id: section.id)
        output.write("\">")
        output.write(digits: UInt64(number))
        output.write(" ")
        output.write(running: section.topic)
        output.write("</a></li>\n")
      }
      output.write("      </ol>\n")
    }
    output.write("    </details>\n  </nav>\n")
  }

  mutating func writeOpening(_ report: Report) {
    output.write("    <div id=\"answer\">\n      <h1>")
    output.write(running: report.title)
    output.write("</h1>\n")
    if !report.subtitle.isEmpty {
      output.write("      <p class=\"quiet\">")
      output.write(html: report.subtitle)
      output.write("</p>\n")
    }
    write(report.opening, level: 2)
    output.write("    </div>\n")
  }

  mutating func write(_ section: Section, level: Int, number: Int? = nil) {
    let heading = min(level, 6)
    output.write("    <section id=\"")
    output.write(id: section.id)
    output.write("\" aria-labelledby=\"h-")
    output.write(id: section.id)
    output.write("\">\n      <h\(heading) id=\"h-")
    output.write(id: section.id)
    output.write("\">")
    if section.message != nil { output.write("<small>") }
    if let number {
      output.write(digits: UInt64(max(0, number)))
      output.write(" ")
    }
    output.write(running: section.topic)
    if let message = section.message {
      output.write("</small> ")
      output.write(html: message)
    }
    output.write("</h\(heading)>\n")
    write(section.blocks, level: level + 1)
    output.write("    </section>\n")
  }
}
