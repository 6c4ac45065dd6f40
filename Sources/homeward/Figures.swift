import Finance
import ModelFile

extension Arguments {
  /// The value of an option as pounds, such as "£1,000,000".
  func money(_ name: String, in bounds: ClosedRange<Money>) throws(Failure) -> Money {
    try value(name) { form, key in form.money(key, in: bounds, "") }
  }

  /// The value of an option as a rate, such as "5%".
  func rate(_ name: String, in bounds: ClosedRange<Rate>) throws(Failure) -> Rate {
    try value(name) { form, key in form.rate(key, in: bounds, "") }
  }

  /// The value of an option as a number of months, written "25 years" or "18 months".
  func months(_ name: String, in bounds: ClosedRange<Int64>) throws(Failure) -> Int64 {
    try value(name) { form, key in form.months(key, in: bounds, "") }
  }

  /// The value of an option, read as a model file reads an assumption of that name.
  func value<Value>(_ name: String, _ read: (inout Form, String) -> Value) throws(Failure) -> Value {
    let text = try required(name)
    do throws(Failure) {
      return try Product.read(text, as: String(name.dropFirst(2)), read)
    } catch {
      throw command.badUse("--" + error.lines[0])
    }
  }

  func badValue(_ name: String, _ text: String, _ kind: String, _ remedy: String) -> Failure {
    command.badUse("\(name) \"\(text)\" is not \(kind); \(remedy)")
  }
}

/// Pounds with two decimals and nothing else, as tables for machines have them: "-35258.06".
func plain(_ money: Money) -> String {
  let (pounds, pence) = money.pence.magnitude.quotientAndRemainder(dividingBy: 100)
  return (money.pence < 0 ? "-" : "") + "\(pounds)." + (pence < 10 ? "0" : "") + "\(pence)"
}

/// Pounds as people read them: "−£1,234.56" with a hyphen for a minus sign.
func grouped(_ money: Money) -> String {
  let text = Array(plain(Money(pence: Int64(clamping: money.pence.magnitude))).utf8)
  let whole = text.count - 3
  var result: [UInt8] = []
  for (i, digit) in text.enumerated() {
    if i > 0, i < whole, (whole - i).isMultiple(of: 3) { result.append(UInt8(ascii: ",")) }
    result.append(digit)
  }
  return (money.pence < 0 ? "-£" : "£") + String(decoding: result, as: UTF8.self)
}

/// A number with at most so many decimals and no zeros at its end: 0.05, -0.5, 25.
///
/// One too large for so many decimals to mean anything gets fewer; from 2⁶³ it is written with an exponent.
func decimal(_ number: Double, places: Int) -> String {
  var scale: Int64 = 1
  for _ in 0..<places { scale *= 10 }
  let scaled = (number * Double(scale)).rounded(.toNearestOrEven)
  guard scaled.magnitude < (places > 0 ? 0x1p53 : 0x1p63) else {
    return places > 0 ? decimal(number, places: places - 1) : "\(number)"
  }
  let (whole, rest) = Int64(scaled).magnitude.quotientAndRemainder(dividingBy: UInt64(scale))
  var text = (scaled < 0 ? "-" : "") + "\(whole)"
  if rest > 0 {
    var digits = Array("\(UInt64(scale) + rest)".utf8.dropFirst())
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    text += "." + String(decoding: digits, as: UTF8.self)
  }
  return text
}

/// A number with exactly so many decimals, at least one.
func fixed(_ number: Double, places: Int) -> String {
  let parts = decimal(number, places: places).split(separator: ".")
  let decimals = parts.count > 1 ? String(parts[1]) : ""
  return parts[0] + "." + decimals + String(repeating: "0", count: max(0, places - decimals.count))
}

/// A text in the quotes of JSON.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// A text as a field of CSV: in quotes if it needs them.
func field(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
    return text
  }
  return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
