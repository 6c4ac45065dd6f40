extension RateSearch {
  /// The rates found, with those that signs at the steps do not show: where the value comes near zero and turns back, the
  /// turn itself is looked at.
  /// - Parameter value: as a share of what it is the sum of, so that 10⁻¹² of it is rounding.
  public func ratesAndTurns(where value: (_ growth: Double) -> Double) -> [Double] {
    var found = rates(where: value)
    guard steps.count > 2 else { return found }
    func at(_ step: Int) -> Double { Double(step) / stepsPerUnit }
    var (before, here) = (value(at(steps.lowerBound)), value(at(steps.lowerBound + 1)))
    for step in (steps.lowerBound + 1)..<steps.upperBound {
      let after = value(at(step + 1))
      let isTurn =
        here * before > 0 && here * after > 0 && here.magnitude <= before.magnitude
        && here.magnitude < after.magnitude
      if isTurn { found += turn(from: at(step - 1), to: at(step + 1), here > 0 ? 1 : -1, value) }
      (before, here) = (here, after)
    }
    return found.sorted()
  }

  /// The two rates on either side of a turn that crosses zero, the one of a turn that only touches it, or none.
  private func turn(
    from start: Double, to end: Double, _ sign: Double, _ value: (Double) -> Double
  ) -> [Double] {
    var (low, high) = (start, end)
    for _ in 0..<100 {
      let (third, twoThirds) = (low + (high - low) / 3, high - (high - low) / 3)
      if value(third) * sign < value(twoThirds) * sign { high = twoThirds } else { low = third }
    }
    let middle = (low + high) / 2
    let least = value(middle) * sign
    if least.magnitude <= 1e-13 { return [naturalExponential(middle) - 1] }
    guard least < 0 else { return [] }
    return [crossing(from: start, to: middle, sign, value), crossing(from: middle, to: end, -sign, value)].map
    {
      naturalExponential($0) - 1
    }
  }
}
