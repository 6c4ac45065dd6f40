import Housing

extension Forecast {
  /// A forecast whose run without the plan is known: it is that of a model which differs in its plan alone.
  public init(_ model: Model, _ plan: Plan, without: Projection) {
    (self.model, self.plan, self.without) = (model, plan, without)
    with = project(model, plan)
  }
}
