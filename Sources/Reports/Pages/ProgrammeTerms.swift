import CashFlow
import Finance
import Housing

/// What is particular to a programme: how its cost falls, its lease, what others pay, and who shares it.
func terms(_ programme: Programme, _ findings: Findings) -> [Fact] {
  var facts: [Fact] = []
  switch programme.delivery {
  case .buy(.market): break
  case .buy(.formerCouncilHomes): facts.append(Fact("Bought from", "owners of former council homes"))
  case .build(let profile), .convert(let profile):
    facts.append(Fact("How the cost falls", Text(profile.words)))
    if findings.model.capitalisesInterest {
      facts.append(
        Fact(
          "Interest until completion",
          programme.mayCapitaliseInterest
            ? "added to the cost" : "charged as it falls: less than a year to build"))
    }
  case .lease(let lease):
    facts.append(Fact("Leased for", Text(lease.term.term)))
    facts.append(
      Fact("Households who come into TA again when it ends", Text(Wording.plainRate(lease.rehoused))))
  }
  if programme.lease == nil {
    facts.append(Fact("Grant", Text(words(programme.grant))))
    if programme.contribution > .zero {
      facts.append(
        Fact(
          "Section 106 or other contribution",
          "\(Wording.price(programme.contribution)) a home, at completion"))
    }
  }
  if programme.startMonths != 0...11 {
    let months = MonthOfYear.allCases
    let (from, to) = (programme.startMonths.lowerBound, programme.startMonths.upperBound)
    facts.append(
      Fact("Homes start", "from \(months[from].rawValue.capitalised) to \(months[to].rawValue.capitalised)"))
  }
  if programme.slowToLet > .zero {
    facts.append(
      Fact(
        "Slow to let",
        "\(Wording.plainRate(programme.slowToLet)) of homes stand empty \(count: programme.slowToLetWeeks) weeks longer"
      ))
  }
  if let partner = programme.partner {
    facts.append(
      Fact(
        "Partner",
        "\(partner.name): \(Wording.plainRate(partner.homes)) of the homes, \(Wording.plainRate(partner.cost)) of the cost after grant, \(Wording.plainRate(partner.rent)) of the rent due, \(Wording.plainRate(partner.risk)) of rent lost"
      ))
  }
  return facts
}

extension SpendProfile {
  fileprivate var words: String {
    switch self {
    case .atCompletion: "at completion"
    case .even: "evenly over the months of the work"
    case .sCurve: "slowly, then fast, then slowly (S-curve)"
    case .milestones(let all):
      Wording.list(all.map { "\(Wording.plainRate($0.share)) after \($0.after.months)" })
    }
  }
}

private func words(_ grant: Grant) -> String {
  var words: String
  switch grant.amount {
  case .perHome(let money): words = "\(Wording.price(money)) a home"
  case .shareOfSpend(.zero): return "none"
  case .shareOfSpend(let share): words = "\(Wording.plainRate(share)) of spend"
  }
  switch grant.source {
  case .other: break
  case .affordableHomes: words += " from the Social and Affordable Homes Programme"
  case .housingFund: words += " from the Local Authority Housing Fund"
  }
  if let atStart = grant.shareAtStart {
    words += ", \(Wording.plainRate(atStart)) of it at the start and the rest at completion"
  } else {
    words += ", as it is spent"
  }
  return words
}

/// What leases still cost, beside what is owed on loans.
func leases(_ account: Account, _ findings: Findings) -> [Block] {
  let path = "lease.\(account.key).outstanding"
  guard !findings.pounds.isNil(path) else { return [] }
  return [
    .paragraph(
      "A lease binds the council as a debt does, and counts in the capital financing requirement and the authorised limit. Here the rents still to pay, at each year’s rent, are shown beside debt and do not enter that requirement."
    )
  ]
    + Table.acrossYears(
      "leases-\(account.key)",
      "Lease rents of the \(account.words), paid in the year and still to pay at 31 March, with the plan, £, cash",
      stub: "Leases", years: findings.years,
      rows: [
        Table.YearRow(
          "Paid in the year",
          findings.pounds.yearly(account == .hra ? "hra.lease" : "gf.homes.lease").map { .pounds(-$0) }),
        Table.YearRow("Still to pay", findings.pounds.yearly(path).map { .pounds($0) }),
      ])
}
