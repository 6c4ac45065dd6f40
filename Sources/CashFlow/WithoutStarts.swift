import Finance
import Housing

extension Model {
  /// The model with the same programmes, in which no home is ever started.
  var withoutStarts: Model {
    var model = self
    for i in model.programmes.indices {
      for r in model.programmes[i].rows.indices {
        model.programmes[i].rows[r].starts = Series(first: firstYear, values: [0])
      }
    }
    return model
  }
}
