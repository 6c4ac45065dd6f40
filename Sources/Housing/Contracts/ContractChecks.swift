import Finance
import ModelFile

extension Model {
  /// What a contract and the rest of the model must not say of one another.
  func checkContracts(_ form: inout Form) {
    for contract in contracts {
      guard case .lettings(let place, let until) = contract.intake, programmes.indices.contains(place) else {
        continue
      }
      let programme = programmes[place]
      if programme.use == .temporary {
        form.problem(
          at: "contract.\(contract.name).counts",
          fault: "\(programme.name) is temporary accommodation, and who moves into it has not left",
          remedy: "count a programme with use = \"settled\"")
      }
      let key = "contract.\(contract.name).until"
      if let until, until < firstYear, form.isHeldToTime(key) {
        form.problem(
          at: key, fault: "until \(until) is before the projection",
          remedy: "the model runs from \(firstYear) to \(lastYear)")
      }
    }
  }
}
