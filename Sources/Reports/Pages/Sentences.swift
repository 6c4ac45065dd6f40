import Analysis
import Finance

/// The sentences of a report, each from the figures that it says.
enum Sentences {
  /// "buy 96 homes and build 48", or with `gerund` "buying 96 homes and building 48"; what there is none of is left out.
  static func works(_ homes: DeliveredHomes, gerund: Bool) -> String {
    let all: [(count: Int64, verb: String)] = [
      (count: homes.bought, verb: gerund ? "buying" : "buy"),
      (count: homes.built, verb: gerund ? "building" : "build"),
      (count: homes.converted, verb: gerund ? "converting" : "convert"),
      (count: homes.leased, verb: gerund ? "leasing" : "lease"),
    ]
    var parts: [String] = []
    for (count, verb) in all where count > 0 {
      let number = parts.isEmpty ? Wording.homes(count) : count == 1 ? "one" : Wording.grouped(count)
      parts.append("\(verb) \(number)")
    }
    return Wording.list(parts)
  }

  /// What becomes of the council's budgets, after "would": "improve the council’s budgets by £2.32m".
  static func budget(_ effect: Money, span: String) -> Text {
    if effect == .zero { return "leave the council’s budgets as they are over \(span)" }
    let size = Wording.size(effect)
    return effect > .zero
      ? "improve the council’s budgets by \(strong: size) over \(span)"
      : "cost the council’s budgets \(strong: size) over \(span)"
  }

  /// "£2.32m better off", "£1.20m worse off", "no better and no worse off".
  static func standing(_ effect: Money) -> String {
    if effect == .zero { return "no better and no worse off" }
    return "\(Wording.size(effect)) \(effect > .zero ? "better" : "worse") off"
  }

  /// The accounts apart, since one cannot pay for the other.
  static func accounts(generalFund: Money, hra: Money, span: String) -> Text {
    "Over \(span) the General Fund would be \(standing(generalFund)) and the Housing Revenue Account (HRA) \(standing(hra)). HRA money is ring-fenced: it cannot pay for the General Fund."
  }

  /// The heading of the page on households.
  static func fewer(_ fewer: Int64, _ month: String) -> Text {
    fewer == 0
      ? "By \(month) TA would hold as many households with the plan as without it"
      : "By \(month) TA would hold \(Wording.difference(households: -fewer)) than without the plan"
  }

  /// How numbers move from where they start, with the plan and without.
  static func trend(from opening: Int64, with: Int64, without: Int64) -> Text {
    func direction(_ n: Int64) -> String { n > opening ? "rise" : n < opening ? "fall" : "stay at" }
    let start = Wording.grouped(opening)
    if with == opening, without == opening { return "Numbers stay as they are either way, at \(start)." }
    if with == without {
      return "Numbers \(direction(with)) from \(start) to \(count: with), with the plan and without it."
    }
    if with == opening {
      return
        "Numbers stay at \(start) with the plan, and \(direction(without)) to \(count: without) without it."
    }
    if without == opening {
      return
        "Numbers \(direction(with)) from \(start) to \(count: with) with the plan, and stay at \(start) without it."
    }
    if (with > opening) == (without > opening) {
      return
        "Numbers \(direction(with)) either way: from \(start) to \(count: with) with the plan, and to \(count: without) without it."
    }
    return
      "Numbers \(direction(with)) with the plan, from \(start) to \(count: with), and \(direction(without)) to \(count: without) without it."
  }

  /// When what is spent has come back, to follow a figure of the budgets.
  static func payback(_ payback: Year?, hasValue: Bool, span: String) -> String {
    guard hasValue else { return "the plan makes no difference to the council’s cash" }
    return payback.map { "the plan has paid back its cash by \($0)" }
      ?? "the plan does not pay back its cash within \(span)"
  }

  /// How the tests came out, after the answer.
  static func tests(_ failed: [(name: String, years: [Year])], of count: Int) -> Text {
    if count == 0 { return "The council has set no tests." }
    if failed.isEmpty {
      return count == 1
        ? "It passes \(strong: "the council’s one test")."
        : "It passes \(strong: "all \(Wording.number(Int64(count))) of the council’s tests")."
    }
    if failed.count == count {
      return count == 1
        ? "It fails \(strong: "the council’s one test"): \(failed[0].name), \(when(failed[0].years))."
        : "It fails \(strong: "all \(Wording.number(Int64(count))) of the council’s tests")."
    }
    let some = "\(Wording.number(Int64(failed.count))) of the council’s \(Wording.number(Int64(count))) tests"
    let list = Wording.list(failed.map { "\($0.name), \(when($0.years))" })
    return "It fails \(strong: some): \(list)."
  }

