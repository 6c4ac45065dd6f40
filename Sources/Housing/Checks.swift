import Finance
import ModelFile

extension Model {
  /// What the parts of a model must not say of one another.
  func checkAccounts(_ form: inout Form) {
    let needsHRA =
      stock.contains { $0.account == .hra } || programmes.contains { $0.account == .hra }
      || debts.contains { $0.account == .hra }
      || sums.contains { $0.account == .hra } || loans.contains { $0.account == .hra }
    for loan in loans where ["hra", "gf"].contains(where: { $0.utf8.elementsEqual(loan.name.utf8) }) {
      form.problem(
        at: "loan.\(loan.name)", fault: "the name \(loan.name) stands for all the loans of an account",
        remedy: "name the loan after its lender or its purpose")
    }
    if needsHRA && hra == nil {
      form.problem(
        at: "hra", fault: "homes, loans or sums belong to the HRA, and there is no [hra]",
        remedy: "write [hra] with its balance, or say account = \"general_fund\"")
    }
  }
}
