import Finance

/// What a line counts. Every figure of a ledger is a whole number of these.
public enum Quantity: Sendable {
  case pence, homes
  /// Millionths of a home, such as homes let part of a month.
  case homeMillionths
  /// Millionths of a household.
  case households
  /// Millionths of a household-night.
  case nights
}

/// A line of the accounts: where its months stand in the ledger. What it means was said once, when it was added.
public struct Line: Hashable, Sendable {
  let start: Int
}

/// What a line means. Braces in the derivation name the lines and assumptions it is made from.
public struct Meaning: Sendable {
  public enum Period: Sendable {
    /// Adds up over its year.
    case flow
    /// Stands as its March leaves it.
    case stock
  }
  /// The line's name, with `*` for its owner's.
  public var id: String
  public var owner: String
  public var label: String, derivation: String
  public var quantity: Quantity
  public var period: Period
  public var sign: Sign

  /// Which way a line's figures can be: income, balances, homes and households plus, cost minus.
  public enum Sign: String, Sendable {
    case plus = "+"
    case minus = "−"
    case either = "±"
  }

  init(
    id: String, owner: String, label: String, derivation: String, quantity: Quantity, period: Period,
    sign: Sign? = nil
  ) {
    (self.id, self.owner, self.label) = (id, owner, label)
    (self.quantity, self.period) = (quantity, period)
    // a sign of its own stands before the derivation of a line that is not plus
    let isMinus = derivation.begins(with: "−")
    let isEither = derivation.begins(with: "± ")
    self.sign = sign ?? (isMinus ? .minus : isEither ? .either : .plus)
    self.derivation = isEither ? String(Substring(derivation.utf8.dropFirst("± ".utf8.count))) : derivation
  }

  /// The name with the owner's in it.
  public var path: String { String(decoding: bytesOfPath, as: UTF8.self) }

  var bytesOfPath: [UInt8] {
    let (id, owner) = (id.utf8Span.span, owner.utf8Span.span)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(id.count + owner.count)
    var isOwned = false
    for place in id.indices {
      if id[place] == UInt8(ascii: "*"), !isOwned {
        isOwned = true
        for letter in owner.indices { bytes.append(owner[letter]) }
      } else {
        bytes.append(id[place])
      }
    }
    return bytes
  }

  /// What the braces of the derivation name.
  public var inputs: [String] {
    derivation.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false).dropFirst().map {
      part in
      String(Substring(part.prefix { $0 != UInt8(ascii: "}") }))
    }
  }
}

extension Meaning.Sign {
  var opposite: Meaning.Sign {
    switch self {
    case .plus: .minus
    case .minus: .plus
    case .either: .either
    }
  }

  /// Whether a figure may stand in a line of this sign.
  public func allows(_ figure: Int64) -> Bool {
    switch self {
    case .plus: figure >= 0
    case .minus: figure <= 0
    case .either: true
    }
  }
}

/// The lines of a ledger, in the order of its tables.
public struct Lines: Sendable {
  public let months: Int
  public private(set) var meanings: [Meaning] = []
  /// Where each line is by its name, as bytes.
  private var places: [[UInt8]: Int] = [:]
  /// A line that is the sum of others, each as often as its sign says.
  typealias Total = (line: Line, terms: [(sign: Int64, line: Line)])
  /// In an order in which each comes after what it adds.
  private(set) var totals: [Total] = []

  public init(months: Int) { self.months = months }

  /// What happens in a month; its year is the sum.
  @inline(never)
  public mutating func flow(
    _ id: String, of owner: String = "", _ label: String, _ quantity: Quantity = .pence,
    from derivation: String
  ) -> Line {
    add(
      Meaning(id: id, owner: owner, label: label, derivation: derivation, quantity: quantity, period: .flow))
  }

  /// What stands at a month's end; its year is March.
  @inline(never)
  public mutating func stock(
    _ id: String, of owner: String = "", _ label: String, _ quantity: Quantity = .pence,
    from derivation: String
  ) -> Line {
    add(
      Meaning(id: id, owner: owner, label: label, derivation: derivation, quantity: quantity, period: .stock))
  }

  /// A line that is the sum of others, less what is taken out. It words itself.
  @inline(never)
  public mutating func total(
    _ id: String, _ label: String, _ quantity: Quantity = .pence, in inward: [Line], out outward: [Line] = []
  )
    -> Line
  {
    var derivation = ""
    var named: [String] = []
    for (line, isIn) in inward.map({ ($0, true) }) + outward.map({ ($0, false) }) {
      let id = meaning(of: line).id
      // lines of many owners stand together, and are named once
      if let last = named.last, last.isSame(as: id) { continue }
      let isFirst = named.isEmpty
      derivation += isIn ? (isFirst ? "" : " + ") : (isFirst ? "−" : " − ")
      derivation += (id.utf8.contains(UInt8(ascii: "*")) ? "Σ {" : "{") + id + "}"
      named.append(id)
    }
    let period = (inward + outward).first.map { meaning(of: $0).period } ?? .flow
    let signs = inward.map { meaning(of: $0).sign } + outward.map { meaning(of: $0).sign.opposite }
    let first = signs.first ?? .plus
    let line = add(
      Meaning(
        id: id, owner: "", label: label,
        derivation: derivation.utf8.isEmpty ? "nothing in this model" : derivation, quantity: quantity,
        period: period, sign: signs.allSatisfy { $0 == first } ? first : .either))
    totals.append(
      (line: line, terms: inward.map { (sign: 1, line: $0) } + outward.map { (sign: -1, line: $0) }))
    return line
  }

  private mutating func add(_ meaning: Meaning) -> Line {
    places[meaning.bytesOfPath] = meanings.count
    meanings.append(meaning)
    return Line(start: (meanings.count - 1) * months)
  }

  /// The totals that turn on nothing but lines at these places, and the others.
  func totals(knownBy known: [Range<Int>]) -> (known: [Total], turning: [Total]) {
    var turns = meanings.indices.map { place in !known.contains { $0.contains(place) } }
    var (settled, turning): ([Total], [Total]) = ([], [])
    for total in totals {
      let isTurning = total.terms.contains { turns[$0.line.start / months] }
      turns[total.line.start / months] = isTurning
      if isTurning { turning.append(total) } else { settled.append(total) }
    }
    return (known: settled, turning: turning)
  }

  /// Totals less those of their terms that stand at some places, which add nothing where those are empty.
  func without(_ places: Range<Int>, _ totals: [Total]) -> [Total] {
    totals.map { total in
      (line: total.line, terms: total.terms.filter { !places.contains($0.line.start / months) })
    }
  }

  public func meaning(of line: Line) -> Meaning { meanings[line.start / months] }
  func period(of line: Line) -> Meaning.Period { meanings[line.start / months].period }
  public func line(at index: Int) -> Line { Line(start: index * months) }
  public var all: [Line] { meanings.indices.map { line(at: $0) } }
}

extension Lines {
  func place(named path: String) -> Int? { places[Array(path.utf8)] }

  /// The line of that name, the owner's name in it.
  public func line(named path: String) -> Line? {
    place(named: path).map { line(at: $0) }
  }
}
