import Analysis
import CashFlow
import Finance
import Housing
import ModelFile

/// What a councillor reads first: the answer, the figures, what they must not be used for, and who stands behind them.
/// - Parameter risks: what the sections further down say of what could stop the plan, a sentence each.
func opening(_ findings: Findings, risks: [Text] = []) -> [Block] {
  var blocks: [Block] = []
  let model = findings.model
  if let notice = model.status.notice {
    blocks.append(
      .note(
        Note(
          .label, Text(notice), id: "status", model.caution.map { [.paragraph(Text($0).asSentence)] } ?? [])))
  } else if let caution = model.caution {
    blocks.append(.note(Note(.label, "Caution", id: "status", [.paragraph(Text(caution).asSentence)])))
  }
  if let publication = findings.publicationNote { blocks.append(publication) }
  if let changed = changes(findings) { blocks.append(changed) }
  if let deficit = deficitNote(findings) { blocks.append(deficit) }
  if let threshold = thresholdNote(findings) { blocks.append(threshold) }
  blocks.append(.answer(findings.answer))
  blocks.append(.keyFigures(keyFigures(findings)))
  if findings.hasHRA, findings.hasPlan || findings.hasContracts {
    blocks.append(
      .paragraph(
        Sentences.accounts(
          generalFund: findings.budgetGeneralFund, hra: findings.budgetHRA, span: findings.span)))
  }
  if let ringFence = ringFenceNote(findings) { blocks.append(ringFence) }
  if findings.hasPlan || findings.hasContracts { blocks.append(.paragraph(findings.worthToday)) }
  if !risks.isEmpty {
    blocks.append(
      .paragraph(
        risks.reduce(Text([.link("What could change this", to: .place("switching"))]) + ".") {
          $0 + " " + $1.asSentence
        }))
  }
  blocks.append(.paragraph(findings.standing))
  blocks.append(.facts(moreFigures(findings)))
  blocks.append(
    .note(Note(.warning, "What this must not be used for", id: "limits", [.list(limits(findings))])))
  blocks.append(
    .signOff([
      Fact("Commissioner", Text(model.signatures.commissioner ?? "")),
      Fact("Analyst", Text(model.signatures.analyst ?? "")),
      Fact("Assurer", Text(model.signatures.assurer ?? "")),
      Fact("Approver", Text(model.signatures.approver ?? "")),
      Fact("Fingerprint of the inputs", .code(findings.fingerprint)),
    ]))
  return blocks
}

/// What was changed over the model file, by a scenario of it or by `--set`: the figures are not those of the file.
private func changes(_ findings: Findings) -> Block? {
  let title: Text = "What if: not as the model file says"
  guard let changes = findings.changes else {
    let said = findings.loaded.sources.all.filter { $0.isArgument }.map { Text([.code($0.name)]) }
    return .note(Note(.label, title, id: "changes", [.list(said)]))
  }
  guard !changes.isEmpty else { return nil }
  var blocks: [Block] = []
  if let name = findings.loaded.scenario {
    let scenario = findings.model.scenarios.first { $0.name.isSame(as: name) }
    blocks.append(.paragraph("The scenario \(scenario.map { $0.shownName } ?? name) of the model:"))
  }
  blocks.append(.list(changes.map { Text(changed: $0) }))
  return .note(Note(.label, title, id: "changes", blocks))
}

extension Scenario {
  /// What a report calls it.
  var shownName: String { title ?? name.spaced }
}

extension Text {
  /// "`loan.pwlb.rate`: 5.5%, not 4.85%; why."
  init(changed change: ChangedAssumption) {
    var text = Text([.code(change.path)]) + ": "
    switch (change.from, change.to) {
    case (let from?, let to?): text = text + value(of: to) + ", not " + value(of: from)
    case (nil, let to?): text = text + value(of: to) + ", where the model file has none"
    case (_, nil):
      text = text + "none, where the model file has " + (change.from.map { value(of: $0) } ?? "one")
    }
    if let why = change.to?.citation, !why.isEmpty { text = text + " (" + Text(citing: why) + ")" }
    self = text
  }
}

/// Comes before all else, since the law does not allow it.
private func deficitNote(_ findings: Findings) -> Block? {
  guard !findings.deficitYears.isEmpty else { return nil }
  let without = findings.forecast.yearly("hra.balance", .without)
  let isAlsoWithout = findings.years.indices.contains { place in
    without[place] < 0 && findings.deficitYears.contains(findings.years[place])
  }
  return .note(
    Note(
      .warning, Sentences.deficit(findings.deficitYears, isAlsoWithout: isAlsoWithout), id: "deficit",
      [
        .paragraph(
          "A council must set a budget that does not leave the HRA in debit at the end of a year (Local Government and Housing Act 1989, section 76). A plan that does cannot go ahead as it stands."
        )
      ]))
}

