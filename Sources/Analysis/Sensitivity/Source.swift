import Finance
import Housing
import ModelFile

extension Sensitivity {
  /// Where the ends of a bar come from.
  enum Source {
    case register(RegisterEntry)
    case preset(Preset)
  }

  /// A usual range, where the model gives none of its own. No source was read for the sizes: general knowledge, unverified.
  enum Preset: CaseIterable {
    case indexation, cost, rate, rent

    static var all: [Preset] { [.indexation, .cost, .rate, .rent] }

    var name: String {
      switch self {
      case .indexation: "Growth of every price index"
      case .cost: "Cost of getting a home"
      case .rate: "Rate of new loans"
      case .rent: "Rise of rents each April"
      }
    }

    /// In hundredths of a point, or of one per cent.
    var steps: [Rate] {
      switch self {
      case .indexation: [.percent(-2), .percent(-1), .percent(1), .percent(2)]
      case .cost: [.percent(-5), .percent(5), .percent(10)]
      case .rate, .rent: [.percent(-1), .percent(1)]
      }
    }

    func words(_ step: Rate) -> String {
      (step > .zero ? "+" : "") + (self == .cost ? Kind.rate : .points).write(step.millionths)
    }

    func model(_ step: Rate, _ model: Model) -> Model? {
      switch self {
      case .indexation: model.changed(by: Stress(name), indexation: step)
      case .cost: model.changed(by: Stress(name, cost: step))
      case .rate: model.changed(by: Stress(name, rate: step))
      case .rent: model.changed(by: Stress(name, rent: step))
      }
    }
  }

  struct Refusal: Error { var words: String }
}

extension Sensitivity.Source {
  var name: String {
    switch self {
    case .register(let entry): entry.name
    case .preset(let preset): preset.name
    }
  }

  /// The places of its ends, from the lowest.
  var ends: Range<Int> {
    switch self {
    case .register(let entry): 0..<entry.ends.count
    case .preset(let preset): 0..<preset.steps.count
    }
  }

  func words(_ place: Int) -> String {
    switch self {
    case .register(let entry):
      let end = entry.ends[place]
      return (end.isShift && end.amount > 0 ? "+" : "") + end.text
    case .preset(let preset): return preset.words(preset.steps[place])
    }
  }

  /// What the model has.
  func present(_ loaded: LoadedModel) -> String {
    switch self {
    case .register(let entry):
      let rows = loaded.assumptions.at(entry.path)
      guard let first = rows.first else { return "" }
      let isOne = rows.allSatisfy { $0.valueText.isSame(as: first.valueText) }
      return isOne ? first.valueText : "\(rows.count) values"
    case .preset: return "as the model has it"
    }
  }

  func model(_ place: Int, _ loaded: LoadedModel) -> Result<Model, Sensitivity.Refusal> {
    switch self {
    case .register(let entry):
      let end = entry.ends[place]
      do throws(ModelFileError) {
        return .success(try loaded.setting(entry.paths.map { end.change(of: $0) }).model)
      } catch {
        return .failure(Sensitivity.Refusal(words: error.problems.first?.fault ?? "there is no such model"))
      }
    case .preset(let preset):
      guard let model = preset.model(preset.steps[place], loaded.model) else {
        return .failure(Sensitivity.Refusal(words: "the sums may run beyond what is projected"))
      }
      return .success(model)
    }
  }
}

extension RegisterEntry {
  /// The ends that are given, the low one first.
  var ends: [End] { [low, high].compactMap { $0 } }
}
