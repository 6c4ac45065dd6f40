import Finance
import Housing

/// Outcomes contracts month by month: who starts, who is still in place, what is advanced and what is paid.
struct Contracts {
  fileprivate struct Running {
    /// The programme whose lettings it counts; nothing where it finds its own homes.
    let programme: Int?
    /// The first month in which no letting counts any more.
    let end: Int
    let cost: Int64
    let cap: Int64
    let councilShare: Rate
    /// Months after the start, share in place in millionths, and the two together with what is paid.
    let outcomes: [(months: Int, share: Int64, value: Int64)]
    /// Starts by month, in twelfths of a millionth of a household.
    var starts: [Int64]
    /// Households that leave temporary accommodation by it, by month.
    let exits: [Double]
    /// Millionths of a household that have started, and that have reached each outcome: exact, then as posted.
    var started = 0.0
    var reached: [Double]
    var advance = ExactTotal(), payment = ExactTotal()
    var paidByCouncil: Int64 = 0
  }
  private var all: [Running]
  /// Households that leave by any contract, by month.
  private let exits: [Double]

  init(_ model: Model) {
    let months = Int(model.years) * 12
    let all = model.contracts.map { Running($0, model, months) }
    exits = all.isEmpty ? [] : (0..<months).map { month in all.reduce(0) { $0 + $1.exits[month] } }
    self.all = all
  }

  var isEmpty: Bool { all.isEmpty }
  /// Whether any counts lettings of a programme.
  var countsLettings: Bool { all.contains { $0.programme != nil } }

  /// Households that leave temporary accommodation by a contract in a month, as far as there are any.
  func exits(_ month: Int) -> Double { exits.isEmpty ? 0 : exits[month] }

  /// Steps a month.
  /// - Parameter moves: millionths of a household that moved out of temporary accommodation to the homes of each programme.
  mutating func step(
    _ lines: [ContractLines], _ month: Int, moves: [Double], _ cells: inout MutableSpan<Int64>
  ) {
    for i in all.indices {
      if let programme = all[i].programme, programme < moves.count, month < all[i].end {
        all[i].starts[month] = 12 * Int64(wholeNearest(moves[programme]))
      }
      all[i].step(lines[i], month, &cells)
    }
  }
}

extension Contracts.Running {
  init(_ contract: OutcomesContract, _ model: Model, _ months: Int) {
    cost = contract.cost.pence * 1_000_000
    cap = contract.cap?.pence ?? .max
    councilShare = contract.councilShare
    outcomes = zip(contract.outcomes, contract.payableTariffs).map { outcome, tariff in
      (
        months: Int(outcome.months), share: outcome.share.millionths,
        value: outcome.share.millionths * tariff.pence
      )
    }
    reached = contract.outcomes.map { _ in 0 }
    switch contract.intake {
    case .starts(let starts, let additional):
      (programme, end) = (nil, 0)
      let byMonth = (0..<months).map { starts[model.firstYear + $0 / 12] }
      self.starts = byMonth.map { $0 * 1_000_000 }
      exits = byMonth.map { Double($0) * additional.ratio / 12 }
    case .lettings(let place, let until):
      programme = place
      end = until.map { max(0, min(months, ($0.start - model.firstYear.start + 1) * 12)) } ?? months
      starts = Array(repeating: 0, count: months)
      exits = Array(repeating: 0, count: months)
    }
  }

  mutating func step(_ lines: ContractLines, _ month: Int, _ cells: inout MutableSpan<Int64>) {
    cells[lines.starts, month] = Self.move(&started, Double(starts[month]) / 12)
    advance.add(starts[month], cost)
    cells[lines.advance, month] = advance.post()
    for (k, outcome) in outcomes.enumerated() where outcome.months <= month {
      let then = starts[month - outcome.months]
      let there = Double(then) / 12 * (Double(outcome.share) / 1_000_000)
      cells[lines.reached[k], month] = Self.move(&reached[k], there)
      payment.add(then, outcome.value)
    }
    cells[lines.payment, month] = payment.post(atMost: cap)
    let byCouncil = Money(pence: payment.posted).share(councilShare).pence
    cells[lines.council, month] = byCouncil - paidByCouncil
    paidByCouncil = byCouncil
  }

  /// What a running number, rounded to a whole one, moves by.
  private static func move(_ total: inout Double, _ more: Double) -> Int64 {
    let before = Int64(wholeNearest(total))
    total += more
    return Int64(wholeNearest(total)) - before
  }
}