extension Findings {
  /// The answer in a sentence, then the tests.
  var answer: Text {
    guard hasPlan else {
      if hasContracts { return contractsAnswer }
      return
        "The model starts no homes that would be complete within \(span), so with the plan and without it are the same."
    }
    let homes = delivered
    var sentence: Text =
      measures.borrowed > .zero
      ? "Borrowing \(strong: Wording.money(measures.borrowed)) to \(Sentences.works(homes, gerund: false)) would "
      : "\(Sentences.works(homes, gerund: true).capitalised)\(homes.needCapital ? " without borrowing" : "") would "
    let isSettled = planned.contains { $0.total > 0 && model.programmes[$0.programme].use == .settled }
    if isSettled {
      let households = rehoused == 0 ? "no household" : Wording.households(rehoused)
      sentence = sentence + "let \(strong: households) leave temporary accommodation by \(headlineMonth)"
      if housedInOwn > 0 {
        sentence =
          sentence + ", house \(strong: Wording.households(housedInOwn)) in council-owned temporary homes"
      }
    } else {
      let households = housedInOwn == 0 ? "no household" : Wording.households(housedInOwn)
      sentence = sentence + "house \(strong: households) in council-owned temporary homes by \(headlineMonth)"
    }
    sentence = sentence + " and \(Sentences.budget(budget, span: span))."
    if !isSettled { sentence = sentence + " None of them would leave temporary accommodation." }
    return sentence + contractsBeside + " " + Sentences.tests(failedTests, of: tests.count)
  }

  /// What the plan is worth when money of later years counts for less, and what stays to be provided for.
  var worthToday: Text {
    let worth = measures.netPresentValue
    var text: Text =
      worth == .zero
      ? "Discounted and in real terms it neither gains nor costs the council anything (net present value, NPV)."
      : "Discounted and in real terms it would \(worth > .zero ? "gain" : "cost") the council \(strong: Wording.size(worth)) (net present value, NPV)."
    if fewer < rehoused, rehoused > 0 {
      text =
        text
        + " TA falls by less than the number rehoused, because some of them would have found another way out."
    }
    return text
  }

  var hasTemporaryHomes: Bool {
    planned.contains { $0.total > 0 && model.programmes[$0.programme].use == .temporary }
  }

  /// Households in the plan's temporary homes at the end of the headline year.
  var housedInOwn: Int64 {
    let types = model.temporaryAccommodation.types.count
    return measures.with.byType[headline].dropFirst(types).reduce(0, +)
  }

  var failedTests: [(name: String, years: [Year])] {
    tests.filter { !$0.isPassed }.map { (name: $0.test.kind.name, years: $0.failedYears) }
  }

  /// Highest rate, checks and sources, a sentence each.
  var standing: Text {
    highestRate.asSentence + " "
      + Sentences.checks(failing: laws.filter { !$0.holds }.map { $0.law }, of: laws.count).asSentence + " "
      + sources(register).asSentence
  }

  var highestRate: Text {
    let failing = zip(model.tests, rates.each).first { $0.1 == .failsAtNil }.map { $0.0.kind.name }
    return Sentences.highest(
      rates.every, assumed: assumedRate, range: assumedRates,
      failing: failing ?? (deficitYears.isEmpty ? nil : "the HRA balance"))
  }

