import Finance

/// Closing households of the months before, as many as the longest notice asks for: a place is paid for to the end of its notice,
/// so those paid for are the most households of a month and of those of its notice before it.
struct PaidPlaces {
  /// `[type * remembered + month in turn]`
  private var history: [ByNeed]
  private let remembered: Int

  init(_ terms: PlacementTerms, _ households: Households) {
    remembered = 1 + (terms.notice.max() ?? 0)
    history = []
    guard remembered > 1 else { return }
    for t in 0..<terms.given {
      for _ in 0..<remembered { history.append(households.residents[t].total) }
    }
  }

  /// Closes a month of a type with a notice. Returns the places paid for at its end.
  mutating func close(_ type: Int, _ closing: ByNeed, _ month: Int, notice: Int) -> ByNeed {
    let base = type * remembered
    var turn = month % remembered
    history[base + turn] = closing
    var highest = closing
    for _ in 0..<notice {
      turn = turn == 0 ? remembered - 1 : turn - 1
      highest = highest.atLeast(history[base + turn])
    }
    return highest
  }
}

extension Placements {
  /// What the month costs, by type: places paid for to the end of their notice, nights recovered.
  /// - Returns: what the General Fund bears, positive.
  static func cost(
    _ residents: inout [Residents], _ paid: inout PaidPlaces, _ terms: PlacementTerms,
    _ lines: PlacementLines,
    _ month: Int, _ days: Double, _ cells: inout MutableSpan<Int64>
  ) -> Int64 {
    let base = terms.place(month / 12)
    var net: Int64 = 0
    var residents = residents.mutableSpan
    for t in residents.indices {
      let line = lines.types[t]
      let closing = residents[t].total
      post(residents[t].left.sum, line.left, month, &cells)
      post(residents[t].settled.sum, line.settled, month, &cells)
      post(residents[t].moved.sum, line.moved, month, &cells)
      post(closing.sum, line.households, month, &cells)
      let nights = days * (residents[t].opening + closing) / 2
      post(nights.sum, line.nights, month, &cells)
      guard t < terms.given else { continue }
      let notice = terms.notice[t]
      let highest = notice > 0 ? paid.close(t, closing, month, notice: notice) : closing
      let paidNights = (days * ((residents[t].paid + highest) / 2)).sum
      residents[t].paid = highest
      guard paidNights > 0 else { continue }
      post(paidNights, line.paidNights, month, &cells)
      let gross = nearestWhole(paidNights * terms.nightly[t] * terms.nightlyLevel[base + t])
      let back = nearestWhole((nights * terms.recovery[base + t]).sum)
      cells[line.gross, month] = -gross
      cells[line.recovered, month] = back
      net += gross - back
    }
    return net
  }
}
