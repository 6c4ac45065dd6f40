import CashFlow
import Finance
import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

/// A published business case of a council, beside what the council's shipped model gives.
struct BusinessCase {
  let published: Case
  private(set) var agreed = 0
  private var left: Set<String>

  init(_ id: String, in family: String) throws {
    published = try #require(Case.all(in: family).first { $0.id == id }, "no case \(id)")
    left = Set(published.figures.filter { $0.isReproducible }.map { $0.name })
  }

  /// An input in pence, of a number in pounds.
  func pence(_ input: JSON) throws -> Int64 { try Int64((#require(input.number) * 100).rounded()) }

  /// Holds a figure of ours to the published one of that name.
  mutating func expect(_ name: String, is value: Double) throws {
    let figure = try #require(published.figures.first { $0.name == name }, "\(published.id) has no \(name)")
    #expect(left.remove(name) != nil, "\(name) is not reproducible, or was compared before")
    let expected = try #require(figure.value.number)
    let agrees = abs(value - expected) <= figure.tolerance + 1e-9
    agreed += agrees ? 1 : 0
    #expect(agrees, "\(published.id): \(name): \(value), not \(expected)")
  }

  /// Says how many rows were compared. Every reproducible row was, or has a reason here.
  func close(notCompared: [String: String] = [:]) {
    let rows = published.figures.filter { $0.isReproducible }.count
    print("\(agreed) of \(rows) reproducible rows of \(published.id)")
    for figure in published.figures where !figure.isReproducible {
      print("  not compared: \(figure.name) (does not follow from its inputs)")
    }
    for name in notCompared.keys.sorted() { print("  not compared: \(name) (\(notCompared[name] ?? ""))") }
    #expect(left == Set(notCompared.keys))
  }
}

/// The forecast of a model of the folder models, with its national layer.
/// - Parameter more: a text laid over the model, in TOML.
func shippedForecast(_ name: String, set overrides: [String] = [], and more: String = "") throws -> Forecast {
  var layers = try Layers.load("models/\(name).toml") { path in
    guard let data = try? Data(contentsOf: packageFolder.appending(path: path)) else {
      return .missing("no such file")
    }
    return .text([UInt8](data))
  }
  layers.append((name: "more.toml", text: Array(more.utf8)))
  return Forecast(try LoadedModel(layers, overrides: overrides).model)
}

extension Forecast {
  /// A line in the first year, in pence; a name that is no line is a failure.
  func first(_ path: String, _ run: Run = .with) throws -> Int64 { try byYear(path, run)[0] }

  /// A line over all years.
  func total(_ path: String, _ run: Run = .with) throws -> Int64 { try byYear(path, run).reduce(0, +) }

  private func byYear(_ path: String, _ run: Run) throws -> [Int64] {
    yearly(try #require(plan.lines.line(named: path), "no line \(path)"), run)
  }
}

func pounds(_ pence: Int64) -> Double { Double(pence) / 100 }
