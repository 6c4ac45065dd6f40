import Finance
import ModelFile
import TestSupport

extension Chance {
  /// Something that `--set` may say of an assumption, most often within its bounds; nothing for what no chance finds a value of.
  mutating func override(of row: Assumption, firstYear: Year, years: Int64) -> String? {
    func value(_ chance: inout Chance) -> Int64 {
      let (least, most) = (row.bounds.lowerBound, row.bounds.upperBound)
      let now = row.given?.values.first ?? row.assumed?.value ?? least
      if chance.maybe(10) { return chance.maybe() ? least : most }
      let reach = max(1, min(max(abs(now) / 3, 3), (most - least) / 4))
      return max(least, min(most, now + Int64.random(in: -reach...reach, using: &chance)))
    }
    switch row.kind {
    case .text:
      guard row.text != nil else { return nil }
      return "\(row.path)=\(one(of: ["Another", "It's # \"so\" \\ there", "'Ünïcode'", "[\"a\"]"]))"
    case .flag: return "\(row.path)=\(maybe())"
    case .choice(let names): return names.isEmpty ? nil : "\(row.path)=\(one(of: names))"
    case .name(_, let names):
      guard !names.isEmpty else { return nil }
      if row.text != nil, maybe() { return "\(row.path)=[\"\(one(of: names))\"]" }
      return "\(row.path)=\(one(of: names))"
    default: break
    }
    func written(_ chance: inout Chance) -> String { row.kind.write(value(&chance)) }
    func year(_ chance: inout Chance) -> Year { firstYear + chance.whole(0...Int(years - 1)) }
    guard row.isByYear else {
      if row.kind.isNumber, maybe(25) { return "\(row.path)+=\(row.kind.write(1))" }
      return "\(row.path)=\(written(&self))"
    }
    switch whole(1...6) {
    case 1: return "\(row.path)=\(written(&self))"
    case 2: return "\(row.path)+=\(row.kind.write(1))"
    case 3: return "\(row.path)=[\"\(written(&self))\"]"
    case 4: return "\(row.path)={ \(firstYear) = \"\(written(&self))\", then = \"\(written(&self))\" }"
    case 5: return "\(row.path)[\(year(&self))]+=\(row.kind.write(1))"
    default: return "\(row.path)[\(year(&self))]=\(written(&self))"
    }
  }
}
