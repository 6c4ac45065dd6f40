import TOML

/// What a text is, read as a kind of value.
enum Reading: Equatable {
  case whole(Int64)
  /// Right but for more decimal places than are kept.
  case tooFine
  case wrong
}

extension Kind {
  /// The whole number that a text stands for.
  func read(_ text: [UInt8]) -> Reading {
    var scan = Scan(text)
    switch self {
    case .text: return .wrong
    case .flag: return "true".hasBytes(text) ? .whole(1) : "false".hasBytes(text) ? .whole(0) : .wrong
    case .choice(let names), .name(_, let names):
      guard let index = names.firstIndex(where: { $0.hasBytes(text) }) else { return .wrong }
      return .whole(Int64(index))
    case .year:
      guard let start = scan.digits(4), scan.take("-"), let end = scan.digits(2), scan.isAtEnd,
        start >= 1900, start < 2200, (start + 1) % 100 == end
      else { return .wrong }
      return .whole(start)
    case .rate, .points, .money, .count, .weeks, .months: break
    }
    let isNegative = scan.take("-")
    if case .money = self { guard scan.take("£") else { return .wrong } }
    guard let size = scan.decimal(places: places), let scale = scan.unit(of: self), scan.isAtEnd else {
      return .wrong
    }
    guard !scan.isTooFine else { return .tooFine }
    let value = min(size, Scan.most / scale) * scale
    return .whole(isNegative ? -value : value)
  }

  /// The value meant by a number that lacks its unit: 4.85 for 4.85%.
  func readWithoutUnit(_ text: [UInt8]) -> Int64? {
    switch self {
    case .rate, .points, .money, .count, .weeks, .months: break
    case .year:
      var scan = Scan(text)
      guard let start = scan.digits(4), scan.isAtEnd, start >= 1900, start < 2199 else { return nil }
      return start
    case .text, .flag, .choice, .name: return nil
    }
    var scan = Scan(text)
    let isNegative = scan.take("-")
    guard let size = scan.decimal(places: places), scan.isAtEnd, !scan.isTooFine else { return nil }
    return isNegative ? -size : size
  }
}

extension Scan {
  /// Steps over the unit of a kind: how many of it one such unit is, or nothing where another follows.
  fileprivate mutating func unit(of kind: Kind) -> Int64? {
    switch kind {
    case .rate: return take("%") ? 1 : nil
    case .points: return take(" points") || take(" point") ? 1 : nil
    case .money(let period): return period.utf8.isEmpty || take(" per ") && take(period) ? 1 : nil
    case .weeks: return take(" weeks") || take(" week") ? 1 : nil
    case .months:
      if take(" months") || take(" month") { return 1 }
      return take(" years") || take(" year") ? 12 : nil
    case .count(let noun):
      if isAtEnd { return 1 }
      guard take(" ") else { return nil }
      return take(noun) || take(singular(noun)) ? 1 : nil
    case .text, .flag, .year, .choice, .name: return nil
    }
  }
}

extension Kind {
  /// The whole number that a text stands for, written as in a model file; nothing where it is no such value.
  public func value(of text: String) -> Int64? {
    guard case .whole(let value) = read(Array(text.utf8)) else { return nil }
    return value
  }
}
