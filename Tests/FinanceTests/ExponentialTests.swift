import Finance
import Foundation
import TestSupport
import Testing

/// Our own functions beside those of the platform, in units of the last place.
@Suite struct ExponentialTests {
  func distance(_ ours: Double, _ theirs: Double) -> Double {
    ours == theirs ? 0 : abs(ours - theirs) / theirs.ulp
  }

  @Test func exponential() {
    var (chance, worst) = (Chance(state: 8), 0.0)
    for _ in 0..<20_000 {
      let x = Double.random(in: -700...700, using: &chance)
      worst = max(
        worst, distance(naturalExponential(x), exp(x)), distance(naturalExponential(x / 1e3), exp(x / 1e3)))
    }
    print("exponential: at most \(worst) units in the last place")
    #expect(worst <= 2)
    #expect(naturalExponential(0) == 1)
    #expect(naturalExponential(709.79) == .infinity && naturalExponential(.infinity) == .infinity)
    #expect(naturalExponential(-746) == 0 && naturalExponential(-.infinity) == 0)
    #expect(naturalExponential(.nan).isNaN)
    for x in [709.7, -708.5, -720, -745] {
      #expect(abs(naturalExponential(x) - exp(x)) <= max(2 * exp(x).ulp, .leastNonzeroMagnitude), "\(x)")
    }
  }

  @Test func logarithm() {
    var (chance, worst) = (Chance(state: 9), 0.0)
    for _ in 0..<20_000 {
      let wide = exp(Double.random(in: -700...700, using: &chance))
      let near = 1 + Double.random(in: -0.5...1, using: &chance) * Double.random(in: 0...1, using: &chance)
      worst = max(
        worst, distance(naturalLogarithm(wide), log(wide)), distance(naturalLogarithm(near), log(near)))
    }
    print("logarithm: at most \(worst) units in the last place")
    #expect(worst <= 2)
    #expect(naturalLogarithm(1) == 0)
    #expect(naturalLogarithm(0) == -.infinity && naturalLogarithm(.infinity) == .infinity)
    #expect(naturalLogarithm(-1).isNaN && naturalLogarithm(.nan).isNaN)
    let tiny = Double.leastNonzeroMagnitude
    #expect(distance(naturalLogarithm(tiny), log(tiny)) <= 2)
  }

  @Test func powers() {
    var (chance, worst) = (Chance(state: 10), 0.0)
    for _ in 0..<20_000 {
      let base = Double.random(in: 0.5...2, using: &chance)
      let years = Double.random(in: -60...60, using: &chance)
      worst = max(worst, distance(power(base, years), pow(base, years)) / max(2, abs(years)))
    }
    print("power: at most \(worst) units in the last place a year")
    #expect(worst <= 2)
    #expect(power(1.05, 0) == 1 && power(2, 10) == 1024 && power(2, -2) == 0.25 && power(0, 0.5) == 0)
    #expect(power(-1, 0.5).isNaN && power(2, .nan).isNaN && power(2, .infinity).isNaN)
    #expect(power(2, 1e9) == .infinity && power(2, -1e9) == 0)
  }
}
