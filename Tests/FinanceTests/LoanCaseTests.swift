import Finance
import TestSupport
import Testing

/// Every published figure about loans that follows from its inputs.
@Suite(.enabled(if: sharedFolder != nil, "there is no shared folder")) struct LoanCaseTests {
  @Test func everyReproducibleFigure() throws {
    var (agreed, of, skipped) = (0, 0, [String]())
    for published in try Case.all(in: "loans") {
      let ours = try Self.figures(of: published)
      for figure in published.figures {
        let name = "\(published.id): \(figure.name)"
        guard figure.isReproducible else {
          skipped.append("\(name) (does not follow from its inputs)")
          continue
        }
        of += 1
        let value = try #require(ours[figure.name], "\(name) is not reckoned")
        let expected = try #require(figure.value.number)
        let agrees = abs(value - expected) <= figure.tolerance
        agreed += agrees ? 1 : 0
        #expect(agrees, "\(name): \(value), not \(expected)")
      }
    }
    print("\(agreed) of \(of) reproducible rows of loans.json")
    for name in skipped { print("  skipped: \(name)") }
    #expect(of == 38)
  }

  static func figures(of published: Case) throws -> [String: Double] {
    func number(_ name: String) throws -> Double { try #require(published.input(name).number, "\(name)") }
    func rate(_ name: String) throws -> Rate { try percent(number(name)) }
    switch published.id {
    case "loan-hansard-1957-03":
      var ours: [String: Double] = [:]
      for years in published.input("terms").list.compactMap({ $0.number }) {
        let charge = try charge(number("principal"), rate("rate"), years: years)
        ours["annual charge, \(Int(years)) years"] = charge
        ours["total interest, \(Int(years)) years"] = try charge * years - number("principal")
      }
      return ours
    case "loan-hansard-1957-10":
      let (principal, years) = try (number("principal"), number("term"))
      let before = try charge(principal, rate("rate_before"), years: years)
      return try [
        "annual charge at 7%": charge(principal, rate("rate"), years: years),
        "extra a year, 5.75% to 6.75%": charge(principal, rate("rate_after"), years: years) - before,
      ]
    case "loan-hansard-1955":
      // In old pence, 240 to the pound, since that is what was rounded up to.
      let loan = try Loan(
        principal: Money(pence: Int64(number("principal")) * 240), annualRate: rate("rate"),
        paymentsPerYear: 2,
        payments: Int64(number("term")) * 2, repayment: .annuity, roundsUp: true)
      let instalment = Double(loan.levelPayment.pence) / 240
      return ["half-yearly instalment": instalment, "total repaid": instalment * Double(loan.payments)]
    case "loan-hansard-1956":
      let principals = published.input("principals").list.compactMap { $0.number }
      let rates = published.input("rates").list.compactMap { $0.number }.map { percent($0) }
      try #require(principals.count == 2 && rates.count == 2)
      let tabled = (charge(100, rates[0], years: 60) * 240).rounded() / 240
      return [
        "1,295 pounds at 3%": principals[0] / 100 * tabled,
        "1,442 pounds at 5%": charge(principals[1], rates[1], years: 60),
      ]
    case "loan-hansard-1969":
      let (principal, years) = try (number("principal"), number("term"))
      var ours: [String: Double] = [:]
      for year in [1960, 1964, 1966, 1969] {
        let interest = try #require(published.input("average_annual_interest")["\(year)"].number)
        let payment = (interest * years + principal) / (years * 2)
        ours["implied rate \(year)"] = try impliedRate(payment, principal, payments: Int64(years * 2))
      }
      return ours
    case "loan-pwlb-premature-1": return try prematureRepayment(published)
    case "loan-pwlb-premature-2":
      let factor = try AnnuityFactor(
        rate: number("discount_rate") / 200, periods: Int64(number("unexpired_half_years")))
      return ["v^N": factor.single]
    case "loan-mortgage-25y": return try mortgage(published)
    case "loan-kings-somborne":
      let principal = try number("principal")
      let repaid = try #require(published.figures.first { $0.name == "total repaid" }?.value.number)
      return [
        "total repaid, if the rate were higher: implied annuity rate":
          try impliedRate(repaid / 3, principal, payments: 3)
      ]
    case "loan-lancashire-fire": return try lancashire(published)
    case "loan-self-financing-east-devon":
      let debt = try Money.pounds(Int64((number("debt") * 1_000_000).rounded()))
      let interest = try Loan.interest(on: debt, at: rate("average_rate"), paymentsPerYear: 1)
      return ["annual interest": Double(interest.pence) / 100]
    case "loan-portfolio-devon":
      let (debt, interest) = try (number("pwlb_debt"), number("pwlb_interest"))
      let (all, allInterest) = try (number("all_debt"), number("all_interest"))
      let loans = published.inputs["loans_of_1999"]
      let (taken, term) = try (#require(loans["taken"].number), #require(loans["term"]["value"].number))
      return [
        "average PWLB rate": interest / debt * 100,
        "average rate of the rest": (allInterest - interest) / (all - debt) * 100,
        "years left in 2025": taken + term - 2025,
      ]
    default: return [:]
    }
  }

  static func percent(_ percent: Double) -> Rate { Rate(millionths: Int64((percent * 10_000).rounded())) }

  /// Two level payments of a half-yearly annuity, unrounded.
  static func charge(_ principal: Double, _ rate: Rate, years: Double) -> Double {
    2 * principal / AnnuityFactor(rate: rate.ratio / 2, periods: Int64(years * 2)).annuity
  }

  /// In percent a year.
  static func impliedRate(_ payment: Double, _ principal: Double, payments: Int64) throws -> Double {
    let billionths = try #require(
      annualRate(
        ofAnnuity: Money(pence: Int64((payment * 100).rounded())), principal: .pounds(Int64(principal)),
        paymentsPerYear: 2, payments: payments))
    return Double(billionths) / 1e7
  }

  static func prematureRepayment(_ published: Case) throws -> [String: Double] {
    func number(_ name: String) throws -> Double { try #require(published.input(name).number, "\(name)") }
    let early = try PrematureRepayment(
      repayment: .maturity, loanRate: percent(number("loan_rate")),
      discountRate: percent(number("discount_rate")),
      halfYearsLeft: Int64(number("unexpired_half_years")),
      daysSinceInterest: Int64(number("days_since_last_interest")))
    let factor = AnnuityFactor(rate: early.discountRate.ratio / 2, periods: early.halfYearsLeft)
    let interest = early.loanRate.ratio / 2 * factor.annuity
    let days = Double(early.daysSinceInterest) / 182.5
    let accrual = 1 + early.discountRate.ratio / 2 * days
    let premium = try #require(early.premium(on: .pounds(Int64(number("principal")))))
    return [
      "capital recovery factor": 1 / factor.annuity,
      "value of interest, il/CRF": interest,
      "v^N": factor.single,
      "sum": interest + factor.single,
      "accrual factor at discount rate": accrual,
      "present value at repayment date": accrual * (interest + factor.single),
      "principal plus accrued interest": 1 + early.loanRate.ratio / 2 * days,
      "result": try #require(early.perPound),
      "discount": Double(-premium.pence) / 100,
    ]
  }

  static func mortgage(_ published: Case) throws -> [String: Double] {
    func number(_ name: String) throws -> Double { try #require(published.input(name).number, "\(name)") }
    let price = try Money.pounds(Int64(number("price")))
    let deposit = try price.share(percent(number("deposit")))
    let loan = try Loan(
      principal: price - deposit, annualRate: percent(number("rate")), paymentsPerYear: 12,
      payments: Int64(number("term")) * 12, repayment: .annuity)
    let unrounded = Double(loan.principal.pence) / AnnuityFactor(rate: loan.periodRate, periods: 300).annuity
    let firstYear = Array(LoanSchedule(loan).prefix(12))
    let paid = firstYear.reduce(deposit) { $0 + $1.payment }
    return [
      "principal": Double(loan.principal.pence) / 100,
      "monthly payment": Double(loan.levelPayment.pence) / 100,
      "total paid": unrounded * 300 / 100,
      "total interest": (unrounded * 300 - Double(loan.principal.pence)) / 100,
      "paid in year 1 including deposit": Double(paid.pence) / 100,
      "balance after year 1": Double(try #require(firstYear.last).closingBalance.pence) / 100,
    ]
  }

  /// Interest by the month from late November 2017, when the comparison was made, to each maturity.
  static func lancashire(_ published: Case) throws -> [String: Double] {
    var (lent, left) = (0.0, 0.0)
    for loan in published.inputs["loans"].list {
      let principal = try #require(loan["principal"]["value"].number)
      let maturity = try #require(loan["maturity"].text)
      let year = try #require(Int(maturity.prefix(4)))
      let month = try #require(Int(maturity.suffix(2)))
      let months = Double((year - 2017) * 12 + month - 11)
      let interest = try Loan.interest(
        on: .pounds(Int64(principal)), at: percent(#require(loan["rate"]["value"].number)),
        paymentsPerYear: 12)
      lent += principal
      left += Double(interest.pence) / 100 * months
    }
    let penalty = try #require(published.input("penalty_for_early_repayment").number)
    // The saving is from the interest as printed, to the thousand.
    let printed = try #require(
      published.figures.first { $0.name == "interest left to maturity" }?.value.number)
    return [
      "sum of loans": lent / 1_000_000, "interest left to maturity": left,
      "gross saving by early repayment": printed - penalty,
    ]
  }
}
