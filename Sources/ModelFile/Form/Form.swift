import Finance
import TOML

/// Asks a model file for its assumptions.
///
/// Asking is declaring: what was asked is the register, what was not asked is an unknown key, and a blank form, which has
/// no file to ask, is the list of everything that can be. A wrong answer is noted as a problem and something within the
/// bounds is answered in its place, so that reading goes on and `close` can tell every problem at once.
///
/// A table is asked for once: what is left of it when `each` or `section` returns is unknown.
public struct Form: ~Copyable {
  /// The most bytes that a source may have.
  public static let mostBytes = 8_000_000

  /// The rows of the register so far.
  public internal(set) var asked: [Assumption] = []
  public let sources: Sources
  /// The NAME of the `[table.NAME]` being read.
  public internal(set) var name = ""

  let isBlank: Bool
  let root: Table
  /// The last file: the model itself, where those before it are what it extends.
  let topSource: Int32
  /// Whether a source could not be read in full, so that what is missing may only be out of sight.
  let isBroken: Bool

  var problems: [Problem]
  var overrides: [Override]
  var level: Level
  var firstYear = Year(start: 2026)
  /// How many years a series of the model itself may name; nothing while that is not known.
  var horizonYears: Int64?
  var isFirstYearKnown = false
  /// Whether an override moved the model's time, so that its file cannot be held to it.
  var isTimeMoved = false
  /// Of a mixture of two readings, which source is whose; nothing of one reading.
  var owners: Owners?
  /// The values of the model's own file that replace one of a file below it.
  var replaced: [Replaced] = []
  /// What the files say is unsourced.
  var unsourced: [NamedPath] = []
  /// Whether the last answer was made up because what the sources say is wrong.
  var isGuess = false
  /// While this is above 0 problems are not noted.
  var silence = 0
  var namesOfTables: [NamesOfTable] = []
  var namesCompared = 0

  /// A form with no file to ask: it answers everything with a default or something within the bounds.
  public static func blank() -> Form {
    Form(
      isBlank: true, root: Table(), sources: Sources(), topSource: 0, isBroken: false, problems: [],
      overrides: [])
  }

  /// A form over layers of text, the deepest first, and over them what `--set` says: `PATH=VALUE`, `PATH[YEAR]=VALUE` or
  /// `PATH+=VALUE`.
  public init(_ layers: [(name: String, text: [UInt8])], overrides: [String] = []) {
    self.init(Layered(layers), overrides: overrides)
  }

  /// A form over files that were laid over one another, over them a scenario of theirs, and over that what `--set` says.
  public init(_ layered: Layered, scenario: String? = nil, overrides: [String] = []) {
    var sources = layered.sources
    var problems = layered.problems
    let isBroken = !problems.isEmpty
    let spoken = layered.spoken(scenario, overrides, &sources, &problems)
    self.init(
      isBlank: false, root: layered.root, sources: sources, topSource: layered.topSource, isBroken: isBroken,
      problems: problems, overrides: spoken)
    (replaced, unsourced) = (layered.replaced, layered.unsourced)
  }

  init(
    isBlank: Bool, root: Table, sources: Sources, topSource: Int32, isBroken: Bool, problems: [Problem],
    overrides: [Override]
  ) {
    (self.isBlank, self.root, self.sources, self.topSource) = (isBlank, root, sources, topSource)
    (self.isBroken, self.problems, self.overrides) = (isBroken, problems, overrides)
    level = Level(table: root, place: Place(source: topSource, start: 0, end: 0), prefix: "")
    if !isBlank {
      _ = find("extends")
      _ = find("unsourced")
    }
    level.known = []
  }

  /// The register, once everything was asked.
  /// - Throws: every problem; a key or an override that nobody asked for is one.
  public mutating func close() throws(ModelFileError) -> [Assumption] {
    finish()
    expectUnsourced()
    let unused = isBroken ? [] : overrides.filter { !$0.isUsed }
    let paths = unused.isEmpty ? [] : asked.map { $0.path }
    for override in unused {
      let near = near(override.path, among: paths)
      note(
        override.place, "there is no assumption \(quoted(override.path))",
        near.map { "did you mean \(quoted($0))?" } ?? "`homeward describe` lists them all")
    }
    guard problems.isEmpty else { throw ModelFileError(problems: problems, sources: sources) }
    return asked
  }

  mutating func note(_ place: Place, _ fault: String, _ remedy: String) {
    if silence == 0 { problems.append(Problem(place: place, fault: fault, remedy: remedy)) }
  }
}
