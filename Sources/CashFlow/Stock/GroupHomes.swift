import Finance
import Housing

// The homes of a group, month by month: who is let, who leaves, and what is left. No rent and no household turns it.
extension Group {
  /// Lives through every month of the homes.
  /// - Parameters:
  ///   - own: the place of their programme among the temporary ones, if they are temporary.
  ///   - offers: what they offer to households is added to it.
  /// - Returns: re-lettings by month, of a group whose re-lettings are asked for again; else nothing.
  func live(
    _ lines: borrowing GroupLines, own: Int?, keepsRelets: Bool, _ layout: Lettings.Layout,
    _ offers: inout MutableSpan<Double>, _ cells: inout MutableSpan<Int64>
  ) -> [Double] {
    guard !isIdle else { return [] }
    var kept = keepsRelets ? Array(repeating: 0.0, count: completed.count) : []
    var (homes, letHomes) = (homes, Double(homes))
    let monthlyRelets = reletRate / 12
    // a home converted is let anew, and is no home of the plan
    let (again, anew) = programme == nil ? (0, 0) : (2, 1)
    for month in completed.indices {
      let first = firstLets[month]
      if let own {
        offers[layout.places(own, need: need, month)] += letHomes + first
      } else {
        let relets = max(0, monthlyRelets * letHomes - Double(rehousing(month)))
        offers[layout.toHouseholds(again, need: need, month)] += relets * reletShare
        offers[layout.toHouseholds(anew, need: need, month)] += first * firstLetShare
        offers[layout.all(again, month)] += relets
        offers[layout.all(anew, month)] += first
        if keepsRelets { kept[month] = relets }
      }
      let back = isLeased ? handedBack[month] : 0
      var (new, gone) = (completed[month], back)
      cells[lines.completed, month] = new
      if departing.moves {
        new += departing.convertedIn[month]
        gone += departing.sold[month] + rehousing(month)
        postDepartures(lines, month, &cells)
      }
      letHomes = max(0, letHomes + first - Double(gone))
      homes += new - gone
      if isLeased {
        cells[lines.handedBack, month] = back
        let rents =
          Double(leaseMonthsLeft[month]) * costs.running[GroupCosts.lease] * costs.level[month / 12] / 12
        cells[lines.leaseOutstanding, month] = Int64(wholeNearest(rents))
      }
      cells[lines.homes, month] = homes
      cells[lines.letHomes, month] = Int64(wholeNearest(letHomes * 1_000_000))
    }
    return kept
  }

  private func postDepartures(
    _ lines: borrowing GroupLines, _ month: Int, _ cells: inout MutableSpan<Int64>
  ) {
    cells[lines.sold, month] = departing.sold[month]
    cells[lines.lost, month] = departing.lost[month]
    if departing.disposes, let line = lines.disposed { cells[line, month] = departing.disposed[month] }
    if departing.converts {
      if let line = lines.convertedOut { cells[line, month] = departing.convertedOut[month] }
      if let line = lines.convertedIn { cells[line, month] = departing.convertedIn[month] }
    }
  }

  /// Posts what sales and disposals bring in, and what of it is set aside, to the lines of the group's account.
  func postReceipts(_ lines: AccountLines, _ cells: inout MutableSpan<Int64>) {
    guard departing.moves, !isIdle else { return }
    for month in completed.indices {
      let sales = receipts(departing.sold[month], saleReceipt[month / 12])
      let disposals = receipts(departing.disposed[month], disposalReceipt[month / 12])
      guard sales != 0 || disposals != 0 else { continue }
      if let line = lines.rightToBuyIn {
        cells[line, month] += sales
        cells[lines.receiptsIn, month] += disposals
      } else {
        cells[lines.receiptsIn, month] += sales + disposals
      }
      cells[lines.setAside, month] -= Money(pence: sales).share(saleDebtShare).pence
    }
  }

  private func receipts(_ homes: Int64, _ each: Double) -> Int64 {
    homes == 0 ? 0 : Int64(wholeNearest(Double(homes) * each))
  }
}
