import Analysis
import Finance

// What came of a simulation for machines and for a terminal.
extension Simulated {
  private static let percents: [Int64] = [5, 25, 50, 75, 95]

  private func figures(_ histogram: Histogram) -> [Int64] {
    Self.percents.map { histogram.percentile($0) ?? 0 }
      + [
        histogram.mean ?? 0, histogram.count > 0 ? histogram.least : 0,
        histogram.count > 0 ? histogram.greatest : 0,
      ]
  }

  /// A row for each measure and year; a total has no year.
  var csv: [UInt8] {
    var text = "measure,unit,year,model,p5,p25,p50,p75,p95,mean,least,greatest\n"
    func row(_ track: SimulationOutline.Track, _ year: String, _ base: Int64, _ histogram: Histogram) {
      text += "\(track.name),\(track.unit.rawValue),\(year),\(base)"
      for figure in figures(histogram) { text += ",\(figure)" }
      text += "\n"
    }
    for (place, track) in outline.tracks.enumerated() {
      for year in 0..<outline.years {
        row(track, (outline.firstYear + year).description, track.base[year], tally.tracks[place][year])
      }
    }
    for (place, total) in outline.totals.enumerated() { row(total, "", total.base[0], tally.totals[place]) }
    return Array(text.utf8)
  }

  /// One object; version 1 of its form.
  var json: String {
    var text = "{\"version\":1,\"council\":\(quoted(outline.council)),\"title\":\(quoted(outline.title))"
    text += ",\"notice\":\(outline.notice.map { quoted($0) } ?? "null")"
    text += ",\"reading\":\(outline.reading.map { quoted($0) } ?? "null")"
    text += ",\"inputs\":\(quoted(outline.fingerprint)),\"seed\":\(outline.seed),\"paths\":\(tally.paths)"
    text += ",\"first_year\":\(quoted(outline.firstYear.description)),\"years\":\(outline.years)"
    text += ",\"conditions\":["
    text += outline.conditions.indices.map {
      "{\"condition\":\(quoted(outline.conditions[$0]))\(counted(tally.met[$0]))}"
    }.joined(separator: ",")
    text +=
      "],\"all_conditions\":{\"count\":\(tally.metAll)},\"passes\":{\"count\":\(tally.passes)},\"failures\":["
    text += outline.tests.indices.map { test in
      let first = tally.failures[test].first.map { "\($0)" }.joined(separator: ",")
      return
        "{\"what\":\(quoted(outline.tests[test]))\(counted(tally.failures[test].count)),\"first\":[\(first)]}"
    }.joined(separator: ",")
    text += "],\"by_year\":["
    text += outline.tracks.indices.map { place in
      let years = (0..<outline.years).map { year in
        object(outline.tracks[place].base[year], tally.tracks[place][year])
      }
      return head(outline.tracks[place]) + ",\"years\":[\(years.joined(separator: ","))]}"
    }.joined(separator: ",")
    text += "],\"totals\":["
    text += outline.totals.indices.map { place in
      head(outline.totals[place])
        + ",\"figures\":\(object(outline.totals[place].base[0], tally.totals[place]))}"
    }.joined(separator: ",")
    return text + "]}\n"
  }

  private func head(_ track: SimulationOutline.Track) -> String {
    "{\"measure\":\(quoted(track.name)),\"label\":\(quoted(track.label)),\"unit\":\(quoted(track.unit.rawValue))"
  }

  private func object(_ base: Int64, _ histogram: Histogram) -> String {
    let names = ["p5", "p25", "p50", "p75", "p95", "mean", "least", "greatest"]
    var text = "{\"model\":\(base)"
    for (name, figure) in zip(names, figures(histogram)) { text += ",\"\(name)\":\(figure)" }
    return text + "}"
  }

  /// The count, and the standard error of the share in millionths.
  private func counted(_ count: Int64) -> String {
    ",\"count\":\(count),\"standard_error_millionths\":\(share(count).standardError.millionths)"
  }

  /// Lines for a terminal.
  var text: String {
    var text = "\(outline.council): \(outline.title)\n"
    if let notice = outline.notice { text += "\(notice)\n" }
    if let reading = outline.reading { text += "\(reading)\n" }
    text +=
      "\(Wording.grouped(tally.paths)) futures from seed \(outline.seed), straying from \(outline.from) on; inputs \(outline.fingerprint)\n\n"
    for sentence in sentences { text += sentence.plainWords + "\n" }
    func rows(
      _ title: String,
      _ rows: [(name: String, track: SimulationOutline.Track, base: Int64, histogram: Histogram)]
    ) {
      let head = [title, "Model"] + Self.percents.map { "\($0)%" }
      let cells = rows.map { row in
        [row.name, row.track.short(row.base)]
          + Self.percents.map { row.track.short(row.histogram.percentile($0) ?? 0) }
      }
      text += "\n" + inColumns([head] + cells)
    }
    for (place, track) in outline.tracks.enumerated() {
      let shown = (0..<outline.years).filter {
        ($0 + 1).isMultiple(of: 5) || $0 == 0 || $0 == outline.years - 1
      }
      rows(
        track.label,
        shown.map {
          (
            name: Wording.march(of: outline.firstYear + $0), track: track, base: track.base[$0],
            histogram: tally.tracks[place][$0]
          )
        })
    }
    rows(
      "Over all years; households to \(Wording.march(of: outline.headlineYear))",
      outline.totals.indices.map {
        let total = outline.totals[$0]
        return (name: total.label, track: total, base: total.base[0], histogram: tally.totals[$0])
      })
    text +=
      "\n"
      + inColumns(
        [["What fails", "Futures", "Share"]]
          + outline.tests.indices.map { test in
            let share = share(tally.failures[test].count)
            return [outline.tests[test], Wording.grouped(share.count), share.words]
          })
    return text + "\nPercentiles are within 0.1%, and exact below 1,024.\n"
  }
}

/// A JSON string.
private func quoted(_ text: String) -> String {
  var bytes: [UInt8] = [34]
  let digits = Array("0123456789abcdef".utf8)
  for byte in text.utf8 {
    switch byte {
    case 34, 92: bytes += [92, byte]
    case 0..<32: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes + [34], as: UTF8.self)
}

/// Rows of cells in columns, the first to the left and the others to the right.
private func inColumns(_ rows: [[String]]) -> String {
  var widths: [Int] = []
  for row in rows {
    for (place, cell) in row.enumerated() {
      if place == widths.count { widths.append(0) }
      widths[place] = max(widths[place], cell.unicodeScalars.count)
    }
  }
  var text = ""
  for row in rows {
    for (place, cell) in row.enumerated() {
      let space = String(repeating: " ", count: widths[place] - cell.unicodeScalars.count)
      if place > 0 { text += "  " + space }
      text += cell
      if place == 0 { text += space }
    }
    text += "\n"
  }
  return text
}

extension Text {
  /// Without its marks.
  fileprivate var plainWords: String {
    spans.map { span in
      switch span {
      case .plain(let words), .strong(let words), .emphasis(let words), .code(let words), .link(let words, _):
        words
      }
    }.joined()
  }
}