  /// The rate of all the plan's borrowing, if it has one.
  var assumedRate: Rate? {
    let rates = forecast.with.vintages.map { $0.loan.annualRate }
    guard let first = rates.first, rates.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}

private func keyFigures(_ findings: Findings) -> [KeyFigure] {
  let measures = findings.measures
  let passed = findings.tests.count { $0.isPassed }
  let fewer = findings.fewer
  return [
    KeyFigure(
      "Rehoused from TA", Wording.grouped(findings.rehoused),
      "households by \(findings.headlineMonth), gross",
      why: "why-rehoused"),
    KeyFigure(
      fewer < 0 ? "More in TA" : "Fewer in TA", Wording.grouped(fewer < 0 ? -fewer : fewer),
      "households in \(findings.headlineMonth), net: \(count: measures.with.households[findings.headline]) with the plan, \(count: measures.without.households[findings.headline]) without",
      why: "why-fewer"),
    KeyFigure(
      "Borrowed", Wording.money(measures.borrowed),
      "drawn on the plan’s loans; the homes cost \(Wording.money(measures.spent))", why: "why-borrowed"),
    KeyFigure(
      "Budget effect", Wording.money(findings.budget),
      "over \(findings.span), cash, whole council; a minus is a cost", why: "why-budget"),
    KeyFigure(
      "Paid back", measures.payback.map { $0.description } ?? "Never",
      measures.payback == nil
        ? "cash before borrowing, within \(findings.span)"
        : "from when cash before borrowing is never behind again", why: "why-payback"),
    KeyFigure(
      "Tests passed", findings.tests.isEmpty ? "None set" : "\(passed) of \(findings.tests.count)",
      findings.tests.isEmpty ? "the council has set no tests" : "each 31 March, with the plan",
      why: findings.tests.isEmpty ? nil : "why-tests"),
  ]
}

private func moreFigures(_ findings: Findings) -> [Fact] {
  let measures = findings.measures
  let model = findings.model
  let homes = Wording.homes(measures.homes)
  func money(_ money: Money) -> Text { Text(Wording.money(money)) }
  var facts = [
    Fact("Homes complete within \(findings.span)", Text(homes), why: "why-homes"),
    Fact("Spent on them", money(measures.spent), why: "why-spent"),
    Fact("Paid by grant", money(measures.granted), why: "why-grant"),
    Fact("Budget effect, General Fund, cash", money(findings.budgetGeneralFund), why: "why-budget-gf"),
  ]
  if findings.hasHRA {
    facts.append(Fact("Budget effect, HRA, cash", money(findings.budgetHRA), why: "why-budget-hra"))
  }
  facts += [
    Fact("Value: cash before borrowing, with the plan less without", money(findings.value), why: "why-value"),
    Fact(
      "NPV to the council, real, in prices of \(model.priceBase) and discounted to \(model.firstYear), \(rates(model.appraisal))",
      money(measures.netPresentValue), why: "why-npv"),
    Fact(
      "NPV to the council, nominal, at the council’s own \(Wording.plainRate(model.appraisal.nominalRate))",
      money(measures.nominalValue), why: "why-npv-nominal"),
    Fact("Internal rate of return, cash", Text(findings.internalRate)),
    Fact(
      "NPV cost for each household rehoused within \(findings.span), real",
      findings.hasTemporaryHomes
        ? "not given: the same NPV bears the plan’s temporary homes"
        : cost(measures.costPerHousehold, "no household is rehoused"),
      why: findings.explainsCosts(measures.costPerHousehold) ? "why-cost-household" : nil),
    Fact(
      "NPV cost for each household-year in TA avoided, real",
      findings.hasTemporaryHomes
        ? "not given: the same NPV bears the plan’s temporary homes"
        : cost(measures.costPerHouseholdYear, "no household-year is avoided"),
      why: findings.explainsCosts(measures.costPerHouseholdYear) ? "why-cost-household-year" : nil),
    Fact("Highest borrowing rate it can bear", Text(findings.rates.every.words)),
    Fact(
      "Borrowing rate it assumes",
      Text(findings.assumedRate.map { Wording.rate($0) } ?? findings.assumedRates)),
    Fact("Owed at the end on the plan’s loans", money(measures.owedAtEnd), why: "why-owed"),
    Fact(
      "Not yet provided for at the end (capital financing requirement, with the plan less without)",
      money(measures.unprovidedAtEnd), why: "why-unprovided"),
  ]
  return facts
}

private func cost(_ cost: Money?, _ otherwise: String) -> Text {
  guard let cost else { return Text(otherwise) }
  return cost < .zero ? "none: a gain of \(Wording.size(cost))" : Text(Wording.money(cost))
}

private func rates(_ appraisal: Appraisal) -> String {
  let (first, later) = (appraisal.discountRate, appraisal.laterDiscountRate)
  return first == later
    ? "at \(Wording.plainRate(first))"
    : "at \(Wording.plainRate(first)) to year 30, then \(Wording.plainRate(later))"
}

extension Findings {
  /// Whether the first page gives a cost for each household, so that it is to be explained.
  func explainsCosts(_ cost: Money?) -> Bool { cost != nil && !hasTemporaryHomes }

  var internalRate: String {
    measures.internalRate.words
  }

  /// "4.85% to 5.10%" where loans have different rates.
  var assumedRates: String {
    let rates = forecast.with.vintages.map { $0.loan.annualRate }
    guard let least = rates.min(), let most = rates.max() else { return "no borrowing" }
    return "\(Wording.rate(least)) to \(Wording.rate(most)), by loan and year"
  }
}

extension SustainableRate {
  var words: String {
    switch self {
    case .passesUpTo(let rate): Wording.rate(rate)
    case .passesAtAll: "over \(Wording.rate(SustainableRate.highest))"
    case .failsAtNil: "none: fails at 0%"
    case .notTested: "not tested"
    }
  }
}

extension String {
  /// With a capital ASCII letter first.
  var capitalised: String {
    var bytes = Array(utf8)
    if let first = bytes.first, first >= 0x61, first <= 0x7A { bytes[0] = first - 32 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
