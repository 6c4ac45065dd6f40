import Finance
import Housing

extension Model {
  /// The model with the same programmes and contracts, in which no home and no household is ever started.
  var withoutStarts: Model {
    var model = withoutContract()
    for i in model.programmes.indices {
      for r in model.programmes[i].rows.indices {
        model.programmes[i].rows[r].starts = Series(first: firstYear, values: [0])
      }
    }
    return model
  }
}
