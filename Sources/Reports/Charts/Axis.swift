import Finance

/// Whole numbers as a chart draws them, so that its markup shows the figures: tenths of a household, £ thousand (or
/// pounds, when all are under £100,000), hundredths of a per cent, hundredths of a ratio.
struct DrawnUnit: Hashable {
  let unit: Chart.Unit
  /// What divides a value to give the drawn number.
  let divisor: UInt64
  /// How many of the drawn number's digits stand after the point.
  let places: Int

  init(_ unit: Chart.Unit, of values: [Int64]) {
    self.unit = unit
    switch unit {
    case .households: (divisor, places) = (100_000, 1)
    case .money:
      let isSmall = values.allSatisfy { $0.magnitude < 10_000_000 }
      (divisor, places) = (isSmall ? 100 : 100_000, 0)
    case .rate: (divisor, places) = (100, 2)
    case .ratio: (divisor, places) = (10_000, 2)
    }
  }

  func draw(_ value: Int64) -> Int64 {
    let size = Int64(clamping: roundedSize(value.magnitude, divisor))
    return value < 0 ? -size : size
  }

  /// The smallest step between grid lines: households and money are not parted.
  var leastStep: Int64 { unit == .households ? 10 : 1 }

  /// A value beside its line.
  func words(_ value: Int64) -> String {
    switch unit {
    case .households: Wording.written { $0.write(value, places: 6, decimals: 0) }
    case .money: Wording.money(Money(pence: value))
    case .rate: Wording.rate(Rate(millionths: value))
    case .ratio: Wording.ratio(millionths: value)
    }
  }

  /// A grid line's label, in the unit that suits the largest: £0.5m and £1m, but £500 and £1,000.
  func tick(_ drawn: Int64, largest: Int64) -> String {
    Wording.written { output in
      switch unit {
      case .households, .ratio: output.write(trimming: drawn, places: places)
      case .rate:
        output.write(trimming: drawn, places: places)
        output.write("%")
      case .money:
        if drawn < 0 { output.writeMinus() }
        output.write("£")
        let size = Int64(clamping: drawn.magnitude)
        if divisor == 100 || drawn == 0 { return output.write(grouped: size) }
        output.write(trimming: size, places: largest >= 1_000_000 ? 6 : 3)
        output.write(largest >= 1_000_000 ? "bn" : "m")
      }
    }
  }
}

/// An axis from one grid line to another, in drawn numbers: steps of 1, 2 or 5, four to six lines.
struct Axis: Hashable {
  let unit: DrawnUnit
  let low, high, step: Int64

  init(_ unit: DrawnUnit, over drawn: [Int64], fromNil: Bool) {
    self.unit = unit
    var least = fromNil ? 0 : drawn.first ?? 0
    var most = least
    for value in drawn { (least, most) = (min(least, value), max(most, value)) }
    if least == most {
      // A level line keeps to the middle, unless it is on nil.
      if !fromNil { least = max(min(0, least), least - 2) }
      most += 3 * unit.leastStep
    }
    var step: Int64 = 1
    var factors: [Int64] = [2, 5, 10]
    var decade: Int64 = 1
    while step < unit.leastStep || Axis.lines(least, most, step) > 6 {
      step = decade * factors.removeFirst()
      if factors.isEmpty { (factors, decade) = ([2, 5, 10], step) }
    }
    (low, high) = (Axis.down(least, step), Axis.up(most, step))
    self.step = step
  }

  static func down(_ value: Int64, _ step: Int64) -> Int64 {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: step)
    return (rest < 0 ? quotient - 1 : quotient) * step
  }

  static func up(_ value: Int64, _ step: Int64) -> Int64 {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: step)
    return (rest > 0 ? quotient + 1 : quotient) * step
  }

  static func lines(_ least: Int64, _ most: Int64, _ step: Int64) -> Int64 {
    (up(most, step) - down(least, step)) / step + 1
  }

  /// The grid lines, from the top.
  var grid: [Int64] {
    var lines: [Int64] = []
    var line = high
    while line >= low {
      lines.append(line)
      line -= step
    }
    return lines
  }

  /// How wide the labels are, in characters.
  var width: Int {
    let largest = max(high.magnitude, low.magnitude)
    var most = 0
    for line in grid {
      most = max(most, unit.tick(line, largest: Int64(clamping: largest)).unicodeScalars.count)
    }
    return most
  }
}
