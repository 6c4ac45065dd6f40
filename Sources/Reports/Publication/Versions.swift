import Analysis
import CashFlow
import Finance
import Housing
import ModelFile
import TOML

extension Findings {
  /// What was found, and the same with other values for what is withheld: a public report says what all of them have in common.
  ///
  /// None of them says of a withheld assumption more than that there is one, and where.
  /// - Throws: a problem for each assumption that cannot be withheld: its value stands in words, or no other value of it can be read.
  func versions() throws(ModelFileError) -> [Findings] {
    let withheld = loaded.withheldAssumptions
    guard !withheld.isEmpty else { return [self] }
    let places = model.publication.withheld
    var problems = loaded.wordsThatTell(of: withheld)
    let shown = loaded.assumptions.map { row in
      withheld.contains { $0.path.isSame(as: row.path) } ? row.redacted : row
    }
    var versions = [publicVersion(of: loaded, forecast, scenarios, shown)]
    var told = withheld.map { _ in false }
    for set in OtherValues(of: withheld).sets {
      let values = zip(withheld, set).map { (row: $0, value: $1) }
      guard let other = loaded.saying(values) else { continue }
      // an override of it would speak after the layer
      let others = withheld.map { row in
        other.assumptions.first { $0.path.isSame(as: row.path) }?.given != row.given
      }
      guard others.contains(true) else { continue }
      for index in told.indices where others[index] { told[index] = true }
      let results = scenarios == nil ? nil : try? ScenarioResult.all(other, Measure.headline(other.model))
      versions.append(publicVersion(of: other, Forecast(other.model), results, shown))
    }
    for (row, isTold) in zip(withheld, told) where !isTold {
      let place = places.first { $0.path.isSame(as: row.path) }?.place
      problems.append(
        Problem(
          place: place ?? Place(source: 0, start: 0, end: 0),
          fault: "no other value of \(row.path) can be read, so what turns on it cannot be told",
          remedy: "give it in a table of its own in the model file, and not with --set"))
    }
    guard problems.isEmpty else { throw ModelFileError(problems: problems, sources: loaded.sources) }
    return versions
  }

  private func publicVersion(
    of other: LoadedModel, _ forecast: Forecast, _ scenarios: [ScenarioResult]?, _ shown: [Assumption]
  ) -> Findings {
    var other = other
    (other.assumptions, other.sources) = (shown, loaded.sources)
    return Findings(other, forecast, backcast, changes: changes, scenarios: scenarios, isPublic: true)
  }
}

extension Assumption {
  /// With neither its value nor what is said of its source: only whether there is one, and of which kind.
  fileprivate var redacted: Assumption {
    var row = self
    (row.given, row.text) = (nil, "withheld")
    row.written = []
    if !row.citation.isEmpty {
      row.citation = Array((row.isAssumption ? "assumption: withheld" : "withheld").utf8)
    }
    return row
  }

  /// The figures of its value, as they may stand in words: "285,000" and "285000"; none that are too short to tell.
  fileprivate var figures: [[UInt8]] {
    var found: [[UInt8]] = []
    for value in given?.values ?? [] where value != 0 {
      var digits = Array(kind.write(value).utf8.drop { !(0x30...0x39).contains($0) })
      if let end = digits.lastIndex(where: { (0x30...0x39).contains($0) }) { digits = Array(digits[...end]) }
      let bare = digits.filter { $0 != UInt8(ascii: ",") }
      guard bare.count(where: { (0x30...0x39).contains($0) }) >= 4 else { continue }
      found += digits == bare ? [bare] : [digits, bare]
    }
    return found
  }
}

extension LoadedModel {
  /// A problem for each text and each comment that a report shows and that says a withheld figure.
  fileprivate func wordsThatTell(of withheld: [Assumption]) -> [Problem] {
    var problems: [Problem] = []
    for row in assumptions {
      guard let place = row.place, !withheld.contains(where: { $0.path.isSame(as: row.path) })
      else {
        continue
      }
      for (words, name) in [
        (row.citation, "the source of \(row.path)"), (Array((row.text ?? "").utf8), row.path),
      ] {
        let telling = withheld.first { secret in secret.figures.contains { stands($0, in: words) } }
        if let telling {
          problems.append(
            Problem(
              place: place, fault: "\(name) says the figure of \(telling.path), which is withheld",
              remedy: "say it without the figure"))
        }
      }
    }
    return problems
  }
}

/// Whether figures stand in words, and not within longer ones.
private func stands(_ figures: [UInt8], in words: [UInt8]) -> Bool {
  guard words.count >= figures.count else { return false }
  func isDigit(_ place: Int) -> Bool { words.indices.contains(place) && (0x30...0x39).contains(words[place]) }
  return (0...(words.count - figures.count)).contains { start in
    words[start] == figures[0] && words[start..<start + figures.count].elementsEqual(figures)
      && !isDigit(start - 1) && !isDigit(start + figures.count)
  }
}
