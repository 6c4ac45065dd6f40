import CashFlow
import Finance
import ModelFile

extension Explanation.Amount {
  /// "£1,234.56", "12 homes", "15.94 households", exact.
  public var words: String {
    switch quantity {
    case .pence: bare
    case .homes, .homeMillionths: bare + (isOne ? " home" : " homes")
    case .households: bare + (isOne ? " household" : " households")
    case .nights: bare + (isOne ? " night" : " nights")
    }
  }

  /// As it stands in a formula, without its unit but for the £.
  public var bare: String {
    Wording.written { output in
      switch quantity {
      case .pence:
        if value < 0 { output.writeMinus() }
        output.write("£")
        output.write(value.magnitude, decimals: 2, grouped: true)
      case .homes: output.write(grouped: value)
      case .homeMillionths, .households, .nights: output.write(trimming: value, places: 6)
      }
    }
  }

  /// In decimal digits, for a machine: −1234.56 with a hyphen, and no commas.
  public var digits: String {
    Wording.written { output in
      var numeral = Numeral()
      numeral.add(value.magnitude, decimals: quantity.places, grouped: false)
      if value < 0 { numeral.add(UInt8(ascii: "-")) }
      numeral.write(to: &output)
    }
  }

  private var isOne: Bool { value == (quantity == .homes ? 1 : 1_000_000) }
}

extension Explanation.Time {
  /// "2031-32", "October 2031", or "2031-32 to 2035-36".
  public func words(_ firstYear: Year) -> String {
    switch self {
    case .years(let years): "\(firstYear + years.lowerBound) to \(firstYear + (years.upperBound - 1))"
    case .year(let year): (firstYear + year).description
    case .month(let month): Wording.month(Month(month, from: firstYear))
    }
  }

  /// As it is asked for: "2031-32", "2031-10", "2031-32..2035-36".
  public func code(_ firstYear: Year) -> String {
    switch self {
    case .years(let years):
      return "\(firstYear + years.lowerBound)..\(firstYear + (years.upperBound - 1))"
    case .year(let year): return (firstYear + year).description
    case .month(let month):
      let month = Month(month, from: firstYear)
      return "\(month.year)-\(month.number < 10 ? "0" : "")\(month.number)"
    }
  }
}

extension Working {
  /// "1.04", "52", "£123.96".
  public var bare: String {
    Wording.written { output in
      switch value {
      case .level(let level): output.write(trimming: Int64(wholeNearest(level * 1e9)), places: 9)
      case .count(let count): output.write(grouped: Int64(count))
      case .weeklyPence(let pence), .monthlyPence(let pence):
        output.write("£")
        output.write(trimming: Int64(wholeNearest(pence * 1e4)), places: 6)
      }
    }
  }

  /// What it is: "the level of the index".
  public var label: String {
    switch value {
    case .level: "what £1 of the price base has become"
    case .count: "of the calendar"
    case .monthlyPence: "rent due / opening homes, the average of the group"
    case .weeklyPence: "rent due × 12 / (homes × weeks), the average of the group"
    }
  }
}
