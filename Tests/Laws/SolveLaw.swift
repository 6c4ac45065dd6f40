import Analysis
import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport

/// What is wrong with the answers to questions about a random model: each is asked of the model's text again, by `--set`, and
/// must hold there and fail one step on. Tests and `laws --solve` share it.
func solveFaults(_ seed: Int, questions: Int, _ answers: inout Int) throws(ModelFileError) -> [String] {
  let layers = [(name: "random.toml", text: Array(RandomModel(seed).text.utf8))]
  let loaded = try LoadedModel(layers)
  var chance = Chance(seed &+ 7_001)
  var faults: [String] = []
  for _ in 0..<questions {
    let rows = loaded.assumptions.filter { $0.kind.isNumber && $0.place != nil }
    let row = chance.one(of: rows)
    let isShift = chance.maybe(30)
    guard let sought = try? Sought(row.path + (isShift ? "+" : ""), in: loaded) else { continue }
    func forecast(_ value: Int64) -> Forecast? {
      (try? LoadedModel(layers, overrides: sought.changes(to: value)).model).map { Forecast($0) }
    }
    var conditions = ["passes"]
    if let low = forecast(sought.range.lowerBound),
      let high = forecast(sought.value(at: sought.lastStep)), chance.maybe(75),
      let budget = try? Measure.named("budget", loaded.model, low.plan),
      let one = budget.value(in: low), let other = budget.value(in: high)
    {
      conditions = ["budget >= \(Kind.money(per: "").write(one / 2 + other / 2))"]
    }
    let aim = chance.one(of: [SolveQuestion.Aim.find, .most, .least])
    guard let question = try? SolveQuestion(loaded, aim, sought, soThat: conditions) else {
      faults.append("\(sought.name): \(conditions) is no question")
      continue
    }
    let solution = Solution(question)
    func holds(_ value: Int64?) -> Bool {
      value.flatMap { forecast($0) }.map { forecast in
        question.conditions.allSatisfy { $0.isMet(by: forecast) }
      } ?? false
    }
    let words = "\(aim.rawValue) \(sought.name) so that \(conditions)"
    answers += solution.answers.count
    for bracket in solution.brackets {
      let gap = (bracket.holds.value ?? 0) - (bracket.fails.value ?? 0)
      if gap.magnitude != UInt64(sought.step) { faults.append("\(words): not neighbours") }
      if !holds(bracket.holds.value) { faults.append("\(words): the answer fails") }
      if holds(bracket.fails.value) { faults.append("\(words): its neighbour holds") }
    }
    let answered = solution.answers.allSatisfy { holds($0) }
    if !answered { faults.append("\(words): an answer fails") }
    if solution.stretches.isEmpty, holds(sought.range.lowerBound) {
      faults.append("\(words): it holds at an end")
    }
  }
  return faults + sustainableFaults(loaded)
}

/// The same question asked in two ways: the highest rate of all loans at which every test passes. Where passing is not monotone in
/// the rate, or another kind of borrowing has a rate as well, they are two questions.
private func sustainableFaults(_ loaded: LoadedModel) -> [String] {
  let forecast = Forecast(loaded.model)
  guard !loaded.model.tests.isEmpty, loaded.model.funds.isEmpty, forecast.with.shortfalls.isEmpty,
    let sought = try? Sought("loan.*.rate", in: loaded, between: "0%..15%"),
    let question = try? SolveQuestion(loaded, .most, sought)
  else { return [] }
  let solution = Solution(question)
  guard solution.stretches.count == 1, solution.stretches[0].lowerBound == 0 else { return [] }
  let rate = SustainableRates.of(forecast).every
  let answer: SustainableRate =
    solution.isAtEnd ? .passesAtAll : .passesUpTo(Rate(millionths: solution.answers[0]))
  return rate == answer ? [] : ["\(rate) is the sustainable rate, and solve says \(answer)"]
}
