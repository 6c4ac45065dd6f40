import Finance

/// How figures are said in sentences, key figures and charts. Tables have `Figure`.
public enum Wording {
  /// £1.23m, £611,000, £2,091: three figures from a million, to the thousand below it, to the pound under £10,000.
  public static func money(_ money: Money) -> String { written { $0.write(rounding: money) } }

  /// Without its sign, for a sentence that says *saves* or *costs*.
  public static func size(_ money: Money) -> String {
    money.pence < 0
      ? Wording.money(money == Money(pence: .min) ? Money(pence: .max) : -money) : Wording.money(money)
  }

  /// £121.40, or £64,000 when there are no pence: a price as the model file has it.
  public static func price(_ money: Money) -> String { written { $0.write(.price(money)) } }

  /// 4.85%.
  public static func rate(_ rate: Rate) -> String { written { $0.write(.rate(rate)) } }

  /// 12%, 1.5%: without nought at the end, as the model file has it.
  public static func plainRate(_ rate: Rate) -> String { written { $0.write(.plainRate(rate)) } }

  /// 0.45 points, without its sign, for a sentence that says *more* or *less*.
  public static func points(_ rate: Rate) -> String {
    written { $0.write(.points(rate.millionths < 0 ? Rate(millionths: 0 &- rate.millionths) : rate)) }
  }

  /// 1.22.
  public static func ratio(millionths: Int64, decimals: Int = 2) -> String {
    written { $0.write(.ratio(millionths: millionths, decimals: decimals)) }
  }

  /// How a ratio that is tested unrounded against a limit is shown: with more decimals, up to six, where rounding would
  /// show it on the other side of the limit or on it.
  public static func ratio(millionths: Int64, beside limit: Int64) -> (words: String, decimals: Int) {
    var decimals = 2
    while decimals < 6, millionths != limit,
      rounded(millionths, places: 6, decimals: decimals) == rounded(limit, places: 6, decimals: decimals)
    {
      decimals += 1
    }
    return (words: ratio(millionths: millionths, decimals: decimals), decimals: decimals)
  }

  /// 1,234.
  public static func grouped(_ number: Int64) -> String { written { $0.write(grouped: number) } }

  /// 2036: a number without commas, for a calendar year or the line of a file.
  public static func digits(_ number: Int) -> String {
    written { output in
      if number < 0 { output.writeMinus() }
      output.write(digits: UInt64(number.magnitude))
    }
  }

  /// "182 households", "one household", "no households".
  public static func households(_ count: Int64) -> String {
    things(count, one: "household", many: "households")
  }

  /// "96 homes", "one home", "no homes".
  public static func homes(_ count: Int64) -> String { things(count, one: "home", many: "homes") }

  /// "84 fewer households", "one household fewer", "12 more households", "as many households".
  public static func difference(households count: Int64) -> String {
    switch count {
    case 0: "as many households"
    case -1: "one household fewer"
    case 1: "one household more"
    default: "\(size(count)) \(count < 0 ? "fewer" : "more") households"
    }
  }

  static func things(_ count: Int64, one: String, many: String) -> String {
    switch count {
    case 0: "no \(many)"
    case 1: "one \(one)"
    default: "\(grouped(count)) \(many)"
    }
  }

  static func size(_ count: Int64) -> String { written { $0.write(groupedMagnitude: count.magnitude) } }

  /// One to ten as words; other numbers in figures. Not for households, homes, money, rates and dates.
  public static func number(_ count: Int64) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return count >= 0 && count <= 10 ? words[Int(count)] : grouped(count)
  }

  /// The same, to begin a sentence: "Three".
  public static func leadingNumber(_ count: Int64) -> String {
    let words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
    return count >= 0 && count <= 10 ? words[Int(count)] : grouped(count)
  }

  /// "three years", "one year", "12 tests".
  public static func number(_ count: Int64, of one: String, _ many: String) -> String {
    "\(number(count)) \(count == 1 ? one : many)"
  }

  /// "a", "a and b", "a, b and c".
  public static func list(_ words: [String]) -> String {
    var all = ""
    for (place, word) in words.enumerated() {
      if place > 0 { all += place == words.count - 1 ? " and " : ", " }
      all += word
    }
    return all
  }

  /// March 2036.
  public static func month(_ month: Month) -> String { "\(monthName(month.number)) \(month.year)" }

  /// 31 March 2036.
  public static func endOfMonth(_ month: Month) -> String { "\(month.days) \(Wording.month(month))" }

  /// March 2036, the month in which a financial year ends.
  public static func march(of year: Year) -> String { "March \(year.start + 1)" }

  static func monthName(_ number: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
      "December",
    ]
    return names[min(max(number, 1), 12) - 1]
  }

  static func written(_ write: (inout Output) -> Void) -> String {
    var output = Output()
    write(&output)
    return output.words
  }
}

extension Output {
  /// Money as sentences have it, its minus before the £.
  mutating func write(rounding money: Money) {
    let pence = money.pence.magnitude
    let pounds = roundedSize(pence, 100)
    if pounds > 0, money.pence < 0 { writeMinus() }
    write("£")
    if pounds < 10_000 { return write(groupedMagnitude: pounds) }
    let thousands = roundedSize(pence, 100_000)
    if thousands < 1000 {
      write(groupedMagnitude: thousands)
      return write(",000")
    }
    if write(threeFiguresOf: pence, unit: 100_000_000) { return write("m") }
    if write(threeFiguresOf: pence, unit: 100_000_000_000) { return write("bn") }
    write(groupedMagnitude: roundedSize(pence, 100_000_000_000))
    write("bn")
  }

  /// Writes `size / unit` to three figures, unless that is a thousand or more.
  private mutating func write(threeFiguresOf size: UInt64, unit: UInt64) -> Bool {
    for decimals in [2, 1, 0] {
      let figures = roundedSize(size, unit / powerOfTen(decimals))
      if figures < 1000 {
        write(figures, decimals: decimals, grouped: false)
        return true
      }
    }
    return false
  }
}
