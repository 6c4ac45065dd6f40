import Housing
import ModelFile

extension Comparison {
  /// The movement split one assumption at a time: each switched from the first reading to the second in the order of the second's
  /// register, after those before it.
  ///
  /// One that cannot be read yet, because it needs a later one, waits for that; what can only be read together is one cause.
  public func inOrder(_ evaluate: Evaluate) -> Split {
    var steps: [Cause] = []
    var waiting: [Cause] = []
    var done: [Int] = []
    func reads(_ causes: [Cause]) -> Bool {
      mixture.model(coalition(done + causes.flatMap { $0.switches })) != nil
    }
    func take(_ cause: Cause) {
      steps.append(cause)
      done += cause.switches
    }
    for cause in singly {
      if reads([cause]) { take(cause) } else { waiting.append(cause) }
      while let ready = waiting.firstIndex(where: { reads([$0]) }) { take(waiting.remove(at: ready)) }
      if waiting.count > 1, reads(waiting) {
        take(waiting[1...].reduce(waiting[0]) { $0 + $1 })
        waiting = []
      }
    }
    if let first = waiting.first { take(waiting[1...].reduce(first) { $0 + $1 }) }
    var coalitions: [[Bool]] = []
    var so: [Int] = []
    for step in steps.dropLast() {
      so += step.switches
      coalitions.append(coalition(so))
    }
    let values = evaluate(coalitions)
    let all = [self.values(in: firstForecast)] + values.map { $0 ?? [] } + [self.values(in: secondForecast)]
    let parts = split.indices.map { figure -> [Int64]? in
      let path = all.map { $0.indices.contains(figure) ? $0[figure] : nil }
      guard path.allSatisfy({ $0 != nil }), !steps.isEmpty else { return nil }
      let known = path.compactMap { $0 }
      return steps.indices.map { known[$0 + 1] - known[$0] }
    }
    return Split(method: .inOrder, causes: steps, parts: parts)
  }
}
