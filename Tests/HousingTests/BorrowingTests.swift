import Finance
import Housing
import ModelFile
import Testing

/// What a model may not say of loans, funds, curves and margins, each message at its spot, and the rates that follow.
@Suite struct BorrowingTests {
  func small(_ rest: String) -> Small {
    var small = Small()
    small.rest += rest
    return small
  }

  static func loan(_ rest: String, account: String = "hra", repayment: String = "annuity") -> String {
    "[loan.new]\naccount = \"\(account)\"\nrepayment = \"\(repayment)\"\n" + rest
  }
  static let rate = "rate = \"5%\"\n"
  static let curve = """
    [curve.gilts.at.ten]
    term = "10 years"
    annuity = { 2026-27 = "4%", then = "3%" }
    [curve.gilts.at.thirty]
    term = "30 years"
    annuity = "5%"

    """

  @Test func termsOfThePWLB() {
    expect(small(Self.loan(Self.rate + "lender = \"pwlb\"\nterm = \"50 years\"\n")))
    expect(small(Self.loan(Self.rate + "term = \"60 years\"\n")))
    expect(
      small(Self.loan(Self.rate + "lender = \"pwlb\"\nterm = ▸\"60 years\"\n")),
      "a fixed annuity loan of the PWLB runs from 2 to 50 years (not verified); write a term within that, or take lender = \"pwlb\" out"
    )
    expect(
      small(Self.loan(Self.rate + "lender = \"pwlb\"\nterm = ▸\"12 months\"\n", repayment: "eip")),
      "a fixed eip loan of the PWLB runs from 2 to 50 years (not verified); write a term within that, or take lender = \"pwlb\" out"
    )
    expect(small(Self.loan(Self.rate + "lender = \"pwlb\"\nterm = \"12 months\"\n", repayment: "maturity")))
  }

  @Test func marginsAndCurves() {
    let rest = "term = \"20 years\"\n"
    expect(small(Self.curve + Self.loan("curve = \"gilts\"\nmargin = \"hra\"\n" + rest)))
    expect(
      small(Self.curve + Self.loan("curve = \"gilts\"\nmargin = ▸\"hra\"\n" + rest, account: "general_fund")),
      "the General Fund may not borrow at the margin hra: the HRA rate, 0.40 points from 15 June 2023, is for the Housing Revenue Account alone; write \"certainty\", or account = \"hra\""
    )
    expect(
      small(Self.curve + Self.loan("curve = ▸\"gilts\"\n" + rest, repayment: "eip")),
      "gilts gives no rate for repayment by eip; write eip = \"…%\" in [curve.gilts.at.NAME]")
    expect(
      small(Self.curve + Self.loan(Self.rate + "curve = ▸\"gilts\"\n" + rest)),
      "rate and curve must not both be given; write the rate, or where it comes from")
    expect(
      small(Self.loan(Self.rate + "margin = ▸\"standard\"\n" + rest)),
      "margin goes with a curve; write curve = \"…\", or take it out")
    expect(
      small(
        "[margin.one]\npoints = \"1 point\"\nlast_year = \"2027-28\"\nthen = ▸\"two\"\n[margin.two]\npoints = \"1 point\"\nlast_year = \"2028-29\"\nthen = ▸\"one\"\n"
      ),
      "the margins after one come round to it again; end with one that has no last year",
      "the margins after two come round to it again; end with one that has no last year")
  }

  @Test func funds() {
    func tranche(_ name: String, _ share: Int, _ rest: String = "") -> String {
      "[fund.blend.tranche.\(name)]\nshare = \"\(share)%\"\nrate = \"4%\"\nrepayment = \"maturity\"\nterm = \"9 years\"\n"
        + rest
    }
    let fund = "[fund.blend]\naccount = \"hra\"\n"
    expect(small(fund + tranche("senior", 60) + tranche("first-loss", 40, "deferrable = true\nrank = 2\n")))
    expect(
      small(fund + tranche("senior", 60).replacing("blend.", with: "blend.▸") + tranche("first-loss", 30)),
      "the shares of the tranches of blend come to 90%; make them come to 100%")
    expect(
      small("[fund.blend]\naccount = \"general_fund\"\n" + tranche("all", 100, "deferrable = ▸true\n")),
      "the General Fund keeps no balance here from which interest could be deferred; write deferrable = false, or account = \"hra\""
    )
  }

  @Test func refinancing() {
    var wrong = small(Self.loan(Self.rate + "term = \"20 years\"\n", account: "general_fund"))
    wrong.hra += "refinancing = ▸\"new\"\n"
    expect(wrong, "new is not a loan of the HRA; name one whose account is \"hra\"")
    var alone = small("")
    alone.hra += "cash_floor = ▸\"£5\"\n"
    expect(
      alone,
      "cash_floor goes with refinancing; write refinancing = \"…\", the loan that is to be drawn, or take it out"
    )
  }

  /// Half way between ten years at 4% and thirty at 5%, with 0.80 points over it; in the second year, between 3% and 5%.
  @Test func aCurveIsLinearBetweenItsTermsAndHeldBeyond() throws {
    func rates(_ term: String) throws -> [Int64] {
      let text = small(
        Self.curve + Self.loan("curve = \"gilts\"\nmargin = \"certainty\"\nterm = \"\(term)\"\n")
      ).text
      let loan = try LoadedModel([("x.toml", Array(text.utf8))]).model.loans[0]
      return [2026, 2027].map { loan.annualRate[Year(start: $0)].millionths }
    }
    #expect(try rates("20 years") == [53_000, 48_000])
    #expect(try rates("5 years") == [48_000, 38_000])
    #expect(try rates("50 years") == [58_000, 58_000])
  }

  /// Reference C6: DMO, concessionary rates, and the sources beside each step.
  @Test func publishedMargins() {
    func points(_ margin: PWLBMargin, _ year: Int) -> Int64 {
      margin.points(in: Year(start: year)).millionths / 100
    }
    #expect(
      points(.standard, 2026) == 100 && points(.certainty, 2026) == 80 && points(.infrastructure, 2026) == 60)
    // the HRA rate from 15 June 2023, to June 2025 as far as was found; then the certainty rate
    #expect(
      points(.hra, 2022) == 80 && points(.hra, 2023) == 40 && points(.hra, 2024) == 40
        && points(.hra, 2026) == 80)
    // 1.00 points more from 9 October 2019 to 26 November 2020
    #expect(
      points(.standard, 2020) == 200 && points(.certainty, 2020) == 180 && points(.certainty, 2021) == 80)
    // before there was a certainty rate there was the standard one
    #expect(points(.certainty, 2011) == 100 && points(.certainty, 2013) == 80)
  }
}
