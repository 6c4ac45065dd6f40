import CashFlow
import Finance
import Housing
import ModelFile

/// Borrowing that no loan has room for, as problems of the model file: one for each programme, or for major repairs.
func shortfallProblems(of forecast: Forecast, _ loaded: LoadedModel) -> [Problem] {
  var seen: [Shortfall] = []
  for short in forecast.with.shortfalls + forecast.without.shortfalls
  where !seen.contains(where: { $0.account == short.account && $0.programme == short.programme }) {
    seen.append(short)
  }
  return seen.compactMap { problem($0, loaded) }
}

private func problem(_ short: Shortfall, _ loaded: LoadedModel) -> Problem? {
  let model = loaded.model
  let programme = short.programme.flatMap {
    model.programmes.indices.contains($0) ? model.programmes[$0].name : nil
  }
  let account = short.account == .hra ? "HRA" : "General Fund"
  let month = Wording.month(Month(short.month, from: model.firstYear))
  let work = programme.map { "programme \($0)" } ?? "major repairs"
  // the first assumption of what is short that the file gives, or of its account
  let owners =
    (programme.map { ["programme.\($0).account", "programme.\($0)."] } ?? [])
    + [short.account == .hra ? "hra." : "general_fund.", "loan.", ""]
  let given = loaded.assumptions.filter { $0.place != nil }
  let owner = owners.first { owner in given.contains { $0.path.utf8.starts(with: owner.utf8) } } ?? ""
  guard let place = given.first(where: { $0.path.utf8.starts(with: owner.utf8) })?.place else { return nil }
  return Problem(
    place: place,
    fault:
      "no loan has room for \(Wording.price(short.sum)) of \(account) borrowing in \(month), for \(work)",
    remedy: "raise the limit of a loan of the \(account), or add one that may pay for it")
}
