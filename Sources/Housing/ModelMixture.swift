import ModelFile

extension LoadedModel {
  /// As one side of a comparison.
  public var side: Side {
    Side(
      files, scenario: scenario, overrides: overrides, register: assumptions, firstYear: model.firstYear)
  }
}

extension Mixture {
  /// The model of the first reading with these switches at the second's; nothing where such a mixture cannot be read, as when a
  /// loan is named that only the other reading has.
  public func model(_ isOn: [Bool]) -> Model? {
    var form = form(isOn)
    let model = Model(&form)
    guard !form.hasProblems else { return nil }
    return (try? form.close()) == nil ? nil : model
  }
}

extension Model {
  /// The model without what no line of the accounts and no headline figure turns on: what things are called, how firm they are,
  /// who signs, what else might be tried, and what a plan is held up against beside its tests.
  public var inFiguresAlone: Model {
    var model = self
    (model.council, model.code, model.region, model.tables) = ("", nil, .notSaid, nil)
    (model.title, model.status, model.caution, model.signatures) = ("", .draft, nil, Signatures())
    (model.scenarios, model.socialValues, model.simulation) = ([], [], nil)
    (model.publication.withheld, model.publication.reason) = ([], nil)
    (model.scrutiny.stresses, model.scrutiny.mitigations) = ([], [])
    (model.scrutiny.budget, model.scrutiny.actuals, model.scrutiny.benefitCaps) = ([], [], [])
    return model
  }
}
