import Finance
import ModelFile

extension Model {
  /// The model in which a stress happens, and what is done about it.
  public func under(_ run: StressRun) -> Model {
    var model = self
    model.apply(scrutiny.stresses[run.stress])
    for place in run.mitigations { model.apply(scrutiny.mitigations[place]) }
    return model
  }

  /// The model with such a change, and every price index growing by so many points more; nothing where its sums would run beyond
  /// what is projected.
  public func changed(by stress: Stress, indexation: Rate = .zero) -> Model? {
    var model = self
    model.apply(stress)
    for i in indices.indices {
      model.indices[i].growth = indices[i].growth.moved(by: indexation, within: .percent(-50...100))
    }
    let magnitude = Magnitude(model)
    return magnitude.isCapitalWithin && magnitude.isWithin ? model : nil
  }

  /// Changes one after another add up; rates, delays and rises stay within what a model file may say.
  private mutating func apply(_ stress: Stress) {
    for i in loans.indices {
      loans[i].annualRate = loans[i].annualRate.moved(by: stress.rate, within: .percent(0...25))
    }
    for i in programmes.indices {
      programmes[i].delay = max(programmes[i].delay, min(120, programmes[i].delay + stress.delay))
      var least = Money(pence: .max)
      for r in programmes[i].rows.indices {
        programmes[i].rows[r].apply(stress)
        let row = programmes[i].rows[r]
        least = min(least, row.cost + row.works + row.fees)
      }
      programmes[i].limitGrant(to: least)
      programmes[i].costs.change(by: stress.runningCosts)
    }
    for i in stock.indices { stock[i].costs.change(by: stress.runningCosts) }
    for i in sums.indices {
      switch sums[i].kind {
      case .management, .repairs, .majorRepairs, .cost:
        let values = sums[i].amount.values.map { $0.changed(by: stress.runningCosts) }
        sums[i].amount = Series(first: sums[i].amount.first, values: values)
      case .income, .depreciation: break
      }
    }
    for i in temporaryAccommodation.types.indices {
      let cost = temporaryAccommodation.types[i].nightlyCost
      temporaryAccommodation.types[i].nightlyCost = cost.changed(by: stress.accommodationCost)
    }
    let rises: ClosedRange<Rate> = .percent(-20...20)
    rentPolicy.abovePrices = rentPolicy.abovePrices.moved(by: stress.rent, within: rises)
    rentPolicy.formulaAbovePrices = rentPolicy.formulaAbovePrices.moved(by: stress.rent, within: rises)
    rentPolicy.capsAbovePrices = rentPolicy.capsAbovePrices.moved(by: stress.rent, within: rises)
  }

  /// A stressed model is held to the same bounds as any other.
  func checkStresses(_ form: inout Form) {
    for stress in scrutiny.stresses.indices {
      let isBeyond = scrutiny.runs(of: stress).contains { run in
        let magnitude = Magnitude(under(run))
        return !magnitude.isCapitalWithin || !magnitude.isWithin
      }
      guard isBeyond else { continue }
      form.problem(
        at: "stress.\(scrutiny.stresses[stress].name)",
        fault:
          "under \(scrutiny.stresses[stress].name) the sums of this model may run beyond what is projected",
        remedy: "lower what it changes, or what the mitigations do")
    }
  }
}

extension Programme {
  /// Grant and contribution are at most what the cheapest home costs; a lease has neither.
  fileprivate mutating func limitGrant(to least: Money) {
    guard lease == nil else { return }
    var given = Money.zero
    if case .perHome(let amount) = grant.amount {
      given = min(amount, least)
      grant.amount = .perHome(given)
    }
    contribution = min(contribution, least - given)
  }
}

extension ProgrammeRow {
  fileprivate mutating func apply(_ stress: Stress) {
    cost = cost.changed(by: stress.cost)
    works = works.changed(by: stress.cost)
    fees = fees.changed(by: stress.cost)
    if stress.starts != .whole {
      starts = Series(
        first: starts.first,
        values: starts.values.map { roundedQuotient($0 * stress.starts.millionths, 1_000_000) })
    }
  }
}

extension RunningCosts {
  fileprivate mutating func change(by share: Rate) {
    management = management.changed(by: share)
    insurance = insurance.changed(by: share)
    serviceCost = serviceCost.changed(by: share)
    repairs = repairs.changed(by: share)
    majorRepairs = majorRepairs.changed(by: share)
  }
}

extension Money {
  fileprivate func changed(by share: Rate) -> Money {
    share == .zero ? self : self.share(Rate.whole + share)
  }
}

extension Series<Rate> {
  fileprivate func moved(by points: Rate, within bounds: ClosedRange<Rate>) -> Series<Rate> {
    guard points != .zero else { return self }
    let moved = values.map { Swift.min(bounds.upperBound, Swift.max(bounds.lowerBound, $0 + points)) }
    return Series(first: first, values: moved)
  }
}
