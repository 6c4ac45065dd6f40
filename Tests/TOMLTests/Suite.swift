import Foundation

/// The public suite of TOML cases (toml-lang/toml-test), as its own list of files for TOML 1.0 names them.
enum Suite {
  struct Case: Sendable {
    var path: String
    var text: [UInt8]
    /// The meaning, as JSON with types; nil for a text that is not TOML.
    var meaning: [UInt8]?
  }

  static let folder: URL = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared = ProcessInfo.processInfo.environment["HOMEWARD_SHARED"].map { URL(filePath: $0) }
    return (shared ?? root.deletingLastPathComponent().appending(path: "shared"))
      .appending(path: "toml-test/tests")
  }()

  static func cases() throws -> [Case] {
    let list = try String(contentsOf: folder.appending(path: "files-toml-1.0.0"), encoding: .utf8)
    return try list.split(separator: "\n").filter { $0.hasSuffix(".toml") }.map { path in
      let file = folder.appending(path: String(path))
      let meaning = file.deletingPathExtension().appendingPathExtension("json")
      return try Case(
        path: String(path), text: [UInt8](Data(contentsOf: file)),
        meaning: path.hasPrefix("valid/") ? [UInt8](Data(contentsOf: meaning)) : nil)
    }
  }
}
