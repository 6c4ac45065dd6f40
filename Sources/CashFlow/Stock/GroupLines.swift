import Finance
import Housing

/// The lines of a group of homes, and what they post each month.
struct GroupLines {
  let homes, completed, sold, lost, handedBack, letHomes: Line
  /// Of existing stock alone.
  let disposed, convertedOut, convertedIn: Line?
  let rentDue, rentVoid, badDebt, serviceIncome: Line
  /// Service cost, management, repairs, insurance, lease rent, in that order.
  let costs: [Line]
  let depreciation, majorRepairs: Line
  let partner, leaseOutstanding: Line
  /// Only of temporary homes whose subsidy is limited.
  let subsidyLost: Line?

  init(
    _ owner: String, _ root: String, _ account: Account, losesSubsidy: Bool = false, _ lines: inout Lines
  ) {
    let run = "{\(root)."
    let isStock = root.utf8.elementsEqual("stock.*".utf8)
    homes = lines.stock(
      "stock.*.homes", of: owner, "Homes", .homes,
      from:
        "opening + {stock.*.homes.completed} − {stock.*.homes.sold} − {stock.*.homes.lost} − {stock.*.homes.handedback}"
        + (isStock
          ? " − {stock.*.homes.disposed} − {stock.*.homes.convertedout} + {stock.*.homes.convertedin}" : ""))
    completed = lines.flow(
      "stock.*.homes.completed", of: owner, "Homes completed", .homes,
      from:
        "{programme.*.homes.*.starts} spread over the year, {programme.*.lead} and {programme.*.delay} later, with {slippage}"
    )
    sold = lines.flow(
      "stock.*.homes.sold", of: owner, "Homes sold", .homes,
      from: "{stock.*.sales} spread over the year, or {stock.*.sales_rate} × homes at 1 April")
    lost = lines.flow(
      "stock.*.homes.lost", of: owner, "Homes lost", .homes,
      from: "{stock.*.losses} spread over the year, or {stock.*.loss_rate} × homes at 1 April")
    handedBack = lines.flow(
      "stock.*.homes.handedback", of: owner, "Homes handed back", .homes,
      from: "leased homes whose {programme.*.lease_term} or {programme.*.lease_break} has come")
    disposed =
      isStock
      ? lines.flow(
        "stock.*.homes.disposed", of: owner, "Homes disposed of", .homes,
        from: "{stock.*.disposals} spread over the year, or {stock.*.disposal_rate} × homes at 1 April") : nil
    convertedOut =
      isStock
      ? lines.flow(
        "stock.*.homes.convertedout", of: owner, "Homes converted into those of another group", .homes,
        from: "{stock.*.conversions} spread over the year") : nil
    convertedIn =
      isStock
      ? lines.flow(
        "stock.*.homes.convertedin", of: owner, "Homes converted from those of another group", .homes,
        from: "{stock.*.conversions} of the groups whose {stock.*.converts_to} it is") : nil
    letHomes = lines.stock(
      "stock.*.homes.let", of: owner, "Homes that have been let", .homeMillionths,
      from: "{stock.*.homes} less those before their first letting")
    rentDue = lines.flow(
      "stock.*.rent.due", of: owner, "Rent due",
      from: "opening {stock.*.homes} × weekly rent on its basis × weeks of the year / 12")
    rentVoid = lines.flow(
      "stock.*.rent.void", of: owner, "Rent lost while empty",
      from:
        "−home-month × (homes before first letting + the rest × \(run)void_rate}); a temporary home: homes less households in them"
    )
    badDebt = lines.flow(
      "stock.*.baddebt", of: owner, "Bad debt",
      from: "−({stock.*.rent.due} + {stock.*.rent.void}) × \(run)bad_debt_rate}")
    serviceIncome = lines.flow(
      "stock.*.service.income", of: owner, "Service charges",
      from:
        "\(run)service_charge} × index × weeks / 12 × homes let × (1 − void rate); a temporary home: households in it"
    )
    func cost(_ id: String, _ label: String, _ key: String) -> Line {
      lines.flow(
        "stock.*.\(id)", of: owner, label, from: "−opening {stock.*.homes} × \(run)\(key)} × index / 12")
    }
    costs = [
      cost("service.cost", "Service costs", "service_cost"), cost("management", "Management", "management"),
      cost("repairs", "Repairs", "repairs"), cost("insurance", "Insurance", "insurance"),
      cost("lease", "Lease rent", "lease_rent"),
    ]
    depreciation = cost("depreciation", "Depreciation", "depreciation")
    majorRepairs = cost("majorrepairs", "Major repairs", "major_repairs")
    partner = lines.flow(
      "stock.*.partner", of: owner, "Rent passed to a partner, less the loss it bears",
      from:
        "± −{stock.*.rent.due} × {programme.*.partner.rent} − ({stock.*.rent.void} + {stock.*.baddebt}) × {programme.*.partner.risk}"
    )
    leaseOutstanding = lines.stock(
      "stock.*.lease.outstanding", of: owner, "Lease rents still to pay",
      from: "months left of each lease × homes × {programme.*.lease_rent} × index / 12, at this year's rent")
    subsidyLost =
      losesSubsidy
      ? lines.flow(
        "stock.*.hbloss", of: owner, "Rent above the limits of subsidy",
        from:
          "−({stock.*.rent.due} + {stock.*.rent.void}) × {programme.*.subsidy_limit.benefit_share} × the share of the weekly rent above the limit; the General Fund bears it"
      ) : nil
  }
}

