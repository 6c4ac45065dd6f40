import Finance
import Housing

/// The lines of a group of homes.
struct GroupLines {
  let homes, completed, sold, lost, handedBack, letHomes: Line
  /// Of existing stock alone.
  let disposed, convertedOut, convertedIn: Line?
  let rentDue, rentVoid, badDebt, serviceIncome: Line
  /// Service cost, management, repairs, insurance, lease rent, in that order.
  let costs: InlineArray<5, Line>
  let depreciation, majorRepairs: Line
  let partner, leaseOutstanding: Line
  /// Only of temporary homes whose subsidy is limited.
  let subsidyLost: Line?

  init(
    _ owner: String, _ root: String, _ account: Account, losesSubsidy: Bool = false, _ lines: inout Lines
  ) {
    let run = "{\(root)."
    let isStock = root.isSame(as: "stock.*")
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
