import CashFlow
import FoundationEssentials
import Housing
import ModelFile
import Reports

/// Times the steps of a report in one run, so that their ratios can be compared between machines:
/// `swift run -c release benchmark models/thanet.toml`. Behind the model may stand how often a step is run, 101 times unless
/// said; under ten it is projections alone, for a tool that counts instructions.
@main struct Benchmark {
  static func main() throws {
    guard let path = CommandLine.arguments.dropFirst().first else {
      print("usage: swift run -c release benchmark MODEL [RUNS]")
      return
    }
    func layers() throws(ModelFileError) -> [(name: String, text: [UInt8])] {
      try Layers.load(path) { name in
        guard let data = FileManager.default.contents(atPath: name) else { return .missing("no such file") }
        return .text([UInt8](data))
      }
    }
    let loaded = try LoadedModel(try layers())
    let model = loaded.model
    let plan = Plan(model)
    let forecast = Forecast(model, plan)
    print(
      "\(model.years) years, \(plan.lines.meanings.count) lines, \(forecast.with.vintages.count) vintages,",
      "\(plan.groupNames.count) groups of homes, \(model.temporaryAccommodation.types.count) kinds of place")

    let projecting = time { project(model, plan).vintages.count }
    report("projection, with the plan", projecting, projecting)
    report(
      "projection, without it", time { project(model, plan, withPlan: false).vintages.count }, projecting)
    var trial = forecast
    report(
      "the same homes with other loans",
      time {
        trial.reborrow(model)
        return trial.with.vintages.count
      }, projecting)
    guard runs >= 10 else { return }
    report("reading the model", try time { try LoadedModel(try layers()).assumptions.count }, projecting)
    report(
      "the first page, from the files", try time { try firstPage(of: try LoadedModel(try layers())).count },
      projecting)
    report("laws", time { forecast.laws().count }, projecting)
    report("every file of the report", try time { try files(of: loaded).count }, projecting)
  }

  static let runs = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 101

  /// The median of many runs, in microseconds.
  static func time(_ work: () throws -> Int) rethrows -> Double {
    let clock = ContinuousClock()
    var times: [Double] = []
    var done = 0
    for _ in 0..<max(1, runs) {
      let start = clock.now
      done &+= try work()
      let elapsed = (clock.now - start).components
      times.append(Double(elapsed.seconds) * 1e6 + Double(elapsed.attoseconds) / 1e12)
    }
    precondition(done >= 0)
    return times.sorted()[times.count / 2]
  }

  static func report(_ what: String, _ time: Double, _ projecting: Double) {
    print("\(what): \(Int(time)) µs, \(Double(Int(time / projecting * 100)) / 100) projections")
  }
}
