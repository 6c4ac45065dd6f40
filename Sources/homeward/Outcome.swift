/// What a command gives: bytes for standard output, lines for standard error, and the exit status.
struct Outcome: Sendable {
  var output: [UInt8]
  var errors: [String]
  /// 0 fine, 1 a finding, 2 bad use or bad input.
  var status: Int32

  static func fine(_ text: String) -> Outcome { Outcome(output: Array(text.utf8), errors: [], status: 0) }
  static func badUse(_ lines: [String]) -> Outcome { Outcome(output: [], errors: lines, status: 2) }
}

/// Bad use or bad input: what to say of it, a line each. Nothing has been written.
struct Failure: Error {
  var lines: [String]
  /// Why a file cannot be read, without its name and what to do instead.
  private(set) var reason = "it cannot be read"

  init(_ lines: [String]) { self.lines = lines }
  init(_ line: String) { lines = [line] }

  /// Of a file that cannot be read, why, and what to do instead; the line begins with its name.
  init(_ file: String, _ reason: String, _ remedy: String? = nil) {
    lines = ["\(shown(file)): \(reason)" + (remedy.map { "; \($0)" } ?? "")]
    self.reason = reason
  }
}
