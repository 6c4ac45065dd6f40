import Finance
import Housing

/// What a reader must not take the figures for.
func limits(_ findings: Findings) -> [Text] {
  let model = findings.model
  var all: [Text] = []
  if model.status != .approved {
    let kind = model.status == .demonstration ? "show the method" : "are not approved"
    all.append("For a decision as they stand: the figures \(kind), and some are assumptions.")
  }
  all += [
    "As a Green Book appraisal: grant and benefit count as income to the council, though to the public they are transfers, and no benefit to households is valued.",
    "As a forecast for any one household: numbers in TA are expected values, and say nothing of who is housed when.",
  ]
  if findings.hasHRA {
    all.append(
      "To set an HRA gain against a General Fund pressure: HRA money is ring-fenced and cannot pay for it.")
  }
  all += [
    "As the worth of the homes: no value is given to them after \(model.lastYear), nor to what is then still owed.",
    "To say where households live: places out of the council’s area and families in bed and breakfast are counted by the shares that the model gives, and no placement is forecast.",
    "To borrow: limits are those that the model gives, and the timing and kind of loans need the council’s treasury adviser.",
  ]
  return all
}
