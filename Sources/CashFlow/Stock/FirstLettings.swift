import Finance
import Housing

/// When homes that are complete are let for the first time, and how many stand empty until then.
struct FirstLettings {
  /// By month: homes completed, homes that stand empty before their first letting, homes let for the first time.
  var completed: [Int64], unlet: [Double], firstLets: [Double]

  init(_ completions: [(month: Int, homes: Int64)], _ terms: Programme?, months: Int) {
    completed = Array(repeating: 0, count: months)
    unlet = Array(repeating: 0, count: months)
    firstLets = unlet
    guard !completions.isEmpty else { return }
    let slow = terms?.slowToLet.ratio ?? 0
    let weeks = Double(terms?.firstLetWeeks ?? 0)
    let slowWeeks = weeks + Double(terms?.slowToLetWeeks ?? 0)
    for (month, count) in completions where month < months {
      completed[month] += count
      if slow < 1 { letHomes(Double(count) * (1 - slow), after: weeks, from: month) }
      if slow > 0 { letHomes(Double(count) * slow, after: slowWeeks, from: month) }
    }
  }

  /// Homes that are complete in a month are let so many weeks after its end.
  private mutating func letHomes(_ homes: Double, after weeks: Double, from month: Int) {
    let months = completed.count
    let wait = 12 * weeks / 52
    let whole = Int(wait)
    for empty in month + 1..<month + 1 + whole where empty < months { unlet[empty] += homes }
    let letting = month + 1 + whole
    guard letting < months else { return }
    unlet[letting] += homes * (wait - Double(whole))
    firstLets[letting] += homes
  }
}
