/// Shares in whole units: what no whole unit can say goes to those with the largest remainder, so that they add up to the total.
///
/// Each share is first cut towards nought, and ties go by name, so that the shares of the opposite are the opposite.
/// - Parameters:
///   - shares: exact, as so many parts of a unit.
///   - parts: how many parts make a unit.
///   - total: what the shares must add up to, within a unit for each.
///   - names: one for each share, all different.
/// - Returns: a whole number of units for each share.
public func apportioned(
  _ shares: [Int128], over parts: Int128, to total: Int64, names: [[UInt8]]
) -> [Int64] {
  var whole = shares.map { Int64(clamping: $0 / parts) }
  let rest = shares.map { $0 % parts }
  let left = whole.reduce(Int128(total)) { $0 - Int128($1) }
  guard left != 0, !shares.isEmpty else { return whole }
  let isMore = left > 0
  let order = shares.indices.sorted { a, b in
    if rest[a] != rest[b] { return isMore ? rest[a] > rest[b] : rest[a] < rest[b] }
    return names[a].lexicographicallyPrecedes(names[b])
  }
  // one each, but where the shares do not come near the total all that is left goes round again
  let (each, last) = left.magnitude.quotientAndRemainder(dividingBy: UInt128(shares.count))
  for (place, share) in order.enumerated() {
    let size = Int64(clamping: each) + (place < Int(last) ? 1 : 0)
    whole[share] += isMore ? size : -size
  }
  return whole
}
