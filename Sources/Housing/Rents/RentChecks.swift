import ModelFile

extension Model {
  /// A home whose rent follows the allowance of an area has a size for which the area has one.
  func checkRents(_ form: inout Form) {
    for group in stock { check(group.rent, bedrooms: group.bedrooms, "stock.\(group.name)", &form) }
    for programme in programmes {
      for row in programme.rows {
        check(row.rent, bedrooms: row.bedrooms, "programme.\(programme.name).homes.\(row.name)", &form)
      }
    }
  }

  private func check(_ rent: RentBasis, bedrooms: Int64, _ path: String, _ form: inout Form) {
    guard case .localHousingAllowance(let terms) = rent,
      case .area(let area, let isSharedRoom) = terms.allowance
    else { return }
    let size = LocalHousingAllowance.size(bedrooms: bedrooms, isSharedRoom: isSharedRoom)
    guard allowanceRates[area].bySize[size] == nil else { return }
    let key = LocalHousingAllowance.sizes[size]
    form.problem(
      at: "\(path).lha_rates", fault: "[lha_rates.\(allowanceRates[area].name)] has no value for \(key)",
      remedy: "write \(key) in it, or the home's own allowance as lha")
  }
}
