import Finance
import ModelFile

extension LoadedModel {
  /// The model's own file with what a scenario and `--set` say written into it: comments, order and layout stay, and only what
  /// changed differs.
  ///
  /// What is the same as in the files is not written, nor is a default that was only said again, unless the model would be another.
  /// - Throws: each change for which the file has no place; or, where the file so written would not be a model, why not, each at its
  ///   place in the file as it is.
  public func saved() throws(ModelFileError) -> [UInt8] {
    guard scenario != nil || !overrides.isEmpty else { return files.topText }
    let base = try? base()
    let saved = try files.saved(
      assumptions, since: base?.assumptions, scenario: scenario, overrides: overrides,
      firstYear: model.firstYear, years: model.years, leavingOut: saidAgain(base))
    do throws(ModelFileError) {
      let again = try LoadedModel(files.replacingTop(saved.text))
      if let row = firstOther(than: again) {
        throw files.lacking("\(row) would be read otherwise", remedy: "change it in the file")
      }
    } catch {
      throw ModelFileError(problems: saved.placed(error.problems), sources: files.sources)
    }
    return saved.text
  }

  /// The paths that were set to the default that they had, if that makes no other model.
  private func saidAgain(_ base: LoadedModel?) -> [String] {
    guard let base else { return [] }
    var paths: [String] = []
    let said = files.words(of: scenario) + overrides
    for row in base.assumptions where row.place == nil {
      let own = said.filter { row.isSaid(by: $0) }
      guard !own.isEmpty, let now = assumptions.first(where: { $0.path == row.path }), now.isEqual(to: row),
        let alone = try? LoadedModel(files, overrides: own), alone.model == base.model
      else { continue }
      paths.append(row.path)
    }
    return paths
  }

  /// The first assumption that another reading has otherwise.
  private func firstOther(than other: LoadedModel) -> String? {
    for (row, there) in zip(assumptions, other.assumptions)
    where !row.path.isSame(as: there.path) || !row.isEqual(to: there) {
      return row.path
    }
    return assumptions.count == other.assumptions.count ? nil : "an assumption"
  }
}
