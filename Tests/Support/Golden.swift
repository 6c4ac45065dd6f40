import Foundation

/// The first difference between `bytes` and the file `path` in `Tests/Golden`, or nil if there is none.
///
/// With `RECORD_GOLDEN=1` the file is written anew and the answer still says so, that nobody records by accident.
public func goldenDifference(_ bytes: [UInt8], _ path: String) -> String? {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden/\(path)")
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      return "\(path): recorded; run again without RECORD_GOLDEN"
    } catch {
      return "\(path): could not be recorded: \(error)"
    }
  }
  guard let recorded = try? Data(contentsOf: file) else {
    return "\(path): there is no such golden file; RECORD_GOLDEN=1 records it"
  }
  return firstDifference(Array(recorded), bytes).map { "\(path):\($0)" }
}

/// Where two texts first differ, as `line: wanted … got …`, or nil if they are the same.
public func firstDifference(_ wanted: [UInt8], _ got: [UInt8]) -> String? {
  if wanted == got { return nil }
  let wantedLines = wanted.split(separator: 10, omittingEmptySubsequences: false)
  let gotLines = got.split(separator: 10, omittingEmptySubsequences: false)
  for number in 0..<max(wantedLines.count, gotLines.count) {
    let (a, b) = (line(wantedLines, number), line(gotLines, number))
    if a != b { return "\(number + 1): first difference\n  wanted  \(a)\n  got     \(b)" }
  }
  return "1: the bytes differ, though no line does"
}

private func line(_ lines: [ArraySlice<UInt8>], _ number: Int) -> String {
  number < lines.count ? String(decoding: lines[number], as: UTF8.self) : "(the end)"
}
