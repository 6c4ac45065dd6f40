import Finance
import Housing
import ModelFile

/// The files of a model, laid over one another and read as they stand, so that each request reads only what it sets.
public final class Opened: Sendable {
  let files: [Request.File]
  let layered: Layered
  /// Nothing where the files are no model without what is set.
  let base: LoadedModel?

  init(_ files: [Request.File]) throws(Refusal) {
    self.files = files
    do throws(ModelFileError) {
      layered = Layered(try Layers.load(files[0].name) { Self.read($0, files) })
    } catch {
      throw Refusal(error.lines)
    }
    base = try? Self.model(layered, nil, [], files)
  }

  /// The model in its scenario and with what is set, and its tables.
  func model(_ request: Request) throws(Refusal) -> LoadedModel {
    let scenario = request.scenario.utf8.isEmpty ? nil : request.scenario
    if scenario == nil, request.overrides.isEmpty, let base { return base }
    do throws(ModelFileError) {
      var loaded = try Self.model(layered, scenario, request.overrides, files)
      if let base { loaded.hold(base: base) }
      return loaded
    } catch {
      throw Refusal(error.lines)
    }
  }

  private static func model(
    _ layered: Layered, _ scenario: String?, _ overrides: [String], _ files: [Request.File]
  ) throws(ModelFileError) -> LoadedModel {
    try layered.expect(scenario: scenario)
    var loaded = try LoadedModel(layered, scenario: scenario, overrides: overrides)
    try loaded.readTables(nil) { read($0, files) }
    return loaded
  }

  private static func read(_ name: String, _ files: [Request.File]) -> Layers.Answer {
    let file = files.first { name.isSame(as: $0.name) }
    return file.map { .text($0.text) } ?? .missing("no such file or folder")
  }
}
