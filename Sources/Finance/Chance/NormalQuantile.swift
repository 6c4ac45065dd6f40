/// The value below which a standard normal variable lies with this chance: within about 1 part in 10¹⁶ before the last roundings.
/// Minus or plus infinity at 0 and 1.
///
/// Ratios of polynomials of the seventh degree, PPND16; + − × ÷ √ and our own logarithm alone, so that every machine gives the
/// same last bit.
///
/// Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37 (3), 1988.
public func normalQuantile(_ chance: Double) -> Double {
  guard chance > 0 else { return chance == 0 ? -.infinity : .nan }
  guard chance < 1 else { return chance == 1 ? .infinity : .nan }
  let q = chance - 0.5
  if q.magnitude <= 0.425 { return q * NormalQuantile.middle(0.180625 - q * q) }
  let tail = q < 0 ? chance : 1 - chance
  let r = (-naturalLogarithm(tail)).squareRoot()
  let size = r <= 5 ? NormalQuantile.near(r - 1.6) : NormalQuantile.far(r - 5)
  return q < 0 ? -size : size
}

/// The three ratios of AS 241, for the middle, the near tail and the far tail.
private enum NormalQuantile {
  static func middle(_ r: Double) -> Double {
    let a = 2509.0809287301226727 * r + 33430.575583588128105
    let b = ((a * r + 67265.770927008700853) * r + 45921.953931549871457) * r
    let c = ((b + 13731.693765509461125) * r + 1971.5909503065514427) * r
    let top = (c + 133.14166789178437745) * r + 3.387132872796366608
    let d = 5226.495278852854561 * r + 28729.085735721942674
    let e = ((d * r + 39307.89580009271061) * r + 21213.794301586595867) * r
    let f = ((e + 5394.1960214247511077) * r + 687.1870074920579083) * r
    return top / ((f + 42.313330701600911252) * r + 1)
  }

  static func near(_ r: Double) -> Double {
    let a = 7.7454501427834140764e-4 * r + 0.0227238449892691845833
    let b = ((a * r + 0.24178072517745061177) * r + 1.27045825245236838258) * r
    let c = ((b + 3.64784832476320460504) * r + 5.7694972214606914055) * r
    let top = (c + 4.6303378461565452959) * r + 1.42343711074968357734
    let d = 1.05075007164441684324e-9 * r + 5.475938084995344946e-4
    let e = ((d * r + 0.0151986665636164571966) * r + 0.14810397642748007459) * r
    let f = ((e + 0.68976733498510000455) * r + 1.6763848301838038494) * r
    return top / ((f + 2.05319162663775882187) * r + 1)
  }

  static func far(_ r: Double) -> Double {
    let a = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5
    let b = ((a * r + 0.0012426609473880784386) * r + 0.026532189526576123093) * r
    let c = ((b + 0.29656057182850489123) * r + 1.7848265399172913358) * r
    let top = (c + 5.4637849111641143699) * r + 6.6579046435011037772
    let d = 2.04426310338993978564e-15 * r + 1.4215117583164458887e-7
    let e = ((d * r + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r
    let f = ((e + 0.0148753612908506148525) * r + 0.13692988092273580531) * r
    return top / ((f + 0.59983220655588793769) * r + 1)
  }
}
