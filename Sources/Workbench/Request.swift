/// What the page asks of the workbench: a question, and the model files and changes that it is about.
public struct Request: Hashable, Sendable {
  public struct File: Hashable, Sendable {
    public var name: String
    public var text: [UInt8]

    public init(name: String, text: [UInt8]) { (self.name, self.text) = (name, text) }
  }
  /// What is asked: the name of a `Question`.
  public var question: String
  /// What the question is to be told, as the command of its name takes it: "--find", "loan.pwlb.rate".
  public var words: [String]
  /// The model first, then the files that it may extend, and its tables, in any order; none where they are those of the request before.
  public var files: [File]
  /// As `--scenario` takes it; empty for none.
  public var scenario: String
  /// As `--set` takes them: PATH=VALUE.
  public var overrides: [String]

  public init(
    _ question: String, _ words: [String] = [], files: [File], scenario: String = "", overrides: [String] = []
  ) {
    (self.question, self.words, self.files) = (question, words, files)
    (self.scenario, self.overrides) = (scenario, overrides)
  }
}

// In bytes: the question; the words; the number of files, and each one's name and text; the scenario; the overrides. A
// number is four bytes, the lowest first; a text is its length, then its bytes; texts are their number, then each.
extension Request {
  /// - Returns: nil if the bytes end too soon, or do not end when they should.
  public init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let question = reader.word(), let words = reader.words(), let fileCount = reader.number() else {
      return nil
    }
    var files: [File] = []
    for _ in 0..<fileCount {
      guard let name = reader.word(), let text = reader.text() else { return nil }
      files.append(File(name: name, text: text))
    }
    guard let scenario = reader.word(), let overrides = reader.words(), reader.isAtEnd else { return nil }
    self.init(question, words, files: files, scenario: scenario, overrides: overrides)
  }

  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func write(_ number: Int) {
      for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }
    func write(_ text: some Collection<UInt8>) {
      write(text.count)
      bytes += text
    }
    func write(_ words: [String]) {
      write(words.count)
      for word in words { write(word.utf8) }
    }
    write(question.utf8)
    write(words)
    write(files.count)
    for file in files {
      write(file.name.utf8)
      write(file.text)
    }
    write(scenario.utf8)
    write(overrides)
    return bytes
  }
}

private struct Reader {
  let bytes: [UInt8]
  var at = 0

  var isAtEnd: Bool { at == bytes.count }

  mutating func number() -> Int? {
    guard bytes.count - at >= 4 else { return nil }
    var number: UInt32 = 0
    for place in 0..<4 { number |= UInt32(bytes[at + place]) << UInt32(8 * place) }
    at += 4
    return Int(exactly: number)
  }

  mutating func text() -> [UInt8]? {
    guard let count = number(), count <= bytes.count - at else { return nil }
    defer { at += count }
    return Array(bytes[at..<(at + count)])
  }

  mutating func word() -> String? { text().map { String(decoding: $0, as: UTF8.self) } }

  mutating func words() -> [String]? {
    guard let count = number() else { return nil }
    var words: [String] = []
    for _ in 0..<count {
      guard let word = word() else { return nil }
      words.append(word)
    }
    return words
  }
}
