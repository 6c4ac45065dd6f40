import Finance
import ModelFile

extension Model {
  /// What the parts of a model must not say of one another.
  func checkAccounts(_ form: inout Form) {
    let needsHRA =
      stock.contains { $0.account == .hra } || programmes.contains { $0.account == .hra }
      || debts.contains { $0.account == .hra }
      || sums.contains { $0.account == .hra } || loans.contains { $0.account == .hra }
    if needsHRA && hra == nil {
      form.problem(
        at: "hra", fault: "homes, loans or sums belong to the HRA, and there is no [hra]",
        remedy: "write [hra] with its balance, or say account = \"general_fund\"")
    }
  }
}
