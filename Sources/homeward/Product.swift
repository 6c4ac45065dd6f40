import CashFlow
import Finance
import Housing
import ModelFile
import Reports
import TOML

/// What the rooms below do for the command, in the command's own words: this file alone names how they are called.
enum Product {
  /// A file of a report.
  struct File {
    var name: String
    var bytes: [UInt8]
  }

  /// Whether a file only holds assumptions for others to extend: it names no council and extends nothing, and holds a
  /// table of those that a model has.
  ///
  /// What cannot be read in full is no layer, so that its problems are shown.
  static func isLayer(_ text: [UInt8]) -> Bool {
    let (table, problems) = Parser.parse(text, source: 0)
    guard problems.isEmpty, table.index(of: "council") == nil, table.index(of: "extends") == nil else {
      return false
    }
    let tables = Set(
      Model.blank().asked.map { $0.path.split(separator: ".") }.filter { $0.count > 1 }.map { $0[0] })
    return table.entries.contains { entry in
      guard case .table = entry.node.value else { return false }
      return tables.contains(Substring(String(decoding: entry.key, as: UTF8.self)))
    }
  }

  /// All that a model's report says, or every problem of the model; nil for a file that is only a layer.
  /// - Parameters:
  ///   - path: of the model, as the user gave it; problems name it so.
  ///   - text: what was read from there.
  ///   - tables: a folder of published tables in the place of those that the model names.
  static func findings(
    of path: String, _ text: [UInt8], _ whatIf: WhatIf, tables: String? = nil
  ) throws(Failure) -> Findings? {
    if isLayer(text) { return nil }
    do throws(ModelFileError) {
      return try Findings(try loaded(path, text, whatIf, tables))
    } catch {
      throw Failure(error.lines)
    }
  }

  /// The model of one council, to be asked about.
  /// - Throws: every problem of it; or that it is a layer for others to extend.
  static func council(_ path: String, _ whatIf: WhatIf, tables: String? = nil) throws(Failure) -> LoadedModel
  {
    let name = path == "-" ? standardInput : path
    let text = try readModel(path)
    guard !isLayer(text) else {
      throw Failure("\(shown(name)): national assumptions, no council; give the model of a council")
    }
    do throws(ModelFileError) {
      return try loaded(name, text, whatIf, tables)
    } catch {
      throw Failure(error.lines)
    }
  }

  static func files(of findings: Findings) -> [File] {
    Reports.files(of: findings, simulating: { Parallel.whole($0) }).map {
      File(name: $0.name, bytes: $0.bytes)
    }
  }

  /// Without what a model withholds.
  static func publicFiles(of findings: Findings) throws(Failure) -> [File] {
    do throws(ModelFileError) {
      return try Reports.publicFiles(of: findings, simulating: { Parallel.whole($0) }).map {
        File(name: $0.name, bytes: $0.bytes)
      }
    } catch {
      throw Failure(error.lines)
    }
  }

  static func publicPortfolioFiles(_ findings: [Findings]) throws(Failure) -> [File] {
    do throws(ModelFileError) {
      return try Reports.publicPortfolioFiles(of: findings).map { File(name: $0.name, bytes: $0.bytes) }
    } catch {
      throw Failure(error.lines)
    }
  }

  static func portfolioFiles(_ findings: [Findings]) -> [File] {
    Reports.portfolioFiles(of: findings).map { File(name: $0.name, bytes: $0.bytes) }
  }

  /// A model with what it extends and its tables, read from files.
  static func loaded(
    _ path: String, _ text: [UInt8], _ whatIf: WhatIf, _ tables: String?
  ) throws(ModelFileError) -> LoadedModel {
    func answer(_ name: String) -> Layers.Answer {
      if name == path { return .text(text) }
      do throws(Failure) {
        return .text(try readModel(name))
      } catch {
        return .missing(error.reason)
      }
    }
    let layers = try Layers.load(path, read: answer)
    let layered = Layered(layers)
    try layered.expect(scenario: whatIf.scenario)
    var loaded = try LoadedModel(layered, scenario: whatIf.scenario, overrides: whatIf.overrides)
    try loaded.readTables(tables.map { homeward.path($0, LoadedModel.tablesName) }, answer)
    return loaded
  }
}

// MARK: Assumptions

extension Product {
  /// An assumption as it is declared, in words.
  struct Described {
    var path: String
    var unit: String
    var isByYear: Bool
    var isOptional: Bool
    /// Empty for a text.
    var least: String
    var most: String
    /// The default, and the source of it.
    var standard: String?
    var source: String
    var meaning: String
  }

  /// Every assumption that a model may give, in the order of the register.
  static func assumptions() -> [Described] {
    Model.blank().asked.map { row in
      let isMeasured =
        switch row.kind {
        case .text, .flag, .choice, .name: false
        case .rate, .points, .money, .count, .weeks, .months, .year: true
        }
      return Described(
        path: row.path, unit: row.kind.words, isByYear: row.isByYear, isOptional: row.isOptional,
        least: isMeasured ? row.kind.write(row.bounds.lowerBound) : "",
        most: isMeasured ? row.kind.write(row.bounds.upperBound) : "",
        standard: row.assumedText?.value ?? row.assumed.map { row.kind.write($0.value) },
        source: row.assumedText?.source ?? row.assumed?.source ?? "", meaning: row.meaning)
    }
  }
}

// MARK: Lines

extension Product {
  /// A line of the accounts as it is declared, in words.
  struct DescribedLine {
    var path: String
    var unit: String
    /// +, − or ±.
    var sign: String
    /// What its year is: the sum of its months, or as its March leaves it.
    var year: String
    /// The names in it stand as they are looked up.
    var formula: String
    var inputs: [String]
    var meaning: String
  }

  /// Every line that a model may have, each name once.
  static func lines() -> [DescribedLine] {
    var seen: Set<String> = []
    return everyLine().filter { seen.insert($0.id).inserted }.map { line in
      DescribedLine(
        path: line.id, unit: line.quantity.words, sign: line.sign.rawValue,
        year: line.period == .flow ? "the sum of its months" : "as its March leaves it",
        formula: line.derivation.filter { $0 != "{" && $0 != "}" }, inputs: line.inputs, meaning: line.label)
    }
  }
}

// MARK: Values on the command line

extension Product {
  /// A value typed after an option, read as a model file would read it: the same units, bounds and words.
  /// - Parameter read: asks the form for the key it is given.
  static func read<Value>(
    _ text: String, as key: String, _ read: (inout Form, String) -> Value
  ) throws(Failure) -> Value {
    var form = Form([(name: key, text: Array("\(key) = \(quoted(text))".utf8))])
    let value = read(&form, key)
    do throws(ModelFileError) {
      _ = try form.close()
    } catch {
      throw Failure(error.problems.first.map { "\($0.fault); \($0.remedy)" } ?? "\(key) is wrong")
    }
    return value
  }
}
