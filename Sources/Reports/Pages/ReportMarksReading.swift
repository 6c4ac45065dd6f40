import Finance

extension ReportMarks {
  /// What a report, in HTML or in Markdown, says of how it was made; nothing where it says nothing of it.
  public init?(reading bytes: [UInt8]) {
    let rows = Self.metaRows(bytes) ?? Self.markdownRows(bytes)
    func all(_ name: String) -> [String] {
      rows.filter { $0.name.isSame(as: name) }.map { $0.value }
    }
    guard let version = all("results").first else { return nil }
    resultsVersion = version
    inputs = all("input").map { value in
      let parts = value.utf8.split(separator: 0x20, maxSplits: 1).map { String(Substring($0)) }
      return Input(name: parts.count > 1 ? parts[1] : "", digest: parts.first ?? "")
    }
    guard !inputs.isEmpty else { return nil }
    scenario = all("scenario").first
    overrides = all("set")
  }

  /// The lines `<meta name="homeward:…" content="…">` before the style; nothing where the bytes are no HTML.
  private static func metaRows(_ bytes: [UInt8]) -> [(name: String, value: String)]? {
    guard bytes.starts(with: "<!doctype html>".utf8) else { return nil }
    var rows: [(name: String, value: String)] = []
    for line in lines(bytes) {
      if line.starts(with: "  <style>".utf8) { break }
      let start = Array(#"  <meta name="homeward:"#.utf8)
      guard line.starts(with: start) else { continue }
      let parts = line.dropFirst(start.count).split(
        separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
      guard parts.count >= 3 else { continue }
      rows.append((name: String(decoding: parts[0], as: UTF8.self), value: unescaped(parts[2])))
    }
    return rows
  }

  /// The items of the list that has the fingerprint, after it.
  private static func markdownRows(_ bytes: [UInt8]) -> [(name: String, value: String)] {
    var rows: [(name: String, value: String)] = []
    var isAfter = false
    for line in lines(bytes) {
      if line.starts(with: "- Fingerprint of the inputs: ".utf8) {
        isAfter = true
        continue
      }
      guard isAfter else { continue }
      guard line.starts(with: "- ".utf8) else { break }
      for fact in facts {
        let start = Array("- \(fact.words): `".utf8)
        guard line.starts(with: start) else { continue }
        rows.append((name: fact.name, value: code(line.dropFirst(start.count - 1))))
      }
    }
    return rows
  }

  /// What stands between runs of backticks, and between spaces where there is more than one of them.
  private static func code(_ line: ArraySlice<UInt8>) -> String {
    let ticks = line.prefix { $0 == UInt8(ascii: "`") }.count
    let edge = ticks > 1 ? ticks + 1 : ticks
    let value = line.dropFirst(edge).dropLast(edge)
    return String(decoding: value, as: UTF8.self)
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// An attribute's words as they were before HTML escaped them.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let escapes: [(escape: String, byte: UInt8)] = [
      (escape: "&amp;", byte: 0x26), (escape: "&lt;", byte: 0x3C), (escape: "&gt;", byte: 0x3E),
      (escape: "&quot;", byte: 0x22), (escape: "&#39;", byte: 0x27),
    ]
    var rest = bytes
    var plain: [UInt8] = []
    while let byte = rest.first {
      if let found = escapes.first(where: { rest.starts(with: $0.escape.utf8) }) {
        plain.append(found.byte)
        rest = rest.dropFirst(found.escape.utf8.count)
      } else {
        plain.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
