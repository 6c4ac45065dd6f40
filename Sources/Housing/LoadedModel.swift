import ModelFile

/// A model, its register, and the texts it was read from.
public struct LoadedModel: Sendable {
  public var model: Model
  public var assumptions: [Assumption]
  public var sources: Sources
  /// What the council published of its temporary accommodation, once its tables are read.
  public var published: PublishedHomelessness?
  /// The files, to be read again otherwise.
  public let files: Layered
  /// The scenario that it was read in, if in one.
  public let scenario: String?
  /// What `--set` said.
  public let overrides: [String]
  /// The same files with nothing set, where they were read before: none or one.
  private var known: [LoadedModel] = []
}

extension LoadedModel {
  /// Reads a model from layers of text, the deepest first, and what `--set` says.
  /// - Throws: every problem there is, each with its place.
  public init(_ layers: [(name: String, text: [UInt8])], overrides: [String] = []) throws(ModelFileError) {
    try self.init(Layered(layers), overrides: overrides)
  }

  /// Reads a model from files that were laid over one another, in one of their scenarios, and over that what `--set` says.
  public init(
    _ files: Layered, scenario: String? = nil, overrides: [String] = []
  ) throws(ModelFileError) {
    var form = Form(files, scenario: scenario, overrides: overrides)
    model = Model(&form)
    assumptions = try form.close()
    sources = form.sources
    (self.files, self.scenario, self.overrides) = (files, scenario, overrides)
  }

  /// What is set over the files: " in scenario dear-money with --set loan.pwlb.rate=5.5%".
  public var settingWords: String {
    (scenario.map { " in scenario \($0)" } ?? "")
      + (overrides.isEmpty ? "" : " with " + overrides.map { "--set \($0)" }.joined(separator: " "))
  }

  /// The same files with nothing set and in no scenario.
  public func base() throws(ModelFileError) -> LoadedModel {
    guard scenario != nil || !overrides.isEmpty else { return self }
    if let base = known.first { return base }
    return try again(nil, [])
  }

  /// Holds what the same files are with nothing set, so that it is not read again.
  public mutating func hold(base: LoadedModel) { known = [base] }

  /// The same, with more set after what was.
  public func setting(_ more: [String]) throws(ModelFileError) -> LoadedModel {
    try again(scenario, overrides + more)
  }

  /// The same, in a scenario of the model.
  public func inScenario(_ name: String) throws(ModelFileError) -> LoadedModel { try again(name, overrides) }

  private func again(_ scenario: String?, _ overrides: [String]) throws(ModelFileError) -> LoadedModel {
    var other = try LoadedModel(files, scenario: scenario, overrides: overrides)
    (other.published, other.known) = (published, known)
    return other
  }

  /// The same beside its base: what a scenario or `--set` really changed, and the model with all else as the files have it, so
  /// that to set what they say already is to set nothing.
  ///
  /// Where the files alone cannot be read, because what was set makes them whole, there is no base: nothing.
  public func besideBase() -> (loaded: LoadedModel, changes: [ChangedAssumption])? {
    guard scenario != nil || !overrides.isEmpty else { return (loaded: self, changes: []) }
    guard let base = try? base() else { return nil }
    let changes = assumptions.changes(from: base.assumptions)
    var loaded = self
    loaded.assumptions.keep(base.assumptions, butFor: changes)
    return (loaded: loaded, changes: changes)
  }
}

extension Model {
  /// The model of a blank form: one of everything, each named `*`; and all that was asked.
  public static func blank() -> (model: Model, asked: [Assumption]) {
    var form = Form.blank()
    let model = Model(&form)
    return (model, form.asked)
  }
}
