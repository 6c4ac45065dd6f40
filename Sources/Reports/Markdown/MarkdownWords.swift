/// Where words stand in Markdown, which decides what has to be escaped there.
struct MarkdownPlace {
  /// In a table, where `|` ends a cell even in code.
  var isCell = false
  /// At the start of a block, where `#`, `-` or `1.` would mean something.
  var isStart = false
  /// In a paragraph, where each sentence has a line of its own.
  var breaksSentences = false
  /// In the words of a link or picture.
  var isLabel = false

  static let cell = MarkdownPlace(isCell: true)
  static let line = MarkdownPlace(isStart: true)
  static let paragraph = MarkdownPlace(isStart: true, breaksSentences: true)
  static let inside = MarkdownPlace()
  static let label = MarkdownPlace(isLabel: true)
}

extension Output {
  mutating func write(markdown text: Text, _ place: MarkdownPlace) {
    var writer = MarkdownWords(place: place)
    for span in text.spans {
      switch span {
      case .plain(let words): writer.plain(words, &self)
      case .strong(let words): writer.marked(words, "**", &self)
      case .emphasis(let words): writer.marked(words, "*", &self)
      case .code(let words): writer.code(words, &self)
      case .link(let words, .place): writer.plain(words, &self)
      case .link(let words, .address(let address)):
        if isLinkable(address), !place.isLabel {
          writer.link(words, address, &self)
        } else {
          writer.plain(words, &self)
        }
      }
    }
  }
}

/// Words of one block as they are written: what came last decides whether the next sentence begins a line.
private struct MarkdownWords {
  let place: MarkdownPlace
  var isStart: Bool
  var endsSentence = false
  /// A space that waits to be written, since a sentence may begin after it.
  var owesSpace = false

  init(place: MarkdownPlace) { (self.place, isStart) = (place, place.isStart) }

  /// Writes the space that is owed before `next`, which begins a scalar.
  mutating func settle(before next: UInt8, _ output: inout Output) {
    guard owesSpace else { return }
    owesSpace = false
    output.write(byte: beginsSentence(next, after: endsSentence) ? UInt8(ascii: "\n") : UInt8(ascii: " "))
  }

  private func beginsSentence(_ next: UInt8, after ended: Bool) -> Bool {
    place.breaksSentences && ended && next >= 0x41 && next <= 0x5A
  }

  mutating func plain(_ words: String, _ output: inout Output) {
    let bytes = words.utf8Span.span
    var place = 0
    while place < bytes.count {
      let end = isStart || opensNumber ? place : endOfRun(bytes, from: place)
      if end > place {
        settle(before: bytes[place], &output)
        output.write(bytes.extracting(place..<end))
        endsSentence = isEnd(bytes[end - 1])
        place = end
        continue
      }
      let (original, length) = scalar(bytes, at: place)
      let shown = shown(original)
      place += length
      if shown == " " {
        if !isStart { owesSpace = true }
        continue
      }
      settle(before: shown.isASCII ? UInt8(truncatingIfNeeded: shown.value) : 0x80, &output)
      write(shown, place < bytes.count ? bytes[place] : UInt8(ascii: " "), &output)
      endsSentence = shown == "." || shown == "?" || shown == "!"
    }
  }

  /// Where what is written as it stands ends, single spaces between such words among it.
  private func endOfRun(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      if isPlain(bytes[place]) {
        place += 1
        continue
      }
      guard bytes[place] == UInt8(ascii: " "), place > start, place + 1 < bytes.count,
        isPlain(bytes[place + 1]), !beginsSentence(bytes[place + 1], after: isEnd(bytes[place - 1]))
      else { break }
      place += 1
    }
    return place
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
  }

  /// Whether a byte, not at the start of a block, is written as it is and is no space.
  private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "`"),
      UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"),
      UInt8(ascii: "~"), UInt8(ascii: "$"):
      false
    default: isShown(byte)
    }
  }

  /// Digits that begin a block, and so would number it if a point or bracket followed.
  var opensNumber = false

  mutating func write(_ scalar: Unicode.Scalar, _ next: UInt8, _ output: inout Output) {
    let isDigit = scalar.value >= 0x30 && scalar.value <= 0x39
    switch scalar {
    case "<": output.write("&lt;")
    case "&" where next == UInt8(ascii: "#") || next >= 0x41 && next <= 0x7A: output.write("&amp;")
    case "\\", "`", "*", "_", "[", "]", "|", "~", "$":
      output.write("\\")
      output.write(scalar)
    case "#", "+", "-", ">", "=", ":":
      if isStart { output.write("\\") }
      output.write(scalar)
    case ".", ")":
      if opensNumber { output.write("\\") }
      output.write(scalar)
    default: output.write(scalar)
    }
    opensNumber = (isStart || opensNumber) && isDigit
    isStart = false
  }

  mutating func begin(_ words: String, _ output: inout Output) {
    if let first = words.utf8.first { settle(before: first, &output) }
    isStart = false
  }

  mutating func marked(_ words: String, _ mark: String, _ output: inout Output) {
    guard !words.utf8.isEmpty else { return }
    begin(words, &output)
    output.write(mark)
    plain(words, &output)
    owesSpace = false
    output.write(mark)
  }

  mutating func link(_ words: String, _ address: String, _ output: inout Output) {
    begin(words, &output)
    output.write("[")
    plain(words, &output)
    owesSpace = false
    output.write("](")
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "("): output.write("%28")
      case UInt8(ascii: ")"): output.write("%29")
      case UInt8(ascii: "<"): output.write("%3C")
      case UInt8(ascii: ">"): output.write("%3E")
      case UInt8(ascii: "\\"): output.write("%5C")
      case UInt8(ascii: "|"): output.write("%7C")
      case UInt8(ascii: "`"): output.write("%60")
      default: output.write(byte: byte)
      }
    }
    output.write(")")
  }

  /// Code between as many backticks as it needs.
  mutating func code(_ words: String, _ output: inout Output) {
    guard !words.utf8.isEmpty else { return }
    begin(words, &output)
    var longest = 0
    var run = 0
    for byte in words.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    for _ in 0...longest { output.write("`") }
    if longest > 0 { output.write(" ") }
    let bytes = words.utf8Span.span
    var (start, place) = (0, 0)
    while place < bytes.count {
      let isBar = bytes[place] == UInt8(ascii: "|") && self.place.isCell
      if isShown(bytes[place]), !isBar {
        place += 1
        continue
      }
      let (original, length) = scalar(bytes, at: place)
      let shown = shown(original)
      if isBar || shown != original {
        output.write(bytes.extracting(start..<place))
        if isBar { output.write("\\") }
        output.write(shown)
        start = place + length
      }
      place += length
    }
    output.write(bytes.extracting(start..<bytes.count))
    if longest > 0 { output.write(" ") }
    for _ in 0...longest { output.write("`") }
    endsSentence = false
  }
}
