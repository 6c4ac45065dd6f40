import Finance

/// Stretches of a text that others take the place of, the rest of it as it was.
struct Edits {
  private struct Edit {
    var range: Range<Int>
    var text: [UInt8]
  }
  private var all: [Edit] = []

  var isEmpty: Bool { all.isEmpty }

  mutating func replace(_ range: Range<Int>, with text: [UInt8]) {
    all.append(Edit(range: range, text: text))
  }

  /// Of several at one place, the one said first stands first.
  mutating func insert(_ text: [UInt8], at place: Int) { replace(place..<place, with: text) }

  private var inOrder: [Edit] {
    all.inOrder { Int64($0.range.upperBound) }.inOrder { Int64($0.range.lowerBound) }
  }

  func applied(to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    for edit in inOrder {
      result += text[at..<max(at, edit.range.lowerBound)]
      result += edit.text
      at = max(at, edit.range.upperBound)
    }
    return result + text[at...]
  }

  /// Where in the text as it was a byte of the new one stood; of one that is new, where it was put.
  func origin(of place: Int) -> Int {
    var (at, moved) = (0, 0)
    for edit in inOrder {
      let kept = edit.range.lowerBound - at
      if place < moved + kept { return at + place - moved }
      moved += kept
      if place < moved + edit.text.count { return edit.range.lowerBound }
      moved += edit.text.count
      at = edit.range.upperBound
    }
    return at + place - moved
  }
}
