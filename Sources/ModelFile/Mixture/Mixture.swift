import Finance
import TOML

/// Two readings laid side by side, of which any part can be read as the first has it and the rest as the second has it.
///
/// What is mixed are values as they stand in the files and in what was set over them, never words made of them; so a mixture of
/// everything of one side reads as that side does. A mixture is not held to its horizon, since each side was held to its own, and
/// a list begins with the first year of the side that it is from.
public struct Mixture: Sendable {
  /// What can be switched, in the order of the second's register; then what is only said, and the order of tables.
  public let switches: [Switch]
  let root: Part
  let overrides: [(override: Override, isSecond: Bool, switch: Int?)]
  let sources: Sources
  let topSource: Int32
  let owners: Owners

  public init(_ first: Side, _ second: Side) {
    let changes = second.register.changes(from: first.register)
    var plan = MixturePlan(first.register, second.register, changes)
    let shift = Int32(clamping: first.files.sources.all.count)
    root = plan.part(first.files.root, second.files.root.moved(by: shift))
    var sources = first.files.sources
    sources.all += second.files.sources.all
    var isOfSecond = sources.all.indices.map { $0 >= Int(shift) }
    topSource = Int32(clamping: max(0, sources.all.count - 1))
    var problems: [Problem] = []
    var overrides: [(override: Override, isSecond: Bool, switch: Int?)] = []
    for (reading, isSecond) in [(first, false), (second, true)] {
      let spoken = reading.files.spoken(reading.scenario, reading.overrides, &sources, &problems)
      isOfSecond += Array(repeating: isSecond, count: sources.all.count - isOfSecond.count)
      overrides += spoken.map { (override: $0, isSecond: isSecond, switch: plan.place(of: $0.path)) }
    }
    (self.sources, self.overrides) = (sources, overrides)
    owners = Owners(isOfSecond: isOfSecond, first: first.firstYear, second: second.firstYear)
    switches = plan.switches
  }

  /// A form over the first reading with these switches at the second's.
  public func form(_ isOn: [Bool]) -> Form {
    let isReordered = switches.indices.contains { switches[$0].kind == .order && isOn[$0] }
    let spoken = overrides.compactMap { spoken in
      (spoken.switch.map { isOn[$0] } ?? false) == spoken.isSecond ? spoken.override : nil
    }
    var form = Form(
      isBlank: false, root: root.table(isOn, isReordered), sources: sources, topSource: topSource,
      isBroken: false, problems: [], overrides: spoken)
    form.owners = owners
    return form
  }
}

extension Table {
  /// The same with its places in sources that stand so many later.
  func moved(by shift: Int32) -> Table {
    var table = self
    for index in table.entries.indices {
      table.entries[index].keyPlace.source += shift
      table.entries[index].node = table.entries[index].node.moved(by: shift)
    }
    return table
  }
}

extension Node {
  fileprivate func moved(by shift: Int32) -> Node {
    var node = self
    node.place.source += shift
    switch value {
    case .array(let items): node.value = .array(items.map { $0.moved(by: shift) })
    case .table(let table): node.value = .table(table.moved(by: shift))
    case .text, .integer, .float, .boolean, .moment: break
    }
    return node
  }
}
