import Finance
import Housing

/// What is set aside for borrowing in each year after its homes are complete.
///
/// Source: Capital finance: guidance on minimum revenue provision, 5th edition, 10 April 2024: asset life method.
struct ProvisionYears {
  let life: Int64
  /// What share of the principal has been set aside by the end of each year from nought; nothing where it falls equally.
  private let shares: [Double]

  init(_ terms: Provision) {
    life = terms.life
    guard case .annuity(let rate) = terms.method, rate > .zero else {
      shares = []
      return
    }
    // whole powers, by multiplication
    var powers = [1.0]
    for _ in 0..<max(0, life) { powers.append(powers[powers.count - 1] * (1 + rate.ratio)) }
    let last = powers[powers.count - 1]
    shares = powers.map { ($0 - 1) / (last - 1) }
  }

  /// What is set aside in the `year`-th year after completion for borrowing of `principal`, so that the years sum to it.
  func charge(on principal: Money, year: Int64) -> Money {
    guard principal > .zero, year >= 1, year <= life else { return .zero }
    return Money(pence: provided(principal.pence, year) - provided(principal.pence, year - 1))
  }

  /// What the years of a whole life set aside of it together: each is what the running sum moves by, so that their sum is the
  /// last less the first.
  func overLife(on principal: Int64) -> Int64 {
    life > 0 ? provided(principal, life) - provided(principal, 0) : 0
  }

  /// What has been set aside by the end of a year.
  private func provided(_ principal: Int64, _ year: Int64) -> Int64 {
    shares.isEmpty
      ? roundedQuotient(principal * year, life)
      : Int64(wholeNearest(Double(principal) * shares[Int(year)]))
  }
}
