import Housing
import Testing

/// What the parts of a model must not say of one another, each message at its spot.
@Suite struct CheckTests {
  static let programme = """
    [programme.homes]
    delivery = "buy"
    account = "hra"
    use = "settled"
    relet_rate = "5%"
    grant = "per home"
    grant_per_home = "£200,000"
    [programme.homes.homes.two-bed]
    bedrooms = 2
    starts = [5]
    cost = "£190,000"
    works = "£8,000"
    fees = "£2,000"
    rent = "£110 per week"

    """
  static let stock = """
    [stock.homes]
    homes = 100
    bedrooms = 2
    relet_rate = "5%"

    """
  static let debt = """
    [debt.old]
    account = "hra"
    balance = "£1,000,000"
    rate = "4%"
    repayment = "maturity"
    payments_left = 20

    """

  func small(_ rest: String, _ change: (inout Small) -> Void = { _ in }) -> Small {
    var small = Small()
    small.rest += rest
    change(&small)
    return small
  }

  @Test func aRightModelIsRead() {
    let rent = "rent = \"£100 per week\"\n"
    expect(small(Self.programme + Self.stock + rent + Self.debt + "next_payment = \"6 months\"\n"))
  }

  @Test func rentOrRentRoll() {
    expect(
      small("▸" + Self.stock),
      "rent and rent_roll must not both be given, nor both left out; write the average rent a week, or the rent of all the homes a year"
    )
    expect(
      small(Self.stock + "rent = \"£100 per week\"\nrent_roll = ▸\"£500,000 per year\"\n"),
      "rent and rent_roll must not both be given, nor both left out; write the average rent a week, or the rent of all the homes a year"
    )
  }

  @Test func paymentsOfALoan() {
    expect(
      small(Self.debt + "next_payment = \"6 months\"\npayments_per_year = ▸5\n"),
      "payments_per_year does not divide the twelve months; write 1, 2, 3, 4, 6 or 12")
    expect(
      small(Self.debt + "next_payment = ▸\"7 months\"\n"),
      "next_payment is later than one period; write at most 6 months")
    expect(
      small("[loan.new]\naccount = \"hra\"\nrate = \"4%\"\nrepayment = \"eip\"\nterm = ▸\"15 months\"\n"),
      "term is not a whole number of payments; write a term that ends with a payment")
    expect(
      small("▸[loan.hra]\naccount = \"hra\"\nrate = \"4%\"\nrepayment = \"eip\"\nterm = \"15 years\"\n"),
      "the name hra stands for all the loans of an account; name the loan after its lender or its purpose")
  }

  @Test func sharesAndKindsOfPlace() {
    expect(
      small("") {
        $0.temporaryAccommodation.replace("\"100%\"\n[ta.type", "\"99%\"\n[ta.type", mark: "▸[ta.need]")
      },
      "the shares in [ta.need] come to 99%; make them come to 100%")
    let hotel = "[ta.type.hotel]\nnightly_cost = \"£90 per night\"\n"
    expect(
      small(hotel + "placement_share = \"1%\"\ncapacity = 5\n") { $0.markTypes() },
      "the placement shares of the types of place come to 101%; make them come to 100%")
    expect(
      small("▸" + hotel),
      "more than one type of place has no capacity: nightly, hotel; give all but one a capacity")
    expect(
      small("") {
        $0.temporaryAccommodation += "capacity = 5\n"
        $0.markTypes()
      },
      "every type of place has a capacity; leave out that of one, which takes those who find no room in the others"
    )
    expect(
      small("▸[ta.type.own-homes]\nnightly_cost = \"£90 per night\"\ncapacity = 5\n"),
      "names from own- on stand for the homes of temporary programmes; name the type after the kind of place")
    let empty = "[ta]\nnew_households = ▸12\n[ta.need]\none_bedroom = \"100%\"\n"
    expect(
      small("") { $0.temporaryAccommodation = empty },
      "households come into TA, and there is no [ta.type.NAME]; write the kinds of place that they are in")
  }

