import TOML

/// The files that one model file is laid over.
public enum Layers {
  /// What a front end answers when it is asked for a file.
  public enum Answer: Sendable {
    case text([UInt8])
    /// Why there is none, such as "no such file".
    case missing(String)
  }

  /// How many files may stand on one another.
  public static let most = 16

  /// The text of a file and of every file it extends, the deepest first, as `Form` takes them.
  ///
  /// `extends = "england-2026.toml"` names a file from the folder of the file that says so.
  /// - Parameters:
  ///   - top: the name of the model file, as `read` knows it.
  ///   - read: the text of a file by its name.
  /// - Throws: a problem at the `extends` that names a missing file, closes a loop, or goes too deep.
  public static func load(
    _ top: String, read: (String) -> Answer
  ) throws(ModelFileError) -> [(name: String, text: [UInt8])] {
    var sources = Sources()
    var name = top
    var saying: Place?
    while true {
      let here = Int32(sources.all.count)
      switch read(name) {
      case .missing(let reason):
        if saying == nil { sources.all.append(Sources.Source(name: name, text: [])) }
        let place = saying ?? Place(source: 0, start: 0, end: 0)
        throw failed(
          place, "\(quoted(name)) cannot be read: \(shown(Array(reason.utf8), most: 200))", "check its name",
          sources)
      case .text(let text): sources.all.append(Sources.Source(name: name, text: text))
      }
      let text = sources.all[Int(here)].text
      guard text.count <= Form.mostBytes, let extended = extended(Parser.parse(text, source: here).table)
      else { break }
      guard case .text(let bytes) = extended.value, let joined = join(name, bytes) else {
        let said = shown(sources.text(extended.place))
        let fault = "extends \(said) is not the name of a model file"
        throw failed(
          extended.place, fault, "write one from this file's folder, such as \"england-2026.toml\"", sources)
      }
      if let first = sources.all.firstIndex(where: { joined.hasBytes(Array(plain($0.name).utf8)) }) {
        let names = sources.all[first...].map { shown(Array($0.name.utf8)) } + [shown(Array(joined.utf8))]
        throw failed(
          extended.place, "the files extend one another: \(names.joined(separator: " → "))",
          "take one extends out",
          sources)
      }
      guard sources.all.count < most else {
        throw failed(extended.place, "more than \(most) files extend one another", "lay fewer", sources)
      }
      (name, saying) = (joined, extended.place)
    }
    return sources.all.reversed().map { (name: $0.name, text: $0.text) }
  }

  private static func failed(
    _ place: Place, _ fault: String, _ remedy: String, _ sources: Sources
  ) -> ModelFileError {
    ModelFileError(problems: [Problem(place: place, fault: fault, remedy: remedy)], sources: sources)
  }

  /// A file that another names, from the folder of that other; nothing for what cannot be the name of one.
  public static func name(_ said: String, from other: String) -> String? { join(other, Array(said.utf8)) }

  private static func extended(_ table: Table) -> Node? {
    table.index(of: "extends").map { table.entries[$0].node }
  }

  /// A file's name as another says it, from the folder of that other; nothing for what cannot be one.
  static func join(_ name: String, _ said: [UInt8]) -> String? {
    let slash = UInt8(ascii: "/")
    guard !said.isEmpty, said.count <= 400, said.first != slash, said.last != slash else { return nil }
    let text = String(decoding: said, as: UTF8.self)
    guard !text.unicodeScalars.contains(where: { isControl($0) || $0 == "\\" }) else { return nil }
    let folder = Array(name.utf8)
    let end = folder.lastIndex(of: slash).map { $0 + 1 } ?? 0
    return plain(String(decoding: folder[..<end] + said, as: UTF8.self))
  }

  /// A name without the steps that lead nowhere: `a/./b`, `a/c/../b`.
  static func plain(_ name: String) -> String {
    var parts: [[UInt8]] = []
    let pieces = Array(name.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if ".".hasBytes(Array(piece)) || piece.isEmpty && index > 0 { continue }
      if "..".hasBytes(Array(piece)), let last = parts.last, !last.isEmpty, !"..".hasBytes(last) {
        parts.removeLast()
      } else {
        parts.append(Array(piece))
      }
    }
    return String(decoding: Array(parts.joined(separator: [UInt8(ascii: "/")])), as: UTF8.self)
  }
}
