/// A whole number with a comma between thousands.
func groupedText(_ value: Int64) -> String {
  var bytes: [UInt8] = []
  var rest = value.magnitude
  var digits = 0
  repeat {
    if digits > 0, digits.isMultiple(of: 3) { bytes.append(UInt8(ascii: ",")) }
    bytes.append(48 + UInt8(rest % 10))
    rest /= 10
    digits += 1
  } while rest > 0
  if value < 0 { bytes.append(UInt8(ascii: "-")) }
  bytes.reverse()
  return String(decoding: bytes, as: UTF8.self)
}

/// Pence as pounds, with the pence only where there are any: "£285,000", "£104.20", "-£5".
func poundsText(_ pence: Int64) -> String {
  let pounds = groupedText(Int64(pence.magnitude / 100))
  let rest = pence.magnitude % 100
  return (pence < 0 ? "-£" : "£") + pounds + (rest == 0 ? "" : ".\(rest / 10)\(rest % 10)")
}

/// A whole number of the last of some decimal places, without the zeros at the end; 48,500 in ten-thousandths is "4.85".
func decimalText(_ value: Int64, places: Int) -> String {
  var unit: UInt64 = 1
  for _ in 0..<places { unit *= 10 }
  var text = (value < 0 ? "-" : "") + groupedText(Int64(value.magnitude / unit))
  var rest = value.magnitude % unit
  if rest > 0 { text += "." }
  while rest > 0 {
    unit /= 10
    text += "\(rest / unit)"
    rest %= unit
  }
  return text
}

/// Names in quotes, with "or" before the last; of a long list, the first.
func listed(_ names: [String]) -> String {
  var text = ""
  for (index, name) in names.prefix(12).enumerated() {
    if index > 0 { text += index == names.count - 1 ? " or " : ", " }
    text += quoted(name)
  }
  return names.count > 12 ? text + " or another \(names.count - 12)" : text
}
