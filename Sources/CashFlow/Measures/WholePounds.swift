import Finance
import Housing

/// The accounts by year in whole pounds, so that every table adds up as printed.
///
/// What no other line explains is rounded once, half to even; a total is the sum of its shown terms, and a balance its
/// shown opening and the shown flows that its derivation names. Spend on homes is what its shown sources come to. So a
/// balance can differ from the exact one by a few pounds after many years, and no table by one.
public struct WholePounds: Sendable {
  private let lines: Lines
  private let with: [[Int64]], without: [[Int64]]
  private let openings: [Int64]
  private let years: Int

  public init(_ forecast: Forecast) {
    lines = forecast.plan.lines
    years = forecast.years.count
    openings = lines.all.map { roundedQuotient(forecast.with.openings[$0] ?? 0, 100) }
    with = Self.shown(forecast, .with, openings)
    without = Self.shown(forecast, .without, openings)
  }

  /// A line by year; nothing in each year if the model has no such line.
  public func yearly(_ path: String, _ run: Forecast.Run = .with) -> [Money] {
    guard let i = place(path) else { return Array(repeating: .zero, count: years) }
    return (0..<years).map { k in
      switch run {
      case .with: Money.pounds(with[i][k])
      case .without: Money.pounds(without[i][k])
      case .difference: Money.pounds(with[i][k] - without[i][k])
      }
    }
  }

  /// A flow over all years, as its years add up.
  public func total(_ path: String, _ run: Forecast.Run = .with) -> Money {
    yearly(path, run).reduce(.zero, +)
  }

  /// A flow by year, added up from the first.
  public func toDate(_ path: String, _ run: Forecast.Run = .with) -> [Money] {
    var sum = Money.zero
    return yearly(path, run).map { money in
      sum += money
      return sum
    }
  }

  /// What a balance stood at before the first year.
  public func opening(_ path: String) -> Money { place(path).map { Money.pounds(openings[$0]) } ?? .zero }

  /// A balance as each year opens.
  public func openings(_ path: String, _ run: Forecast.Run = .with) -> [Money] {
    let first = run == .difference ? Money.zero : opening(path)
    return [first] + yearly(path, run).dropLast()
  }

  public func has(_ path: String) -> Bool { place(path) != nil }

  /// Whether a line is nil in every year with the plan and without.
  public func isNil(_ path: String) -> Bool {
    guard let i = place(path) else { return true }
    return with[i].allSatisfy { $0 == 0 } && without[i].allSatisfy { $0 == 0 }
  }

  private func place(_ path: String) -> Int? { lines.place(named: path) }

  /// Flows first, since a balance may name one that stands below it; then totals and balances in the order of the ledger,
  /// in which each comes after what it adds.
  private static func shown(
    _ forecast: Forecast, _ run: Forecast.Run, _ openings: [Int64]
  ) -> [[Int64]] {
    let lines = forecast.plan.lines
    var shown = Array(repeating: [Int64](), count: lines.meanings.count)
    var totals = Array(repeating: -1, count: lines.meanings.count)
    for (t, total) in lines.totals.enumerated() { totals[lines.place(of: total.line)] = t }
    for i in lines.meanings.indices where totals[i] < 0 && lines.meanings[i].period == .flow {
      shown[i] = forecast.yearly(lines.line(at: i), run).map { roundedQuotient($0, 100) }
    }
    let nothing = forecast.years.map { _ in Int64(0) }
    for i in lines.meanings.indices where lines.meanings[i].quantity == .pence {
      if totals[i] >= 0 {
        var sum = nothing
        for term in lines.totals[totals[i]].terms {
          let place = lines.place(of: term.line)
          for k in sum.indices { sum[k] += term.sign * shown[place][k] }
        }
        shown[i] = sum
      } else if lines.meanings[i].period == .stock {
        shown[i] = balance(i, lines, openings, shown, nothing)
      } else if let sources = sources(of: lines.meanings[i].path) {
        shown[i] = nothing
        for source in sources {
          guard let place = lines.place(named: source.path) else { continue }
          for k in nothing.indices { shown[i][k] += source.sign * shown[place][k] }
        }
      }
    }
    return shown
  }

  /// A balance from the lines that its derivation names, with their signs; "opening" carries it from year to year.
  private static func balance(
    _ i: Int, _ lines: Lines, _ openings: [Int64], _ shown: [[Int64]], _ nothing: [Int64]
  ) -> [Int64] {
    let meaning = lines.meanings[i]
    var moves = nothing
    for term in meaning.signedInputs {
      guard let place = lines.place(named: term.path), !shown[place].isEmpty else { continue }
      for k in moves.indices { moves[k] += term.sign * shown[place][k] }
    }
    guard meaning.isCarried else { return moves }
    var last = openings[i]
    return moves.map { move in
      last += move
      return last
    }
  }

  /// What spend on homes is shown as: the sources of all the account's capital, less its major repairs.
  private static func sources(of path: String) -> [(sign: Int64, path: String)]? {
    for x in ["hra", "gf"] where path.utf8.elementsEqual("capital.\(x).programme".utf8) {
      var all: [(sign: Int64, path: String)] = [(sign: -1, path: "capital.\(x).repairs")]
      for source in ["grant", "rtb", "receipts", "mrr", "rcco", "borrowing"] {
        all.append((sign: 1, path: "capital.\(x).\(source)"))
      }
      return all
    }
    return nil
  }
}

extension Lines {
  func place(of line: Line) -> Int { line.start / months }
}

extension Meaning {
  /// Whether a stock is what it was and what moves it.
  var isCarried: Bool { derivation.utf8.starts(with: "opening".utf8) }

  /// The lines that the derivation adds and takes away, with the owner's name in them.
  var signedInputs: [(sign: Int64, path: String)] {
    var all: [(sign: Int64, path: String)] = []
    var sign: Int64 = 1
    for part in derivation.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false) {
      if let close = part.firstIndex(of: UInt8(ascii: "}")) {
        var named = self
        named.id = String(Substring(part[..<close]))
        all.append((sign: sign, path: named.path))
      }
      // a minus is U+2212 before the space before the brace
      let end = Array(part.suffix(4))
      sign = end.elementsEqual("\u{2212} ".utf8) ? -1 : 1
    }
    return all
  }
}
