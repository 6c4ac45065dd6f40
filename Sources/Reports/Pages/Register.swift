import Finance
import Housing
import ModelFile

/// The assumptions of a model, sorted by how well they are founded.
struct Register {
  /// One that the model gives.
  struct Entry {
    var assumption: Assumption
    var source: Text { Text(citing: assumption.citation) }

    /// Where it stands: "eastmere.toml:41", or the override itself.
    func place(_ counter: inout LineCounter, in sources: Sources) -> String {
      assumption.place.map { sources.brief(counter.show($0, in: sources)) } ?? ""
    }
  }
  private(set) var unsourced: [Entry] = []
  private(set) var assumed: [Entry] = []
  private(set) var sourced: [Entry] = []
  /// Those of the others whose citation says that nobody has verified it.
  private(set) var unverified: Int64 = 0
  /// What the model does not give and has a default.
  private(set) var defaults: [Assumption] = []

  /// How many the model gives.
  var count: Int64 { Int64(unsourced.count + assumed.count + sourced.count) }

  init(_ loaded: LoadedModel) {
    for assumption in loaded.assumptions where !Register.isName(assumption) {
      guard assumption.place != nil else {
        if assumption.assumed != nil { defaults.append(assumption) }
        continue
      }
      let entry = Entry(assumption: assumption)
      if !assumption.isAssumption, assumption.isUnverified { unverified += 1 }
      if assumption.isUnsourced {
        unsourced.append(entry)
      } else if assumption.isAssumption {
        assumed.append(entry)
      } else {
        sourced.append(entry)
      }
    }
  }

  /// Whether it is what something is called or how firm it is, which no source can bear out.
  private static func isName(_ assumption: Assumption) -> Bool {
    if assumption.kind == .text { return true }
    return assumption.path.isSame(as: "status")
      || assumption.path.begins(with: "scenario.")
      || assumption.path.begins(with: "register.")
  }

  func entry(_ path: String) -> Entry? {
    for list in [sourced, assumed, unsourced] {
      for entry in list where entry.assumption.path.isSame(as: path) { return entry }
    }
    return nil
  }
}

extension Assumption {
  /// Whether its citation says so of itself.
  fileprivate var isUnverified: Bool {
    let word = Array("unverified".utf8)
    return citation.indices.contains { citation[$0...].starts(with: word) }
  }
}

extension Sources {
  /// "eastmere.toml:41" out of "models/eastmere.toml:41:8"; an override as it was typed.
  public func brief(_ shown: String) -> String {
    var bytes = Array(shown.utf8)
    if bytes.starts(with: "--set".utf8) { return shown }
    while let last = bytes.last, last != UInt8(ascii: ":") { bytes.removeLast() }
    if !bytes.isEmpty { bytes.removeLast() }
    let file = bytes.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? bytes
    return String(decoding: file, as: UTF8.self)
  }
}

/// Whether there may be a web address in a comment: most have none.
private func hasAddress(_ comment: [UInt8]) -> Bool {
  comment.indices.dropLast(2).contains { place in
    comment[place] == UInt8(ascii: ":") && comment[place + 1] == UInt8(ascii: "/")
  }
}

extension Text {
  /// A comment of a model file, its web addresses as links.
  init(citing comment: [UInt8]) {
    guard hasAddress(comment) else {
      let words = comment.drop { $0 == UInt8(ascii: " ") }
      self.init(words.isEmpty ? [] : [.plain(String(decoding: words, as: UTF8.self))])
      return
    }
    var spans: [Span] = []
    var plain: [UInt8] = []
    for word in comment.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
      let (before, address, after) = Self.address(in: Array(word))
      if !spans.isEmpty || !plain.isEmpty { plain.append(UInt8(ascii: " ")) }
      plain += before
      guard !address.isEmpty else { continue }
      if !plain.isEmpty { spans.append(.plain(String(decoding: plain, as: UTF8.self))) }
      let words = String(decoding: address, as: UTF8.self)
      spans.append(.link(words, to: .address(words)))
      plain = after
    }
    if !plain.isEmpty { spans.append(.plain(String(decoding: plain, as: UTF8.self))) }
    self.init(spans)
  }

  /// A word parted into an address and what stands around it: brackets, a comma, a full stop.
  private static func address(in word: [UInt8]) -> (before: [UInt8], address: [UInt8], after: [UInt8]) {
    var start = 0
    let opening = Array("([<\"".utf8)
    while start < word.count, opening.contains(word[start]) { start += 1 }
    let rest = Array(word[start...])
    guard rest.starts(with: "https://".utf8) || rest.starts(with: "http://".utf8) else {
      return (before: word, address: [], after: [])
    }
    var end = rest.count
    let closing = Array(".,;:)]>\"".utf8)
    while end > 0, closing.contains(rest[end - 1]) { end -= 1 }
    return (before: Array(word[..<start]), address: Array(rest[..<end]), after: Array(rest[end...]))
  }
}
