import Foundation

/// `compile-page SWIFTC FOLDER OUTPUT SHELL… (--room NAME FILE…)…`, the rooms in the order of their imports: writes OUTPUT, a
/// Swift file with the page's files, and the module that the last room and all it uses make, in base64.
@main struct CompilePage {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    let parts = words.dropFirst(3).split(separator: "--room", omittingEmptySubsequences: false)
    do {
      let rooms = parts.dropFirst().map {
        PageModule.Room(name: $0.first ?? "", files: Array($0.dropFirst()))
      }
      let module = PageModule(swiftc: words[0], folder: URL(filePath: words[1]), rooms: rooms)
      let text = try source(shell: parts.first.map(Array.init) ?? [], module: try module.made())
      let output = URL(filePath: words[2])
      guard (try? Data(contentsOf: output)) != text else { return }
      try text.write(to: output, options: .atomic)
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(1)
    }
  }

  /// The Swift file that the command is built with.
  static func source(shell: [String], module: Data?) throws -> Data {
    var text = "/// The page's files, by name.\nlet pageShell: [String: String] = [\n"
    for path in shell {
      text +=
        "  \"\(URL(filePath: path).lastPathComponent)\": \(literal(try String(contentsOfFile: path, encoding: .utf8))),\n"
    }
    if shell.isEmpty { text += "  :" }
    text += "]\n\n/// WebAssembly that zlib has packed, in base64; nothing in a build that did without.\n"
    text += "let pageModule: String? = \(module.map { "\"\($0.base64EncodedString())\"" } ?? "nil")\n"
    return Data(text.utf8)
  }

  /// A text as a literal that nothing in it can end.
  static func literal(_ text: String) -> String {
    var hashes = "#"
    while text.contains("\"\"\"\(hashes)") || text.contains("\\\(hashes)") { hashes += "#" }
    return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
  }
}
