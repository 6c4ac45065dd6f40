import Finance
import Housing

/// What both runs of a model begin with: nothing of it turns on whether the plan is carried out, so it is reckoned once for both.
struct Beginnings {
  let levels: IndexLevels
  /// The groups of existing homes.
  let stock: [Group]
  let placements: PlacementTerms

  init(_ model: Model) {
    let levels = IndexLevels(model)
    let departing = Departing(model).groups
    stock = model.stock.indices.map { Group(model.stock[$0], departing[$0], model, levels) }
    placements = PlacementTerms(model, levels)
    self.levels = levels
  }
}
