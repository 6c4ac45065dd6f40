import Finance

/// How often whole numbers came up, in buckets that are never wider than a thousandth of what they hold, and exact below 1,024;
/// with the least, the most and the sum of them exact.
///
/// Counts of one run and another add up to the counts of both, whichever comes first, so parts of a run make the same bytes as
/// the whole. A bucket stands for its middle, within 0.1% of whatever fell into it. Memory is bounded by the range of the numbers
/// (512 buckets each time they double), not by how many there are.
///
/// After the log-linear buckets of HdrHistogram (Gil Tene).
public struct Histogram: Hashable, Sendable {
  /// The largest number told apart: a million of them add up within 64 bits.
  public static let most: Int64 = 9_000_000_000_000

  public private(set) var count: Int64 = 0
  public private(set) var least: Int64 = .max, greatest: Int64 = .min
  public private(set) var sum: Int64 = 0
  /// The bucket of the first of `counts`.
  private var first = 0
  private var counts: [UInt32] = []

  public init() {}

  @inline(__always) static func bucket(of value: Int64) -> Int {
    let size = value.magnitude
    guard size >= 1_024 else { return Int(value) }
    // the highest ten bits say which bucket; those below are let go
    let shift = 54 - size.leadingZeroBitCount
    let bucket = shift << 9 + Int(size >> UInt64(shift))
    return value < 0 ? -bucket : bucket
  }

  /// The middle of a bucket.
  static func middle(of bucket: Int) -> Int64 {
    let size = bucket.magnitude
    guard size >= 1_024 else { return Int64(bucket) }
    let shift = size >> 9 - 1
    let low = Int64(size - shift << 9) << Int64(shift)
    let middle = low + (Int64(1) << Int64(shift) - 1) / 2
    return bucket < 0 ? -middle : middle
  }

  public mutating func add(_ value: Int64) {
    let value = max(-Histogram.most, min(Histogram.most, value))
    count += 1
    sum += value
    least = min(least, value)
    greatest = max(greatest, value)
    let bucket = Histogram.bucket(of: value)
    if bucket < first || bucket >= first + counts.count { reach(bucket, bucket) }
    counts[bucket - first] += 1
  }

  /// Makes room for buckets from one to another.
  private mutating func reach(_ low: Int, _ high: Int) {
    guard !counts.isEmpty else {
      first = low
      counts = Array(repeating: 0, count: high - low + 1)
      return
    }
    let more = counts.count / 4 + 4
    if low < first {
      let room = min(first - low + more, first - Histogram.bucket(of: -Histogram.most))
      counts.insert(contentsOf: repeatElement(0, count: room), at: 0)
      first -= room
    }
    let end = first + counts.count
    if high >= end {
      let room = min(high - end + 1 + more, Histogram.bucket(of: Histogram.most) + 1 - end)
      counts.append(contentsOf: repeatElement(0, count: room))
    }
  }

  public mutating func add(_ other: Histogram) {
    guard let (low, high) = other.ends else { return }
    reach(low, high)
    for bucket in low...high { counts[bucket - first] += other.counts[bucket - other.first] }
    count += other.count
    sum += other.sum
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
  }

  /// The first and the last bucket that hold anything.
  private var ends: (low: Int, high: Int)? {
    guard let low = counts.firstIndex(where: { $0 > 0 }), let high = counts.lastIndex(where: { $0 > 0 })
    else { return nil }
    return (low: first + low, high: first + high)
  }

  /// The least number that at least so many per cent of all are no greater than, within 0.1%; nothing where there are none.
  public func percentile(_ percent: Int64) -> Int64? {
    guard count > 0 else { return nil }
    let rank = max(1, (count * percent + 99) / 100)
    if rank >= count { return greatest }
    var seen: Int64 = 0
    for place in counts.indices {
      seen += Int64(counts[place])
      if seen >= rank { return max(least, min(greatest, Histogram.middle(of: first + place))) }
    }
    return greatest
  }

  /// To the nearest whole number, half to even.
  public var mean: Int64? { count > 0 ? roundedQuotient(sum, count) : nil }

  /// Two histograms are one where they hold the same, whatever room they keep.
  public static func == (a: Histogram, b: Histogram) -> Bool {
    a.count == b.count && a.sum == b.sum && a.least == b.least && a.greatest == b.greatest
      && a.filled.elementsEqual(b.filled, by: { $0.bucket == $1.bucket && $0.count == $1.count })
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(sum)
  }

  /// The buckets that hold anything, in order.
  public var filled: [(bucket: Int, count: UInt32)] {
    counts.indices.compactMap { counts[$0] > 0 ? (bucket: first + $0, count: counts[$0]) : nil }
  }
}

extension Histogram {
  /// One that was written down; nothing where it cannot have come from any numbers.
  public init?(least: Int64, greatest: Int64, sum: Int64, filled: [(bucket: Int, count: UInt32)]) {
    guard let low = filled.first?.bucket, let high = filled.last?.bucket else { return nil }
    let bounds = Histogram.bucket(of: -Histogram.most)...Histogram.bucket(of: Histogram.most)
    guard bounds.contains(low), bounds.contains(high),
      zip(filled, filled.dropFirst()).allSatisfy({ $0.bucket < $1.bucket }),
      least <= greatest, Histogram.bucket(of: max(-Histogram.most, least)) == low,
      Histogram.bucket(of: min(Histogram.most, greatest)) == high,
      filled.allSatisfy({ $0.count > 0 })
    else { return nil }
    self.init()
    reach(low, high)
    for (bucket, number) in filled {
      counts[bucket - first] = number
      count += Int64(number)
    }
    guard count <= 1_000_000 else { return nil }
    (self.least, self.greatest, self.sum) = (least, greatest, sum)
  }
}
