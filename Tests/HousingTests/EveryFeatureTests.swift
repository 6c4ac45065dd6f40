import Housing
import ModelFile
import TestSupport
import Testing

/// The fixture that has one of every feature a model can have says all that a model can say.
@Suite struct EveryFeatureTests {
  private func everything() throws -> [Assumption] {
    try LoadedModel([(name: "everything.toml", text: fixture("everything.toml"))]).assumptions
  }

  /// What the blank form asks for that a made-up model cannot have.
  private static let exceptPaths: Set<String> = [
    "code",  // is that of a real council
    "tables",  // is a file beside the model, of a real council
  ]

  /// Choices from a long list of names that are all treated alike.
  private static let exceptChoices: Set<String> = [
    "stock.*.county", "programme.*.homes.*.county",  // 43 counties
    "programme.*.starts_from", "programme.*.starts_to",  // 12 months
    "budget.*.line", "actual.*.line",  // each line of the accounts
  ]

  /// The path of the blank form that a given path is one of; a name stands where the form has `*`.
  private func blank(_ path: String, _ known: [[Substring]]) -> String? {
    let keys = path.split(separator: ".")
    return known.first { way in
      way.count == keys.count && zip(way, keys).allSatisfy { $0 == "*" || $0 == $1 }
    }?.joined(separator: ".")
  }

  @Test func everyKeyIsGiven() throws {
    let asked = Set(Model.blank().asked.map { $0.path })
    let known = asked.map { $0.split(separator: ".") }
    let given = Set(try everything().filter { $0.place != nil }.compactMap { blank($0.path, known) })
    #expect(asked.subtracting(given).sorted() == Self.exceptPaths.sorted())
  }

  /// A path with no name in it stands once in a model, and takes one of its words.
  @Test func everyChoiceIsTaken() throws {
    let all = Model.blank().asked
    let known = Set(all.map { $0.path }).map { $0.split(separator: ".") }
    var taken: Set<String> = []
    for row in try everything() {
      guard case .choice(let words) = row.kind, let path = blank(row.path, known),
        let place = row.given?.values.first ?? row.assumed?.value
      else { continue }
      taken.insert("\(path) = \(words[Int(place)])")
    }
    var missing: Set<String> = []
    for row in all where row.path.contains("*") && !Self.exceptChoices.contains(row.path) {
      guard case .choice(let words) = row.kind else { continue }
      missing.formUnion(words.map { "\(row.path) = \($0)" }.filter { !taken.contains($0) })
    }
    #expect(missing.sorted() == [])
  }
}
