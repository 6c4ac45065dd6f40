import Finance
import Housing

// A part of a run as text: a word and its values a line, each in its place, so that the same counts make the same bytes.
extension Simulated {
  public static let shardVersion = 1

  /// The text of a shard file.
  public var shard: String {
    var text = "homeward simulation \(Self.shardVersion)\n"
    func line(_ key: String, _ value: String) { text += "\(key) \(Self.escaped(value))\n" }
    func numbers(_ key: String, _ values: [Int64]) {
      text += key
      for value in values { text += " \(value)" }
      text += "\n"
    }
    line("inputs", outline.fingerprint)
    line("council", outline.council)
    line("title", outline.title)
    if let notice = outline.notice { line("notice", notice) }
    if let reading = outline.reading { line("reading", reading) }
    numbers(
      "years",
      [
        Int64(outline.firstYear.start), Int64(outline.years), Int64(outline.from.start),
        Int64(outline.headlineYear.start),
      ])
    numbers("seed", [outline.seed])
    numbers("paths", [outline.paths, range.lowerBound, range.upperBound])
    for process in outline.processes { line("process", process) }
    for track in outline.tracks {
      line("track", "\(track.name) \(track.unit.rawValue) \(track.label)")
      numbers("base", track.base)
    }
    for total in outline.totals {
      line("total", "\(total.name) \(total.unit.rawValue) \(total.label)")
      numbers("base", total.base)
    }
    for condition in outline.conditions { line("condition", condition) }
    for test in outline.tests { line("test", test) }
    numbers("met", tally.met + [tally.metAll])
    for failures in tally.failures { numbers("failed", [failures.count] + failures.first) }
    numbers("passed", [tally.passes])
    for histogram in tally.tracks.flatMap({ $0 }) + tally.totals {
      guard histogram.count > 0 else {
        text += "counts\n"
        continue
      }
      text += "counts \(histogram.least) \(histogram.greatest) \(histogram.sum)"
      for (bucket, count) in histogram.filled { text += " \(bucket):\(count)" }
      text += "\n"
    }
    return text + "end\n"
  }

  /// A text on one line.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 10 || $0 == 13 || $0 == 92 }) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 10: bytes += Array("\\n".utf8)
      case 13: bytes += Array("\\r".utf8)
      case 92: bytes += Array("\\\\".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
