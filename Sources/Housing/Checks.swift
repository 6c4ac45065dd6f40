import Finance
import ModelFile

extension Model {
  /// What the parts of a model must not say of one another.
  func check(_ form: inout Form) {
    checkCode(&form)
    checkNames(&form)
    checkAccounts(&form)
    // of figures made up in the place of wrong ones nothing is said
    guard !form.hasProblems else { return }
    checkRents(&form)
    checkConversions(&form)
    checkYears(&form)
    checkGrants(&form)
    checkSums(&form)
    checkRefinancing(&form)
    checkPlaces(&form)
    checkContracts(&form)
    checkLimits(&form)
    checkBudgets(&form)
    checkLettings(&form)
    checkSubsidy(&form)
    if !form.hasProblems { checkMagnitude(&form) }
    if !form.hasProblems { checkStresses(&form) }
    if !form.hasProblems { checkSimulation(&form) }
  }

  private func checkNames(_ form: inout Form) {
    for loan in loans where ["hra", "gf"].contains(where: { $0.isSame(as: loan.name) }) {
      form.problem(
        at: "loan.\(loan.name)", fault: "the name \(loan.name) stands for all the loans of an account",
        remedy: "name the loan after its lender or its purpose")
    }
    for type in temporaryAccommodation.types where type.name.begins(with: "own-") {
      form.problem(
        at: "ta.type.\(type.name)", fault: "names from own- on stand for the homes of temporary programmes",
        remedy: "name the type after the kind of place")
    }
  }

  private func checkAccounts(_ form: inout Form) {
    // an account that is wrong or missing was answered with one that may be the HRA
    guard hra == nil, !form.hasProblems else { return }
    let needsHRA =
      stock.contains { $0.account == .hra } || programmes.contains { $0.account == .hra }
      || debts.contains { $0.account == .hra }
      || sums.contains { $0.account == .hra } || loans.contains { $0.account == .hra }
      || funds.contains { $0.account == .hra }
    if needsHRA {
      form.problem(
        at: "hra", fault: "homes, loans or sums belong to the HRA, and there is no [hra]",
        remedy: "write [hra] with its balance, or say account = \"general_fund\"")
    }
    for test in tests {
      switch test.kind {
      case .balanceAboveMinimum, .interestCover, .debtLimit(.hra, _, _), .debtNotRising(.hra, _):
        form.problem(
          at: "test.\(test.name)", fault: "\(test.name) tests the HRA, and there is no [hra]",
          remedy: "write [hra] with its balance, or take the test out")
      case .debtLimit, .debtNotRising, .generalFundNoWorse: break
      }
    }
  }

  /// A year that is shown or tested is one of the projection, unless a layer above or an override moved the time.
  private func checkYears(_ form: inout Form) {
    let runs = "the model runs from \(firstYear) to \(lastYear)"
    let headline = appraisal.headlineYear
    let key = "appraisal.headline_year"
    if headline < firstYear || lastYear < headline, form.isHeldToTime(key) {
      form.problem(at: key, fault: "headline_year \(headline) is outside the horizon", remedy: runs)
    }
    for test in tests {
      let (after, from) = ("test.\(test.name).after", "test.\(test.name).from")
      switch test.kind {
      case .debtNotRising(_, let year) where year >= lastYear && form.isHeldToTime(after):
        form.problem(at: after, fault: "no year of the projection comes after \(year)", remedy: runs)
      case .generalFundNoWorse(let year) where year > lastYear && form.isHeldToTime(from):
        form.problem(at: from, fault: "from \(year) is outside the horizon", remedy: runs)
      default: break
      }
    }
  }

  /// A grant is at most what a home costs.
  private func checkGrants(_ form: inout Form) {
    for programme in programmes {
      var grant = Money.zero
      if case .perHome(let amount) = programme.grant.amount { grant = amount }
      let given = grant + programme.contribution
      for row in programme.rows where programme.lease == nil && given > row.cost + row.works + row.fees {
        let isGrant = programme.contribution == .zero
        form.problem(
          at: "programme.\(programme.name).\(isGrant ? "grant_per_home" : "contribution_per_home")",
          fault:
            "\(isGrant ? "grant_per_home is" : "contribution_per_home and grant_per_home are") more than a home of homes.\(row.name) costs, works and fees included",
          remedy: "write at most what it costs, or give it a programme of its own")
      }
    }
  }

  /// What goes into the Major Repairs Reserve, or is paid out of it, is never less than nothing.
  private func checkSums(_ form: inout Form) {
    for sum in sums where sum.kind == .depreciation || sum.kind == .majorRepairs {
      guard let least = sum.amount.values.min(), least < .zero else { continue }
      form.problem(
        at: "sum.\(sum.name).amount", fault: "a sum of \(sum.kind.rawValue) is below nothing",
        remedy: "write it as a cost is, from £0")
    }
  }

  /// Households need a kind of place to go to.
  private func checkPlaces(_ form: inout Form) {
    let terms = temporaryAccommodation
    guard terms.types.isEmpty else { return }
    let coming = terms.newHouseholds.values + terms.residual.values
    if coming.contains(where: { $0 > 0 }) {
      form.problem(
        at: "ta.new_households", fault: "households come into TA, and there is no [ta.type.NAME]",
        remedy: "write the kinds of place that they are in")
    }
  }
}
