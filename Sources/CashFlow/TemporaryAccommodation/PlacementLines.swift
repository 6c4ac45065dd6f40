import Finance
import Housing

/// The lines of temporary accommodation: by route in and out, by need, by type of place and by time.
struct PlacementLines {
  struct OfNeed {
    let entered, left, settled, households: Line
  }
  struct OfType {
    let entered, left, settled, moved, households, nights, paidNights, gross, recovered: Line
  }
  let new, residualIn, displaced, handedBack, returned: Line
  let other, offers, residualOut: Line
  /// In a model with an outcomes contract.
  let contract: Line?
  /// Settled homes by where the letting comes from, in the order of `HomeFlows`.
  let settled: [Line]
  let refilled, own, shed: Line
  /// Only in a model that has bed and breakfast.
  let familiesInBedAndBreakfast: Line?
  let households: Line
  let needs: [OfNeed]
  let types: [OfType]
  let bands: [Line]
  let moveOn: Line
  let gross, recovered: Line
  /// What temporary homes of either account lose to the limits of subsidy.
  let subsidyLost: Line

  static let needNames = ["one-bedroom", "two-bedroom", "three-bedroom", "four-bedroom"]
  static let bandNames = ["under-6-months", "from-6-months", "from-1-year", "from-2-years", "from-5-years"]