  @Test func anAccountThatIsNotThere() {
    expect(
      small(Self.debt + "next_payment = \"6 months\"\n") {
        $0.hra = ""
        $0.head = "▸" + $0.head
      },
      "homes, loans or sums belong to the HRA, and there is no [hra]; write [hra] with its balance, or say account = \"general_fund\""
    )
    for test in [
      "test = \"hra balance\"", "test = \"interest cover\"\ncover = \"125%\"",
      "test = \"debt limit\"\naccount = \"hra\"\nlimit = \"£5\"",
      "test = \"debt not rising\"\naccount = \"hra\"\nafter = \"2027-28\"",
    ] {
      expect(
        small("▸[test.one]\n\(test)\n") { $0.hra = "" },
        "one tests the HRA, and there is no [hra]; write [hra] with its balance, or take the test out")
    }
  }

  @Test func yearsOutsideTheHorizon() {
    let runs = "the model runs from 2026-27 to 2029-30"
    expect(small("headline_year = ▸\"2030-31\"\n"), "headline_year 2030-31 is outside the horizon; \(runs)")
    expect(small("headline_year = ▸\"2025-26\"\n"), "headline_year 2025-26 is outside the horizon; \(runs)")
    expect(small("headline_year = \"2029-30\"\n"))
    expect(
      small("[test.one]\ntest = \"general fund no worse\"\nfrom = ▸\"2030-31\"\n"),
      "from 2030-31 is outside the horizon; \(runs)")
    expect(
      small("[test.one]\ntest = \"debt not rising\"\naccount = \"hra\"\nafter = ▸\"2029-30\"\n"),
      "no year of the projection comes after 2029-30; \(runs)")
    expect(
      small("[sum.budget]\nline = \"repairs\"\namount = { ▸2025-26 = \"£1 per year\" }\n"),
      "amount is given for 2025-26, a year outside the horizon; \(runs)")
  }

  /// A shorter or a later projection is tried without taking the file apart.
  @Test func onlyOverridesAreHeldToATimeThatAnOverrideMoved() {
    let model = small(
      "headline_year = \"2029-30\"\n[test.one]\ntest = \"general fund no worse\"\nfrom = \"2029-30\"\n")
    expect(model, overrides: ["years=2"])
    #expect(
      refusal(model.text, ["years=2", "appraisal.headline_year=2028-29"]) == [
        "--set appraisal.headline_year=2028-29: headline_year 2028-29 is outside the horizon; the model runs from 2026-27 to 2027-28"
      ])
  }

  @Test func whatFollowsFromAWrongFigureIsNoNews() {
    expect(
      small(Self.programme.replacing("cost = \"£190,000\"", "cost = ▸190000")),
      "cost 190000 is not an amount in pounds; write \"£190,000\"")
    expect(
      small("headline_year = \"2029-30\"\n") { $0.head = $0.head.replacing("= 4", "= ▸0") },
      "years 0 is out of bounds; it must be from 1 year to 60 years")
  }

  @Test func grantsAndShares() {
    expect(small(Self.programme))
    expect(
      small(Self.programme.replacing("= \"£200,000\"", "= ▸\"£200,001\"")),
      "grant_per_home is more than a home of homes.two-bed costs, works and fees included; write at most what it costs, or give it a programme of its own"
    )
    expect(
      small("[sum.odd]\nline = \"depreciation\"\namount = ▸\"-£1 per year\"\n"),
      "a sum of depreciation is below nothing; write it as a cost is, from £0")
  }

  @Test func ofAFileThatIsBrokenOnlyThatIsSaid() {
    var broken = Small()
    broken.rest += "[hra.\nbalance = \"£1\"\n"
    broken.temporaryAccommodation = ""
    let lines = refusal(broken.text)
    #expect(lines.count == 1 && lines[0].hasPrefix("x.toml:16:"), "\(lines)")
  }

  @Test func aCautionMayBeLong() {
    expect(small("") { $0.head += "caution = \"" + String(repeating: "é", count: 600) + "\"\n" })
    expect(
      small("") { $0.head += "caution = ▸\"" + String(repeating: "é", count: 601) + "\"\n" },
      "caution \"\(String(repeating: "é", count: 60))…\" has more than 600 characters; write fewer")
  }
}

extension String {
  func replacing(_ old: String, _ new: String) -> String {
    var text = self
    if let range = text.firstRange(of: old) { text.replaceSubrange(range, with: new) }
    return text
  }

  fileprivate mutating func replace(_ old: String, _ new: String, mark: String) {
    self = replacing(old, new).replacing(String(mark.dropFirst()), mark)
  }
}

extension Small {
  /// The types' problems stand where their table does: at the first of them.
  fileprivate mutating func markTypes() {
    temporaryAccommodation = temporaryAccommodation.replacing("[ta.type", "[ta.▸type")
  }
}