  /// "in 2028-29", "in 2028-29 and 2029-30", "in five years, first in 2028-29".
  static func when(_ years: [Year]) -> String {
    switch years.count {
    case 0: "in no year"
    case 1: "in \(years[0])"
    case 2: "in \(years[0]) and \(years[1])"
    default: "in \(Wording.number(Int64(years.count), of: "year", "years")), first in \(years[0])"
    }
  }

  /// The heading of the page on the tests.
  static func passed(_ passed: Int, of count: Int) -> Text {
    let all = Wording.number(Int64(count))
    if count == 0 { return "The council has set no tests" }
    if count == 1 { return "The plan \(passed == 1 ? "passes" : "fails") the council’s one test" }
    if passed == count { return "The plan passes all \(all) of the council’s tests" }
    if passed == 0 { return "The plan passes none of the council’s \(all) tests" }
    return "The plan passes \(Wording.number(Int64(passed))) of the council’s \(all) tests"
  }

  /// What the plan bears, beside what it assumes.
  /// - Parameters:
  ///   - assumed: nothing where its loans have different rates.
  ///   - range: those rates in words.
  ///   - failing: a test that fails even at nil.
  static func highest(_ rate: SustainableRate, assumed: Rate?, range: String, failing: String?) -> Text {
    switch rate {
    case .notTested: return "No highest rate is given, since there are no tests or no loans to try it on"
    case .passesAtAll:
      return
        "The plan passes at every rate of borrowing up to \(Wording.plainRate(SustainableRate.highest)), the highest tried"
    case .failsAtNil:
      return "No rate of borrowing would pass: even at 0%, \(failing ?? "a test") fails"
    case .passesUpTo(let rate):
      guard let assumed else {
        return
          "The plan can bear \(Wording.rate(rate)) on all its borrowing before a test fails; it assumes \(range)"
      }
      if rate == assumed {
        return "The plan can bear \(Wording.rate(rate)) before a test fails, exactly what it assumes"
      }
      let gap = Wording.points(assumed - rate)
      return
        "The plan can bear \(Wording.rate(rate)) before a test fails, which is \(gap) \(rate < assumed ? "less" : "more") than it assumes"
    }
  }

  /// "Three of 64 assumptions have no source, and 20 are the modeller’s own judgement".
  /// - Parameters:
  ///   - judged: those whose source is that they are assumed.
  ///   - unverified: those whose source nobody has verified.
  static func sources(unsourced: Int64, judged: Int64, unverified: Int64 = 0, of count: Int64) -> Text {
    let founded = sources(unsourced: unsourced, judged: judged, of: count)
    guard unverified > 0 else { return founded }
    return founded
      + ". \(Wording.leadingNumber(unverified)) of them \(unverified == 1 ? "rests" : "rest") on general knowledge or a second-hand word that nobody has verified"
  }

  private static func sources(unsourced: Int64, judged: Int64, of count: Int64) -> Text {
    if count == 0 { return "The model gives no assumptions" }
    let all = Wording.grouped(count)
    let judgement: Text =
      judged == 0
      ? "" : ", and \(Wording.number(judged)) \(judged == 1 ? "is" : "are") the modeller’s own judgement"
    if unsourced == 0 {
      if judged == count, count == 1 { return "The one assumption is the modeller’s own judgement" }
      if judged == count { return "All \(all) assumptions are the modeller’s own judgement" }
      if judged > 0 {
        return
          "\(Wording.leadingNumber(judged)) of \(all) assumptions \(judged == 1 ? "is" : "are") the modeller’s own judgement, and the rest have a source"
      }
      return count == 1 ? "The one assumption has a source" : "All \(all) assumptions have a source"
    }
    if unsourced == count {
      return count == 1 ? "The one assumption has no source" : "None of \(all) assumptions has a source"
    }
    return
      "\(Wording.leadingNumber(unsourced)) of \(all) assumptions \(unsourced == 1 ? "has" : "have") no source"
      + judgement
  }

  /// "All eleven checks on the arithmetic hold".
  static func checks(failing: [String], of count: Int) -> Text {
    let all = Wording.number(Int64(count))
    if failing.isEmpty { return "All \(all) checks on the arithmetic hold" }
    let some = Wording.leadingNumber(Int64(failing.count))
    return
      "\(some) of \(all) checks \(failing.count == 1 ? "fails" : "fail"): \(Wording.list(failing)). Do not use this report"
  }

  /// An HRA that would end a year below nil.
  static func deficit(_ years: [Year], isAlsoWithout: Bool) -> Text {
    "The Housing Revenue Account (HRA) would be in deficit at the end of \(when(years).dropIn)\(isAlsoWithout ? ", and is in deficit without the plan as well" : "")"
  }
}

extension String {
  /// "2028-29" of "in 2028-29": without the word that opens it.
  var dropIn: String { String(Substring(utf8.dropFirst(3))) }
}
