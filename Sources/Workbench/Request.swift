/// What the page asks of the workbench: model files, what is changed in them, and which document is wanted.
public struct Request: Hashable, Sendable {
  public struct File: Hashable, Sendable {
    public var name: String
    public var text: [UInt8]

    public init(name: String, text: [UInt8]) { (self.name, self.text) = (name, text) }
  }
  /// The model first, then the files that it may extend, and its tables, in any order.
  public var files: [File]
  /// As `--set` takes them: PATH=VALUE.
  public var overrides: [String]
  /// The ending of a document's name: "md", "html" or "csv".
  public var format: String

  public init(files: [File], overrides: [String] = [], format: String) {
    (self.files, self.overrides, self.format) = (files, overrides, format)
  }
}

// In bytes: the format; the number of files, and each one's name and text; the number of overrides, and each one. A
// number is four bytes, the lowest first; a text is its length, then its bytes.
extension Request {
  /// - Returns: nil if the bytes end too soon, or do not end when they should.
  public init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let format = reader.text(), let fileCount = reader.number() else { return nil }
    var files: [File] = []
    for _ in 0..<fileCount {
      guard let name = reader.text(), let text = reader.text() else { return nil }
      files.append(File(name: String(decoding: name, as: UTF8.self), text: text))
    }
    guard let overrideCount = reader.number() else { return nil }
    var overrides: [String] = []
    for _ in 0..<overrideCount {
      guard let text = reader.text() else { return nil }
      overrides.append(String(decoding: text, as: UTF8.self))
    }
    guard reader.isAtEnd else { return nil }
    self.init(files: files, overrides: overrides, format: String(decoding: format, as: UTF8.self))
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
    write(format.utf8)
    write(files.count)
    for file in files {
      write(file.name.utf8)
      write(file.text)
    }
    write(overrides.count)
    for override in overrides { write(override.utf8) }
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
}