extension Group {
  /// Rent and running costs of a month, on opening homes.
  /// - Parameter housed: households in the homes on average, if they are temporary accommodation.
  /// - Returns: what the month adds to operating income; its depreciation, its major repairs and what the General Fund loses of
  ///   subsidy, positive.
  func post(_ lines: GroupLines, _ month: Int, housed: Double?, _ cells: inout MutableSpan<Int64>)
    -> (
      operating: Int64, depreciation: Int64, majorRepairs: Int64, subsidyLost: Int64
    )
  {
    guard homes > 0 else { return (operating: 0, depreciation: 0, majorRepairs: 0, subsidyLost: 0) }
    let year = month / 12
    let count = Double(homes)
    let weeks = self.weeks[year]
    let homeMonth = rent.weekly * weeks / 12
    let empty = unlet[month]
    let due = Int64(wholeNearest(count * homeMonth))
    let unoccupied = housed.map { max(0, count - $0) } ?? (empty + (count - empty) * voidRate)
    let void = min(due, Int64(wholeNearest(homeMonth * unoccupied)))
    let badDebt = roundedQuotient((due - void) * badDebtRate.millionths, 1_000_000)
    cells[lines.rentDue, month] = due
    cells[lines.rentVoid, month] = -void
    cells[lines.badDebt, month] = -badDebt
    var operating = due - void - badDebt
    if hasPartner {
      let passed =
        roundedProduct(void + badDebt, partnerRisk, over: 1_000_000)
        - roundedProduct(due, partnerRent, over: 1_000_000)
      cells[lines.partner, month] = passed
      operating += passed
    }
    if serviceCharge.pence > 0 {
      let charge = serviceCharge.pence * serviceCharge.level[year] * weeks / 12
      let occupied = housed.map { min(count, $0) } ?? ((count - empty) * (1 - voidRate))
      let income = Int64(wholeNearest(charge * occupied))
      cells[lines.serviceIncome, month] = income
      operating += income
    }
    for k in costs.indices where costs[k].pence > 0 {
      let cost = Int64(wholeNearest(count * costs[k].pence * costs[k].level[year] / 12))
      cells[lines.costs[k], month] = -cost
      operating -= cost
    }
    let depreciated = Int64(wholeNearest(count * depreciation.pence * depreciation.level[year] / 12))
    let repaired = Int64(wholeNearest(count * majorRepairs.pence * majorRepairs.level[year] / 12))
    cells[lines.depreciation, month] = -depreciated
    cells[lines.majorRepairs, month] = -repaired
    var lost: Int64 = 0
    if let line = lines.subsidyLost, let subsidyLoss, let subsidyLimit {
      let share = subsidyLoss.share(of: rent.weekly, need: need, subsidyLimit)
      lost = Int64(wholeNearest(Double(due - void) * share))
      cells[line, month] = -lost
    }
    return (operating: operating, depreciation: depreciated, majorRepairs: repaired, subsidyLost: lost)
  }

  /// Closes a month: completions, and homes that leave the group or come to it. Returns what sales and disposals bring in.
  func close(_ lines: GroupLines, _ month: Int, _ cells: inout MutableSpan<Int64>) -> (
    sales: Int64, disposals: Int64
  ) {
    let new = completed[month] + departing.convertedIn[month]
    let sold = departing.sold[month]
    let back = handedBack[month]
    let gone = sold + rehousing[month] + back
    letHomes = max(0, letHomes + firstLets[month] - Double(gone))
    if new > 0 { rent.add(new, to: homes, in: month / 12) }
    homes += new - gone
    cells[lines.completed, month] = completed[month]
    cells[lines.sold, month] = sold
    cells[lines.lost, month] = departing.lost[month]
    if departing.disposes, let line = lines.disposed { cells[line, month] = departing.disposed[month] }
    if departing.converts {
      if let line = lines.convertedOut { cells[line, month] = departing.convertedOut[month] }
      if let line = lines.convertedIn { cells[line, month] = departing.convertedIn[month] }
    }
    if isLeased {
      cells[lines.handedBack, month] = back
      let rents = Double(leaseMonthsLeft[month]) * costs[4].pence * costs[4].level[month / 12] / 12
      cells[lines.leaseOutstanding, month] = Int64(wholeNearest(rents))
    }
    cells[lines.homes, month] = homes
    cells[lines.letHomes, month] = Int64(wholeNearest(letHomes * 1_000_000))
    func receipts(_ homes: Int64, _ each: [Double]) -> Int64 {
      homes == 0 ? 0 : Int64(wholeNearest(Double(homes) * each[month / 12]))
    }
    return (
      sales: receipts(sold, saleReceipt), disposals: receipts(departing.disposed[month], disposalReceipt)
    )
  }
}
