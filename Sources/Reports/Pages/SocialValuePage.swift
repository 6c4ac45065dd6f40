import CashFlow
import Finance
import Housing

/// Social value: only in a report of a model whose council has entered a proxy with its licence.
func socialValuePages(_ findings: Findings) -> [Section] {
  let sums = findings.forecast.socialValueSums(findings.measures)
  guard !sums.isEmpty else { return [] }
  let rows = sums.map { sum in
    let slot = findings.model.socialValues[sum.place]
    return Table.Row([
      .text(Text(slot.measure)), .text(Text(slot.count.rawValue)),
      .households(millionths: sum.count, decimals: 1), .price(slot.proxy ?? .zero),
      .plainRate(slot.attribution),
      .pounds(Money.pounds(roundedQuotient(sum.sum.pence, 100))), .text(Text(slot.licence ?? "none")),
    ])
  }
  return [
    Section(
      "social-value", "Social value", message: "Proxies that the council entered, never added to cash",
      [
        .paragraph(
          "A proxy puts a sum on something that no account holds. It is not money of the council, may count again what TA already counts, and is \(strong: "never added to cash"), to the budget effect or to NPV; nor are these sums added to one another. It is neither discounted nor moved with prices."
        ),
        .table(
          Table(
            "social-value", "Proxy × what it counts × what is due to the plan, over \(findings.span)",
            columns: [
              .words("Measure"), .words("Counts"), .figures("Counted"), .figures("Proxy"),
              .figures("Due to the plan"),
              .figures("Social value, £"), .words("Licence"),
            ], rows: rows)),
      ])
  ]
}
