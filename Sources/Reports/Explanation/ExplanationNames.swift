import CashFlow
import Finance
import Housing
import ModelFile

/// Finds what the braces of a derivation name in one model: lines, or assumptions.
struct ExplanationNames {
  enum Found {
    case lines([Line])
    /// By their places in the register.
    case assumptions([Int])
    /// A line or an assumption of another way of doing it, which this model does not have.
    case absent
  }

  let model: Model
  let lines: Lines
  let assumptions: [Assumption]
  /// The keys of each assumption's path.
  private let keys: [[[UInt8]]]
  private let places: [[UInt8]: Int]
  /// The assumptions by the last key of their paths, and the lines by their names with stars.
  private let ending: [[UInt8]: [Int]]
  private let called: [[UInt8]: [Int]]

  init(_ loaded: LoadedModel, _ lines: Lines) {
    (model, assumptions, self.lines) = (loaded.model, loaded.assumptions, lines)
    keys = loaded.assumptions.map { Self.split($0.path) }
    var places: [[UInt8]: Int] = [:]
    for (place, assumption) in loaded.assumptions.enumerated() { places[Array(assumption.path.utf8)] = place }
    self.places = places
    var ending: [[UInt8]: [Int]] = [:]
    for (place, keys) in keys.enumerated() { ending[keys.last ?? [], default: []].append(place) }
    self.ending = ending
    var called: [[UInt8]: [Int]] = [:]
    for (place, meaning) in lines.meanings.enumerated() {
      called[Array(meaning.id.utf8), default: []].append(place)
    }
    self.called = called
  }

  static func split(_ path: String) -> [[UInt8]] {
    path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { Array($0) }
  }

  func place(of path: String) -> Int? { places[Array(path.utf8)] }

  /// - Parameter meaning: of the line whose derivation has the name between its braces.
  func find(_ name: String, in meaning: Meaning) -> Found {
    var own = meaning
    own.id = name
    let isItself = own.path.isSame(as: meaning.path)
    // no line is made from itself: what has its name is an assumption, such as the management of a group of homes
    if isItself, let place = place(of: own.path) { return .assumptions([place]) }
    if let line = lines.line(named: own.path) { return .lines([line]) }
    let owned = lines(called: name, in: meaning)
    if !owned.isEmpty { return .lines(owned) }
    let found = assumptions(like: name, in: meaning)
    if !found.isEmpty { return .assumptions(found) }
    return .absent
  }

  /// The lines with this name, of those owners that the line can mean: its own, or all of its account.
  private func lines(called id: String, in meaning: Meaning) -> [Line] {
    guard id.utf8.contains(UInt8(ascii: "*")) else { return [] }
    let owner = Self.split(meaning.owner).first ?? []
    let isOwn = isFamily(Self.split(id), Self.split(meaning.id)) && !owner.isEmpty
    return (called[Array(id.utf8)] ?? []).map { lines.line(at: $0) }.filter { line in
      let other = lines.meaning(of: line)
      return isOwn ? Self.split(other.owner).first == owner : isOfAccount(other.owner, id, meaning)
    }
  }

  /// The assumptions whose paths fit a pattern, of those owners that the line can mean.
  func assumptions(like pattern: String, in meaning: Meaning) -> [Int] {
    if let place = place(of: pattern) { return [place] }
    let pattern = Self.split(pattern)
    let star = Array("*".utf8)
    guard pattern.contains(star) else { return [] }
    let owner = owners(meaning)
    let isOwn = !owner.isEmpty && isFamily(pattern, Self.split(meaning.id))
    if isOwn, !mayOwn(pattern, owner) { return [] }
    return (ending[pattern.last ?? []] ?? []).filter { place in
      let keys = keys[place]
      guard keys.count == pattern.count else { return false }
      var stars = 0
      for (key, wanted) in zip(keys, pattern) {
        if wanted != star {
          if key != wanted { return false }
          continue
        }
        if isOwn, stars < owner.count, owner[stars] != key { return false }
        if !isOwn, stars == 0, !isOfAccount(String(decoding: key, as: UTF8.self), pattern, meaning) {
          return false
        }
        stars += 1
      }
      return true
    }
  }

  /// The names that stand for the stars of a pattern: of a programme and its row, a fund and its tranche, a contract and its outcome.
  private func owners(_ meaning: Meaning) -> [[UInt8]] {
    Self.split(meaning.owner).filter { !$0.elementsEqual("tranche".utf8) && !$0.isEmpty }
  }

  /// Whether homes can have an assumption of this pattern: those of a programme have its own, existing ones those of stock.
  private func mayOwn(_ pattern: [[UInt8]], _ owner: [[UInt8]]) -> Bool {
    guard let root = pattern.first else { return false }
    if root.elementsEqual("programme".utf8) { return owner.count > 1 }
    return !root.elementsEqual("stock".utf8) || owner.count == 1
  }

  /// Whether a name is of the same owner as a line: homes are lines of `stock`, and assumptions of stock or of a programme.
  private func isFamily(_ name: [[UInt8]], _ id: [[UInt8]]) -> Bool {
    guard let one = name.first, let other = id.first else { return false }
    func isOne(_ word: [UInt8], _ a: String, _ b: String) -> Bool {
      word.elementsEqual(a.utf8) || word.elementsEqual(b.utf8)
    }
    if isOne(one, "stock", "programme"), isOne(other, "stock", "programme") { return true }
    if isOne(one, "contract", "outcome"), isOne(other, "contract", "outcome") { return true }
    // needs and kinds of place are both of temporary accommodation, and neither is the other's
    if one.elementsEqual("ta".utf8), other.elementsEqual("ta".utf8) {
      return name.dropLast() == id.dropLast()
    }
    return one == other
  }

  /// Whether a named thing is of the account that a line is of, if the line's own name says one.
  private func isOfAccount(_ name: String, _ id: String, _ meaning: Meaning) -> Bool {
    isOfAccount(name, Self.split(id), meaning)
  }

  private func isOfAccount(_ name: String, _ id: [[UInt8]], _ meaning: Meaning) -> Bool {
    let parts = Self.split(meaning.id)
    let isHRA = parts.contains { $0.elementsEqual("hra".utf8) }
    let isGF = parts.contains { $0.elementsEqual("gf".utf8) }
    guard isHRA || isGF, let root = id.first else { return true }
    let first = Self.split(name).first ?? []
    func isNamed(_ other: String) -> Bool { first.elementsEqual(other.utf8) }
    var account: Account?
    if root.elementsEqual("programme".utf8) {
      account = model.programmes.first { isNamed($0.name) }?.account
    } else if root.elementsEqual("stock".utf8) {
      account =
        model.stock.first { isNamed($0.name) }?.account
        ?? model.programmes.first { isNamed($0.name) }?.account
    } else if root.elementsEqual("loan".utf8) {
      account = model.loans.first { isNamed($0.name) }?.account
    }
    return account.map { $0 == (isHRA ? .hra : .generalFund) } ?? true
  }
}
