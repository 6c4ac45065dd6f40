import Finance

/// Places paid for: by need and type, the most households of a month and of those of its notice before it.
struct PaidPlaces {
  /// `[row]`: at the end of last month.
  private(set) var last: [Double]
  /// `[row * remembered + month in turn]`: closing households, as many months as the longest notice asks for.
  private var history: [Double]
  private let remembered: Int

  init(_ terms: PlacementTerms, _ households: Households) {
    remembered = 1 + (terms.notice.max() ?? 0)
    (last, history) = ([], [])
    for row in 0..<households.rows {
      last.append(households.total[row])
      for _ in 0..<remembered { history.append(households.total[row]) }
    }
  }

  /// Closes a month of a row. Returns the places paid for on average over it.
  mutating func close(_ row: Int, _ closing: Double, _ month: Int, notice: Int) -> Double {
    var highest = closing
    if notice > 0 {
      let base = row * remembered
      var turn = month % remembered
      history[base + turn] = closing
      for _ in 0..<notice {
        turn = turn == 0 ? remembered - 1 : turn - 1
        highest = max(highest, history[base + turn])
      }
    }
    let mean = (last[row] + highest) / 2
    last[row] = highest
    return mean
  }
}

extension Placements {
  /// What the month costs, by type: places paid for to the end of their notice, nights recovered.
  mutating func cost(
    _ lines: PlacementLines, _ month: Int, _ days: Double, _ cells: inout MutableSpan<Int64>
  ) -> Int64 {
    let year = month / 12
    let types = households.types
    var net: Int64 = 0
    for t in 0..<types {
      let isGiven = t < terms.given
      let notice = isGiven ? terms.notice[t] : 0
      var (nights, paidNights, recovered, housed) = (0.0, 0.0, 0.0, 0.0)
      for need in 0..<Households.needs {
        let row = need * types + t
        let closing = households.total[row]
        if closing == 0 && opening[row] == 0 && paid.last[row] == 0 { continue }
        let ofNeed = days * (opening[row] + closing) / 2
        nights += ofNeed
        paidNights += days * paid.close(row, closing, month, notice: notice)
        housed += closing
        if isGiven { recovered += ofNeed * terms.recovery[terms.place(year, need) + t] }
      }
      let line = lines.types[t]
      post(housed, line.households, month, &cells)
      post(nights, line.nights, month, &cells)
      guard isGiven, paidNights > 0 else { continue }
      post(paidNights, line.paidNights, month, &cells)
      let gross = Int64(
        wholeNearest(paidNights * terms.nightly[t] * terms.nightlyLevel[year * terms.given + t]))
      let back = Int64(wholeNearest(recovered))
      cells[line.gross, month] = -gross
      cells[line.recovered, month] = back
      net += gross - back
    }
    return net
  }
}
