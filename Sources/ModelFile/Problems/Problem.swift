import TOML

/// What is wrong at a place of a model's sources, and what would be right.
public struct Problem: Hashable, Sendable {
  public var place: Place
  public var fault: String, remedy: String

  public init(place: Place, fault: String, remedy: String) {
    (self.place, self.fault, self.remedy) = (place, fault, remedy)
  }
}

/// Everything that is wrong with a model, in the order of its sources.
public struct ModelFileError: Error {
  public var problems: [Problem]
  public var sources: Sources

  public init(problems: [Problem], sources: Sources) {
    self.sources = sources
    // of two at one place the one found first comes first
    let order = problems.indices.sorted { a, b in
      let (one, other) = (problems[a].place, problems[b].place)
      return (one.source, one.start, Int32(clamping: a)) < (other.source, other.start, Int32(clamping: b))
    }
    self.problems = order.map { problems[$0] }
  }

  /// A line for each problem, `file:line:column: fault; remedy`; after the first hundred, how many more there are.
  public var lines: [String] {
    var lines: [String] = []
    var counter = LineCounter()
    for problem in problems.prefix(100) {
      lines.append("\(counter.show(problem.place, in: sources)): \(problem.fault); \(problem.remedy)")
    }
    if problems.count > 100 { lines.append("and \(problems.count - 100) more") }
    return lines
  }
}
