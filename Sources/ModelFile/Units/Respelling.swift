/// What a text that is no value may have meant.
extension Kind {
  /// A number that lacks its unit, in quotes and with it: the one thing it can mean, or each of the two.
  func meant(_ text: [UInt8], in bounds: ClosedRange<Int64>) -> String? {
    guard let value = readWithoutUnit(text) else { return nil }
    var readings = [(value: value, when: "")]
    switch self {
    case .rate, .points:
      // "0.01" may be a hundredth of one per cent, or a hundredth of the whole
      if value != 0, value.magnitude <= 10_000 {
        readings.insert((value: value * 100, when: " if a share of one is meant"), at: 0)
      }
    case .months:
      if value != 0 {
        readings.insert((value: max(-Scan.most / 12, min(value, Scan.most / 12)) * 12, when: ""), at: 0)
      }
    case .text, .flag, .money, .count, .weeks, .year, .choice, .name: break
    }
    readings = readings.filter { bounds.contains($0.value) }
    guard let first = readings.first else { return nil }
    guard readings.count > 1 else { return quoted(write(first.value)) }
    return "\(quoted(write(first.value)))\(first.when), or \(quoted(write(readings[1].value)))"
  }

  /// A value that is only spelled in a way of its own, as it should be, and what was wrong with it.
  func respelled(_ text: [UInt8], in bounds: ClosedRange<Int64>) -> String? {
    var text = text
    var words: [String] = []
    let ways: [(([UInt8]) -> [UInt8], String)] = [
      (smallLetters, "in small letters"), (spelledOut, "its unit spelled so"),
      (withoutSpace, "without the space"), (withoutCommas, "with commas in threes"),
    ]
    for (way, word) in ways {
      if case .whole = read(text) { break }
      let better = way(text)
      if better != text {
        text = better
        words.append(word)
      }
    }
    guard case .whole(let value) = read(text), bounds.contains(value) else { return nil }
    return quoted(write(value)) + ", " + words.joined(separator: ", ")
  }
}

private func smallLetters(_ text: [UInt8]) -> [UInt8] { text.map { (65...90).contains($0) ? $0 | 0x20 : $0 } }

/// Units as people shorten them, and as they are read here.
private func spelledOut(_ text: [UInt8]) -> [UInt8] {
  let units = [
    (" pw", " per week"), (" p.w.", " per week"), (" a week", " per week"), ("/week", " per week"),
    (" pa", " per year"), (" p.a.", " per year"), (" per annum", " per year"), (" a year", " per year"),
    ("/year", " per year"), (" a night", " per night"), ("/night", " per night"),
    (" percent", "%"), (" per cent", "%"),
  ]
  for (short, long) in units where text.reversed().starts(with: short.utf8.reversed()) {
    return text.dropLast(short.utf8.count) + Array(long.utf8)
  }
  return text
}

private func withoutSpace(_ text: [UInt8]) -> [UInt8] {
  guard text.last == UInt8(ascii: "%") else { return text }
  return text.dropLast().filter { $0 != 32 } + [UInt8(ascii: "%")]
}

/// Commas taken out, if three digits stand after the last: it is no decimal point.
private func withoutCommas(_ text: [UInt8]) -> [UInt8] {
  let comma = UInt8(ascii: ",")
  guard let last = text.lastIndex(of: comma),
    text[(last + 1)...].prefix(while: { (48...57).contains($0) }).count == 3
  else { return text }
  return text.filter { $0 != comma }
}
