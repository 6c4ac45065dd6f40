/// Where a list goes on after its last item.
struct ListEnd {
  let item: Int
  /// Behind the comma after the last item, if there is one.
  let comma: Int?
  /// What begins a line of its own, where the last item has one.
  let newLine: [UInt8]?
  let lineEnd: Int

  /// - Parameters:
  ///   - end: where the last item ends.
  ///   - start: where it starts.
  init(_ text: [UInt8], after end: Int, from start: Int) {
    item = end
    var at = end
    var comma: Int?
    while at < text.count, comma == nil {
      switch text[at] {
      case UInt8(ascii: ","): comma = at + 1
      case UInt8(ascii: "]"): at = text.count
      case UInt8(ascii: "#"): at = text.lineEnd(at)
      default: break
      }
      at += 1
    }
    self.comma = comma
    lineEnd = text.lineEnd(comma ?? end)
    let line = text.lineStart(start)
    let indent = text[line..<start]
    let isOwn = line > 0 && indent.allSatisfy { $0 == 32 || $0 == 9 }
    newLine = isOwn ? text.newLine + indent : nil
  }
}

extension Edits {
  /// Puts more items at the end of a list, in the manner of the last.
  mutating func append(_ items: [[UInt8]], at end: ListEnd) {
    guard !items.isEmpty else { return }
    guard let newLine = end.newLine else {
      insert(items.flatMap { Array(", ".utf8) + $0 }, at: end.item)
      return
    }
    if end.comma == nil { insert([UInt8(ascii: ",")], at: end.item) }
    insert(items.flatMap { newLine + $0 + [UInt8(ascii: ",")] }, at: end.lineEnd)
  }
}

extension [UInt8] {
  /// Where the line that a byte stands in begins.
  func lineStart(_ place: Int) -> Int {
    var at = Swift.min(place, count)
    while at > 0, self[at - 1] != 10 { at -= 1 }
    return at
  }

  /// Where the line that a byte stands in ends, before what ends it.
  func lineEnd(_ place: Int) -> Int {
    var at = Swift.min(place, count)
    while at < count, self[at] != 10 { at += 1 }
    return at > place && at < count && self[at - 1] == 13 ? at - 1 : at
  }

  /// What ends a line of this text: as its first does.
  var newLine: [UInt8] {
    guard let end = firstIndex(of: 10), end > 0, self[end - 1] == 13 else { return [10] }
    return [13, 10]
  }

  /// Whether a comment stands among these bytes of a value.
  var hasComment: Bool {
    var at = 0
    while at < count {
      let byte = self[at]
      if byte == UInt8(ascii: "#") { return true }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        at += 1
        while at < count, self[at] != byte {
          at += byte == UInt8(ascii: "\"") && self[at] == UInt8(ascii: "\\") ? 2 : 1
        }
      }
      at += 1
    }
    return false
  }
}