  init(_ model: Model, groups: [GroupLines], _ lines: inout Lines) {
    func flow(_ id: String, _ label: String, from derivation: String) -> Line {
      lines.flow(id, label, .households, from: derivation)
    }
    new = flow("ta.in.new", "New households", from: "{ta.new_households} / 12")
    residualIn = flow("ta.in.residual", "Unexplained, in", from: "{ta.residual} / 12, if positive")
    displaced = flow(
      "ta.in.displaced", "Displaced by homes bought or leased",
      from: "homes completed the month before × {programme.*.displaced_share}")
    handedBack = flow(
      "ta.in.handback", "From leased homes handed back",
      from: "tenants of settled homes whose lease ended the month before × {programme.*.rehouse}")
    returned = flow(
      "ta.in.returned", "Settled by the plan, and homeless again",
      from:
        "{ta.return_share} × ({ta.out.settled.new} + {ta.out.settled.relet} + {ta.out.settled.chain}) of {ta.return_lag} before"
    )
    other = flow(
      "ta.out.other", "Left for other reasons",
      from:
        "households of each band of time × its rate ({ta.leaving.under_6_months}, {ta.leaving.from_6_months}, {ta.leaving.from_1_year}, {ta.leaving.from_2_years}, {ta.leaving.from_5_years}) × {ta.leaving.path} / 12"
    )
    offers = flow(
      "ta.out.offers", "Left by other offers", from: "{ta.offers} / 12, never more than there are")
    contract =
      model.contracts.isEmpty
      ? nil
      : flow(
        "ta.out.contract", "Left by an outcomes contract",
        from: "{contract.*.starts} / 12 × {contract.*.additional_share}, never more than there are")
    let byContract = model.contracts.isEmpty ? "" : ", {ta.out.contract}"
    residualOut = flow("ta.out.residual", "Unexplained, out", from: "what {ta.residual} is below none, / 12")
    settled = [
      flow(
        "ta.out.settled.existing", "To a home the council already has",
        from: "relets of existing homes × {stock.*.ta_share}"),
      flow(
        "ta.out.settled.new", "To a first letting of the plan",
        from: "first lettings × {programme.*.first_let_share}"),
      flow(
        "ta.out.settled.relet", "To a later letting of the plan", from: "relets × {programme.*.relet_share}"),
      flow(
        "ta.out.settled.chain", "To a home left behind by a council tenant",
        from:
          "lettings × {programme.*.transfer_share} of {programme.*.chain_lag} before × {programme.*.chain_share}, in {programme.*.homes.*.chain_bedrooms}"
      ),
    ]
    refilled = flow(
      "ta.moved.refill", "Moved to a freed place",
      from: "places lost this month × {ta.type.*.refilled}, from dearer places")
    own = flow(
      "ta.moved.own", "Moved to a council-owned temporary home",
      from: "homes let × (1 − {programme.*.void_rate}), from dearer places")
    shed = flow(
      "ta.moved.shed", "Moved out of a council-owned temporary home",
      from: "households beyond homes let × (1 − {programme.*.void_rate}), to the kind without a capacity")
    needs = Self.needNames.map { name in
      func line(_ id: String, _ label: String, from derivation: String) -> Line {
        lines.flow("ta.need.*.\(id)", of: name, label, .households, from: derivation)
      }
      return OfNeed(
        entered: line(
          "in", "Came in",
          from:
            "({ta.in.new} + {ta.in.residual}) × the share of the need, and those of the need in {ta.in.displaced}, {ta.in.handback} and {ta.in.returned}"
        ),
        left: line(
          "out", "Left for other reasons, by offers or unexplained",
          from: "{ta.out.other}, {ta.out.offers}\(byContract) and {ta.out.residual} of the need"),
        settled: line(
          "settled", "To a settled home",
          from:
            "those of the need in {ta.out.settled.existing}, {ta.out.settled.new}, {ta.out.settled.relet} and {ta.out.settled.chain}: the lettings of the size, never more than are left"
        ),
        households: lines.stock(
          "ta.need.*.households", of: name, "Households in TA", .households,
          from: "opening + {ta.need.*.in} − {ta.need.*.out} − {ta.need.*.settled}"))
    }
    let names =
      model.temporaryAccommodation.types.map { $0.name }
      + model.programmes.filter { $0.use == .temporary }.map { "own-" + $0.name }
    var types: [OfType] = []
    for name in names {
      func line(_ id: String, _ label: String, _ quantity: Quantity = .households, from derivation: String)
        -> Line
      {
        lines.flow("ta.type.*.\(id)", of: name, label, quantity, from: derivation)
      }
      types.append(
        OfType(
          entered: line(
            "in", "Placed",
            from: "households that come in × {ta.type.*.placement_share}, within {ta.type.*.capacity}"),
          left: line(
            "out", "Left",
            from: "its share of {ta.out.other}, {ta.out.offers}\(byContract) and {ta.out.residual}"),
          settled: line("settled", "To a settled home", from: "those of {ta.need.*.settled} who lived in it"),
          moved: line(
            "moved", "Moved in less moved out",
            from: "± {ta.moved.refill}, {ta.moved.own} and {ta.moved.shed}"),
          households: lines.stock(
            "ta.type.*.households", of: name, "Households in TA", .households,
            from: "opening + {ta.type.*.in} − {ta.type.*.out} − {ta.type.*.settled} + {ta.type.*.moved}"),
          nights: line(
            "nights", "Household-nights", .nights,
            from: "days × (opening {ta.type.*.households} + closing {ta.type.*.households}) / 2"),
          paidNights: line(
            "places", "Nights paid for", .nights,
            from: "days × the mean of this and last month's highest households within {ta.type.*.notice}"),
          gross: line(
            "gross", "Gross cost", .pence, from: "−{ta.type.*.places} × {ta.type.*.nightly_cost} × index"),
          recovered: line(
            "recovered", "Recovered", .pence,
            from:
              "{ta.type.*.nights} × {ta.type.*.recovery}; or by need × ({ta.type.*.benefit_share} × the least of {ta.type.*.charge} and the limit of subsidy, and the rest × {ta.type.*.collected}) / 7"
          )
        ))
    }
    self.types = types
    bands = Self.bandNames.map { name in
      lines.stock(
        "ta.time.*.households", of: name, "Households in TA", .households,
        from: "those of {ta.households} who have been there so long, a month older each month")
    }
    familiesInBedAndBreakfast =
      model.temporaryAccommodation.types.contains { $0.isBedAndBreakfast }
      ? lines.stock(
        "ta.bandb.families", "Families in bed and breakfast for over six weeks", .households,
        from:
          "those of {ta.type.*.bed_and_breakfast} × {ta.families.one_bedroom}, {ta.families.two_bedrooms}, {ta.families.three_bedrooms} or {ta.families.four_bedrooms}: from their third month in TA, and half of those in their second"
      ) : nil
    households = lines.total(
      "ta.households", "Households in TA", .households, in: needs.map { $0.households })
    moveOn = lines.flow(
      "gf.ta.moveon", "Cost of moves to a settled home",
      from: "−moves to a settled home × {ta.move_on_cost} × index")
    gross = lines.total("gf.ta.gross", "Temporary accommodation, gross", in: types.map { $0.gross })
    recovered = lines.total(
      "gf.ta.recovered", "Recovered from benefit and households", in: types.map { $0.recovered })
    subsidyLost = lines.total(
      "gf.homes.hbloss", "Rent of temporary homes above the limits of subsidy",
      in: groups.compactMap { $0.subsidyLost })
  }
}
