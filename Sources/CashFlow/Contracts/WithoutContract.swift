import Finance
import Housing

extension Model {
  /// The model with the same contracts, of which one has no start; or none has.
  func withoutContract(_ place: Int? = nil) -> Model {
    var model = self
    for i in model.contracts.indices where place == nil || place == i {
      model.contracts[i].intake = .starts(Series(first: firstYear, values: [0]), additional: .zero)
      model.contracts[i].fees = Series(first: firstYear, values: [.zero])
    }
    return model
  }
}
