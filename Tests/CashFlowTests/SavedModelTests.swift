import CashFlow
import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

/// A model saved with what was set over it is the model that was set, in the file that was there.
@Suite struct SavedModelTests {
  typealias File = (name: String, text: [UInt8])

  /// Holds a model to it, with so many things set by chance.
  static func hold(_ layers: [File], seed: Int, count: Int) throws {
    let base = try LoadedModel(layers)
    #expect(try base.saved() == layers[layers.count - 1].text)
    var chance = Chance(seed &+ 505_000)
    var overrides: [String] = []
    var set = base
    for _ in 0..<(4 * count) where overrides.count < count {
      let row = chance.one(of: base.assumptions)
      guard
        let said = chance.override(of: row, firstYear: base.model.firstYear, years: base.model.years),
        let more = try? base.setting(overrides + [said])
      else { continue }
      overrides.append(said)
      set = more
    }
    let told = "seed \(seed): \(overrides)"
    let saved: [UInt8]
    do throws(ModelFileError) {
      saved = try set.saved()
    } catch {
      // a moved time is one that the file is held to
      let isOfTime = overrides.contains { $0.hasPrefix("years") || $0.hasPrefix("first_year") }
      #expect(isOfTime, "\(told): \(error.lines)")
      return
    }
    let again = try LoadedModel(layers.dropLast() + [(name: layers[layers.count - 1].name, text: saved)])
    #expect(again.assumptions.map { $0.path } == set.assumptions.map { $0.path }, "\(told)")
    for (one, other) in zip(set.assumptions, again.assumptions) {
      #expect(one.isEqual(to: other), "\(told): \(one.path): \(one.valueText), and saved \(other.valueText)")
    }
    let (one, other) = (Forecast(set.model), Forecast(again.model))
    #expect(one.with.ledger == other.with.ledger && one.without.ledger == other.without.ledger, "\(told)")
    #expect(try again.saved() == saved, "\(told)")
    if !overrides.contains(where: { $0.contains("+=") }) {
      #expect(try again.setting(overrides).saved() == saved, "\(told)")
    }
    expectOnlyValues(base, again, set, told)
  }

  /// The lines of the old file are all there, in order, and differ in nothing but the values that changed.
  private static func expectOnlyValues(
    _ base: LoadedModel, _ saved: LoadedModel, _ set: LoadedModel, _ told: String
  ) {
    let top = Int32(base.files.sources.all.count - 1)
    let was = base.assumptions.filter { row in
      set.assumptions.first { $0.path == row.path }.map { !$0.isEqual(to: row) } ?? false
    }
    let paths = Set(was.filter { $0.place?.source == top }.map { $0.path })
    func masked(_ model: LoadedModel) -> [String] {
      var text = model.files.sources.all[Int(top)].text
      let places = model.assumptions.filter { paths.contains($0.path) }.compactMap { $0.place }
      for place in places.sorted(by: { $0.start > $1.start }) {
        text.replaceSubrange(Int(place.start)..<Int(place.end), with: [0x2A])
      }
      return text.split(separator: 10, omittingEmptySubsequences: false).map { line in
        String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
      }
    }
    let (before, after) = (masked(base), masked(saved))
    var at = 0
    var added: [String] = []
    for line in after {
      if at < before.count, before[at] == line { at += 1 } else { added.append(line) }
    }
    #expect(at == before.count, "\(told): \(at < before.count ? before[at] : "")")
    let isNew = set.assumptions.filter { row in
      row.place?.source ?? 0 > top && !paths.contains(row.path)
    }.map { $0.path.split(separator: ".").last.map { String($0) } ?? "" }
    for line in added where !line.isEmpty && !line.hasPrefix("[") && !line.hasPrefix("unsourced = [") {
      #expect(isNew.contains { line.hasPrefix("\($0) = ") || line.contains(".\($0) = ") }, "\(told): \(line)")
    }
  }

  static func shipped(_ name: String) throws -> [File] {
    func read(_ name: String) -> Layers.Answer {
      (try? Data(contentsOf: packageFolder.appending(path: name))).map { .text([UInt8]($0)) }
        ?? .missing("no such file")
    }
    return try Layers.load("models/\(name).toml", read: read)
  }

  @Test(arguments: ["bromley", "east-devon", "greenwich", "rother", "sheffield", "thanet", "winchester"])
  func aShippedModelIsSavedAsItWasSet(name: String) throws {
    let layers = try Self.shipped(name)
    for seed in 0..<3 { try Self.hold(layers, seed: seed, count: 1 + seed * 4) }
  }

  @Test func aModelOfEveryFeatureIsSavedAsItWasSet() throws {
    let file = (name: "everything.toml", text: try fixture("everything.toml"))
    for seed in 0..<12 { try Self.hold([file], seed: seed, count: 1 + seed % 8) }
    let windows = String(decoding: file.text, as: UTF8.self).replacing("\n", with: "\r\n")
    for seed in 20..<23 {
      try Self.hold([(name: file.name, text: Array(windows.utf8))], seed: seed, count: 6)
    }
  }

  @Test func aModelMadeByChanceIsSavedAsItWasSet() throws {
    for seed in 0..<60 {
      let file = (name: "random.toml", text: Array(RandomModel(seed).text.utf8))
      try Self.hold([file], seed: seed, count: 1 + seed % 6)
    }
  }

  /// Over a file that is the whole model, so that every change is of a file below.
  @Test func aChangeOfAFileBelowIsWrittenIntoTheModel() throws {
    let file = (name: "everything.toml", text: try fixture("everything.toml"))
    let top = (name: "top.toml", text: Array("extends = \"everything.toml\"".utf8))
    for seed in 40..<50 { try Self.hold([file, top], seed: seed, count: 1 + seed % 8) }
  }
}
