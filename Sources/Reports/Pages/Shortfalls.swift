import CashFlow
import Finance
import Housing
import ModelFile

/// Borrowing that no loan has room for, as problems of the model file: one for each programme, or for major repairs.
func shortfallProblems(of forecast: Forecast, _ loaded: LoadedModel) -> [Problem] {
  var firsts: [Shortfall] = []
  var sums: [Money] = []
  for projection in [forecast.with, forecast.without] {
    // what falls short without the plan as well is said once, with it
    let told = firsts.count
    for short in projection.shortfalls {
      let place = firsts.firstIndex { $0.account == short.account && $0.programme == short.programme }
      if let place {
        if place >= told { sums[place] = sums[place] + short.sum }
      } else {
        firsts.append(short)
        sums.append(short.sum)
      }
    }
  }
  return zip(firsts, sums).compactMap { problem($0, all: $1, loaded) }
}

private func problem(_ short: Shortfall, all: Money, _ loaded: LoadedModel) -> Problem? {
  let model = loaded.model
  let programme = short.programme.flatMap {
    model.programmes.indices.contains($0) ? model.programmes[$0].name : nil
  }
  let account = short.account == .hra ? "HRA" : "General Fund"
  let month = Wording.month(Month(short.month, from: model.firstYear))
  let work = programme.map { "programme \($0)" } ?? "major repairs"
  let inAll = all > short.sum ? ", \(Wording.price(all)) over all months" : ""
  let fault =
    "no loan has room for \(Wording.price(short.sum)) of \(account) borrowing in \(month)\(inAll), for \(work)"
  if let place = limit(for: short, loaded)?.place {
    return Problem(
      place: place, fault: fault, remedy: "raise this limit, or add a loan that may pay for it")
  }
  // the first assumption of what is short that the file gives, or of its account
  let owners =
    (programme.map { ["programme.\($0).account", "programme.\($0)."] } ?? [])
    + [short.account == .hra ? "hra." : "general_fund.", "loan.", ""]
  let given = loaded.assumptions.filter { $0.place != nil }
  let owner = owners.first { owner in given.contains { $0.path.begins(with: owner) } } ?? ""
  guard let place = given.first(where: { $0.path.begins(with: owner) })?.place else { return nil }
  let others = programme != nil && model.loans.contains { $0.account == short.account }
  return Problem(
    place: place, fault: fault,
    remedy: "add a loan of the \(account)"
      + (others ? ", or name the programme among those of one" : " that may pay for it"))
}

/// The limit of the first loan that may pay for it and has one: no loan without a limit is too small.
private func limit(for short: Shortfall, _ loaded: LoadedModel) -> Assumption? {
  for loan in loaded.model.loans where loan.account == short.account && loan.limit != nil {
    let isForIt = loan.programmes.isEmpty || short.programme.map { loan.programmes.contains($0) } ?? false
    guard isForIt else { continue }
    let path = "loan.\(loan.name).limit"
    return loaded.assumptions.first { $0.path.isSame(as: path) }
  }
  return nil
}
