import Finance
import Housing

/// The accounts by year in whole pounds, so that every table adds up as printed.
///
/// What no other line explains is rounded once, half to even; a total is the sum of its shown terms, and a balance its
/// shown opening and the shown flows that its derivation names. The largest source of capital takes what rounding
/// leaves between spend and its sources, and what a reserve is used for, what it leaves between flows and balance. So a
/// balance of revenue can differ from the exact one by a few pounds after many years, and no table by one.
public struct WholePounds: Sendable {
  private let lines: Lines
  private let with: [[Int64]], without: [[Int64]]
  private let openings: [Int64]
  private let years: Int

  public init(_ forecast: Forecast) {
    lines = forecast.plan.lines
    years = forecast.years.count
    openings = lines.all.map { roundedQuotient(forecast.with.openings[$0], 100) }
    let moves = Self.moves(of: lines)
    with = Self.shown(forecast, .with, openings, moves)
    without = Self.shown(forecast, .without, openings, moves)
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
    _ forecast: Forecast, _ run: Forecast.Run, _ openings: [Int64], _ moves: [[Move]]
  ) -> [[Int64]] {
    let lines = forecast.plan.lines
    var shown = Array(repeating: [Int64](), count: lines.meanings.count)
    var totals = Array(repeating: -1, count: lines.meanings.count)
    for (t, total) in lines.totals.enumerated() { totals[lines.place(of: total.line)] = t }
    for i in lines.meanings.indices where totals[i] < 0 && lines.meanings[i].period == .flow {
      shown[i] = forecast.yearly(lines.line(at: i), run).map { roundedQuotient($0, 100) }
    }
    let nothing = forecast.years.map { _ in Int64(0) }
    for x in ["hra", "gf"] { settleSources(x, lines, &shown) }
    settleReserves(forecast, run, lines, openings, &shown)
    for i in lines.meanings.indices where lines.meanings[i].quantity == .pence {
      if totals[i] >= 0 {
        var sum = nothing
        for term in lines.totals[totals[i]].terms {
          let place = lines.place(of: term.line)
          for k in sum.indices { sum[k] += term.sign * shown[place][k] }
        }
        shown[i] = sum
      } else if lines.meanings[i].period == .stock {
        shown[i] =
          lines.meanings[i].isCarried || !moves[i].isEmpty
          ? balance(i, lines, openings, moves[i], shown, nothing)
          : forecast.yearly(lines.line(at: i), run).map { roundedQuotient($0, 100) }
      }
    }
    return shown
  }

  /// A line that a balance names, and whether it adds it or takes it away.
  private typealias Move = (sign: Int64, place: Int)

  /// By line, what each balance is made of; nothing of one that is made of no other lines, and is rounded itself.
  private static func moves(of lines: Lines) -> [[Move]] {
    lines.meanings.map { meaning in
      guard meaning.quantity == .pence, meaning.period == .stock else { return [] }
      return meaning.signedInputs.compactMap { input in
        lines.place(named: input.path).map { (sign: input.sign, place: $0) }
      }
    }
  }

  /// A balance from the lines that its derivation names, with their signs; "opening" carries it from year to year.
  private static func balance(
    _ i: Int, _ lines: Lines, _ openings: [Int64], _ moves: [Move], _ shown: [[Int64]], _ nothing: [Int64]
  ) -> [Int64] {
    var moved = nothing
    for move in moves where !shown[move.place].isEmpty {
      for k in moved.indices { moved[k] += move.sign * shown[move.place][k] }
    }
    guard lines.meanings[i].isCarried else { return moved }
    var last = openings[i]
    return moved.map { move in
      last += move
      return last
    }
  }

  /// The largest source of each year takes what rounding leaves between an account's spend and its sources.
  private static func settleSources(_ x: String, _ lines: Lines, _ shown: inout [[Int64]]) {
    func places(_ names: [String]) -> [Int] { names.compactMap { lines.place(named: "capital.\(x).\($0)") } }
    let sources = places(["grant", "contributions", "rtb", "receipts", "mrr", "rcco", "borrowing"])
    guard let programme = places(["programme"]).first, !shown[programme].isEmpty else { return }
    let repairs = places(["repairs"]).first.map { totalOf($0, lines, shown) }
    let interest = places(["interest"]).first.map { shown[$0] }
    for k in shown[programme].indices {
      var left = shown[programme][k] + (repairs?[k] ?? 0) + (interest?[k] ?? 0)
      for source in sources { left -= shown[source][k] }
      guard left != 0, let largest = sources.max(by: { abs(shown[$0][k]) < abs(shown[$1][k]) }) else {
        continue
      }
      shown[largest][k] += left
    }
  }

  /// A total that is not worked out yet, from terms of which each may be one itself.
  private static func totalOf(_ place: Int, _ lines: Lines, _ shown: [[Int64]]) -> [Int64] {
    if !shown[place].isEmpty { return shown[place] }
    // of no terms, as the depreciation of an HRA without homes, it is nil in every year
    var sum = shown.first { !$0.isEmpty }?.map { _ in Int64(0) } ?? []
    for total in lines.totals where lines.place(of: total.line) == place {
      for term in total.terms {
        let values = totalOf(lines.place(of: term.line), lines, shown)
        for k in values.indices { sum[k] += term.sign * values[k] }
      }
    }
    return sum
  }

  /// What is used of a reserve in a year takes what rounding leaves between its flows and its rounded balance.
  private static func settleReserves(
    _ forecast: Forecast, _ run: Forecast.Run, _ lines: Lines, _ openings: [Int64], _ shown: inout [[Int64]]
  ) {
    for reserve in ["mrr", "receipts.rtb", "receipts.other.hra", "receipts.other.gf"] {
      guard let balance = lines.place(named: "\(reserve).balance"),
        let used = lines.place(named: "\(reserve).used"),
        let entered = lines.place(named: "\(reserve).in")
      else { continue }
      let others = ["setaside", "returned"].compactMap { lines.place(named: "\(reserve).\($0)") }
      let into = shown[entered].isEmpty ? totalOf(entered, lines, shown) : shown[entered]
      var last = openings[balance]
      for (k, exact) in forecast.yearly(lines.line(at: balance), run).enumerated() {
        let closing = roundedQuotient(exact, 100)
        shown[used][k] = closing - last - into[k] - others.reduce(0) { $0 + shown[$1][k] }
        last = closing
      }
    }
  }
}

extension Lines {
  func place(of line: Line) -> Int { line.start / months }
}

extension Meaning {
  /// Whether a stock is what it was and what moves it.
  var isCarried: Bool { derivation.begins(with: "opening") }

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
