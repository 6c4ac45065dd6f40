import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Workbench

/// What the page draws its fields from says what the model file would take.
@Suite struct InputsTests {
  static func everything() throws -> LoadedModel {
    try LoadedModel([(name: "everything.toml", text: fixture("everything.toml"))])
  }

  static func shipped(_ name: String) throws -> LoadedModel {
    func read(_ name: String) -> Layers.Answer {
      (try? Data(contentsOf: packageFolder.appending(path: name))).map { .text([UInt8]($0)) }
        ?? .missing("no such file")
    }
    return try LoadedModel(try Layers.load("models/\(name).toml", read: read))
  }

  static func objects(_ loaded: LoadedModel) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(Inputs(loaded).json)) as? [[String: Any]])
  }

  /// A default is not said: to give it may be to give one of two things that exclude each other.
  func expectSame(_ loaded: LoadedModel) throws {
    let said = try Self.objects(loaded).compactMap { input -> String? in
      guard input["default"] == nil, let path = input["path"] as? String,
        let value = input["value"] as? String
      else { return nil }
      return "\(path)=\(value)"
    }
    #expect(said.count > 100)
    let again = try loaded.setting(said)
    for (one, other) in zip(loaded.assumptions, again.assumptions) {
      #expect(one.isEqual(to: other), "\(one.path): \(one.valueText), and then \(other.valueText)")
    }
    #expect(Inputs(again).all.allSatisfy { !$0.isChanged })
  }

  @Test func everyValueGivenBackChangesNothing() throws {
    let loaded = try Self.everything()
    try expectSame(loaded)
    let given = Set(try Self.objects(loaded).compactMap { $0["value"] == nil ? nil : $0["path"] as? String })
    let rows = loaded.assumptions.filter {
      $0.place != nil && !$0.path.hasPrefix("scenario.") && !$0.path.hasPrefix("register.")
    }
    #expect(rows.map { $0.path }.filter { !given.contains($0) } == [])
  }

  @Test(arguments: ["bromley", "east-devon", "greenwich", "rother", "sheffield", "thanet", "winchester"])
  func everyValueOfAShippedModelGivenBackChangesNothing(name: String) throws {
    let loaded = try Self.shipped(name)
    try expectSame(loaded)
    #expect(Inputs(loaded).json.count < 300_000)
  }

  /// The paths that are refused as out of bounds.
  private func outOfBounds(_ loaded: LoadedModel, _ said: [String]) -> Set<String> {
    do throws(ModelFileError) {
      _ = try loaded.setting(said)
      return []
    } catch {
      return Set(
        error.problems.filter {
          // no year is read after 2199-00, and "2200-01" is none
          $0.fault.hasSuffix("is out of bounds") || $0.fault.hasSuffix("is not a financial year")
        }.map { problem in
          let name = error.sources.all[Int(problem.place.source)].name
          return String(name.dropFirst("--set ".count).prefix { $0 != "=" })
        })
    }
  }

  @Test func theBoundsAreTakenAndNothingBeyondThem() throws {
    let loaded = try Self.everything()
    var ends: [(path: String, row: Assumption, lowest: String, highest: String)] = []
    for (input, row) in zip(try Self.objects(loaded), Inputs(loaded).all.map { $0.row }) {
      guard let lowest = input["lowest"] as? String, let highest = input["highest"] as? String else {
        continue
      }
      ends.append((path: row.path, row: row, lowest: lowest, highest: highest))
    }
    #expect(ends.count > 100)
    #expect(outOfBounds(loaded, ends.map { "\($0.path)=\($0.lowest)" }) == [])
    #expect(outOfBounds(loaded, ends.map { "\($0.path)=\($0.highest)" }) == [])
    let paths = Set(ends.map { $0.path })
    let below = ends.map { "\($0.path)=\($0.row.kind.write($0.row.bounds.lowerBound - 1))" }
    let above = ends.map { "\($0.path)=\($0.row.kind.write($0.row.bounds.upperBound + 1))" }
    #expect(paths.subtracting(outOfBounds(loaded, below)).sorted() == [])
    #expect(paths.subtracting(outOfBounds(loaded, above)).sorted() == [])
  }

  /// 5% by hand: half of it either way is 2.5 points, in steps of a fiftieth of 5 points at most.
  @Test func aSliderHoldsWhatStands() throws {
    for input in Inputs(try Self.everything()).all {
      guard let slider = input.slider, let values = input.row.values?.values else { continue }
      #expect(input.row.bounds.contains(slider.range.lowerBound))
      #expect(input.row.bounds.contains(slider.range.upperBound))
      for value in values {
        #expect(slider.range.contains(value), "\(input.row.path)")
        #expect((value - slider.range.lowerBound).isMultiple(of: slider.step), "\(input.row.path)")
      }
    }
  }

  @Test func whatIsChangedSaysTheBase() throws {
    let loaded = try Self.shipped("thanet").setting([
      "loan.pwlb.term=30 years", "general_fund.provision_life=50 years",
    ])
    let inputs = try Self.objects(loaded)
    let changed = inputs.filter { $0["changed"] != nil }
    #expect(changed.map { $0["path"] as? String } == ["loan.pwlb.term"])
    let term = try #require(changed.first)
    #expect(term["value"] as? String == "30 years" && term["base"] as? String == "50 years")
    #expect(term["whole"] as? Int == 360 && term["base_whole"] as? Int == 600)
    #expect(term["group"] as? String == "Loans" && term["table"] as? String == "loan.pwlb")
    #expect(term["place"] as? String == "--set loan.pwlb.term=30 years")
  }

  @Test func everyTableHasATitle() {
    for row in Model.blank().asked where row.path.contains(".") {
      let isLeftOut = row.path.hasPrefix("scenario.") || row.path.hasPrefix("register.")
      #expect(isLeftOut || InputGroup.title(of: row.path) != "Other", "\(row.path)")
    }
  }
}
