import TOML

/// How a value is spelt where it stands, so that another can take its place in the same manner: its quotes, whether thousands
/// have commas, how many decimals it shows, and whether a time is in months.
struct Spelling {
  var quote = UInt8(ascii: "\"")
  /// Without quotes, as only a whole number may be.
  var isBare = true
  var hasUnderscores = false
  var isGrouped = true
  var hasNoun = false
  var decimals = 0
  var isInMonths = false

  /// As a new value is spelt.
  init() {}

  /// As this value of a file is spelt.
  /// - Parameter written: its bytes in the file.
  init(_ node: Node, written: [UInt8]) {
    guard case .text(let text) = node.value else {
      hasUnderscores = written.contains(UInt8(ascii: "_"))
      return
    }
    isBare = false
    quote = written.first ?? quote
    var digits = 0
    var isFraction = false
    for byte in text {
      switch byte {
      case 48...57:
        if isFraction { decimals += 1 } else { digits += 1 }
        if digits > 3 { isGrouped = false }
      case UInt8(ascii: ","): digits = 0
      case UInt8(ascii: "."): isFraction = true
      default:
        if digits > 0 { isFraction = false }
        hasNoun = hasNoun || digits > 0 && byte == UInt8(ascii: " ")
      }
    }
    isInMonths = text.last == UInt8(ascii: "s") ? text.ends(" months") : text.ends(" month")
  }

  /// A value as a file has it, in quotes where it needs them.
  func text(_ value: Int64, _ kind: Kind) -> [UInt8] {
    switch kind {
    case .flag: return Array((value == 0 ? "false" : "true").utf8)
    case .count where isBare:
      let text = Array(groupedText(value).utf8)
      return text.compactMap { $0 != UInt8(ascii: ",") ? $0 : hasUnderscores ? UInt8(ascii: "_") : nil }
    case .count where !hasNoun: return quoted(numbered(groupedText(value)))
    case .months where isInMonths:
      return quoted(numbered(groupedText(value) + (value == 1 ? " month" : " months")))
    case .count, .months, .rate, .points, .money, .weeks: return quoted(numbered(kind.write(value)))
    case .text, .year, .choice, .name: return quoted(Array(kind.write(value).utf8))
    }
  }

  /// The commas and decimals of a number as the old one had them.
  private func numbered(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var shown: Int?
    var isOver = false
    func padding() -> [UInt8] {
      let missing = decimals - (shown ?? 0)
      guard missing > 0 else { return [] }
      return (shown == nil ? [UInt8(ascii: ".")] : []) + Array(repeating: 48, count: missing)
    }
    for byte in text.utf8 {
      switch byte {
      case 48...57:
        if let count = shown { shown = count + 1 }
      case UInt8(ascii: "."): shown = 0
      case UInt8(ascii: ","): if !isGrouped { continue }
      default:
        if !isOver, let last = result.last, (48...57).contains(last) {
          result += padding()
          isOver = true
        }
      }
      result.append(byte)
    }
    return isOver ? result : result + padding()
  }

  /// A text in these quotes, or in the others where it could not stand in them.
  func quoted(_ text: [UInt8]) -> [UInt8] {
    let apostrophe = UInt8(ascii: "'")
    if quote == apostrophe, !text.contains(where: { $0 == apostrophe || $0 < 32 || $0 == 127 }) {
      return [apostrophe] + text + [apostrophe]
    }
    var result = [UInt8(ascii: "\"")]
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 0..<32, 127:
        let digits = Array("0123456789ABCDEF".utf8)
        result += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: result.append(byte)
      }
    }
    return result + [UInt8(ascii: "\"")]
  }
}

extension [UInt8] {
  fileprivate func ends(_ word: String) -> Bool { reversed().starts(with: word.utf8.reversed()) }
}
