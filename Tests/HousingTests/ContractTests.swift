import Housing
import Testing

/// What a contract and a slot of social value must not say, each message at its spot.
@Suite struct ContractTests {
  static let contract = """
    [contract.bridge]
    starts = [24]
    additional_share = "50%"
    cost = "£3,000"
    [contract.bridge.outcome.entered]
    after = "0 months"
    share = "90%"
    tariff = "£1,000"
    [contract.bridge.outcome.later]
    after = "6 months"
    share = "75%"
    tariff = "£1,000"
    [contract.bridge.investor.senior]
    share = "75%"
    coupon_rank = 1
    principal_rank = 2
    [contract.bridge.investor.first-loss]
    share = "25%"
    coupon_rank = 3
    principal_rank = 4
    residual_share = "100%"

    """

  func small(_ was: String = "", _ now: String = "", _ rest: String = "") -> Small {
    var small = Small()
    let text = Self.contract
    #expect(was.isEmpty || text.contains(was))
    small.rest += (was.isEmpty ? text : text.replacing(was, with: now)) + rest
    return small
  }

  @Test func aRightContractIsRead() { expect(small()) }

  @Test func sharesInPlace() {
    expect(
      small("share = \"90%\"", "share = ▸\"120%\""),
      "share \"120%\" is out of bounds; it must be from 0% to 100%")
    expect(
      small("\"90%\"\ntariff", "\"70%\"\ntariff").marking(
        "share = \"75%\"\ntariff", "share = ▸\"75%\"\ntariff"),
      "more are in place at 6 months than at 0: 75% and 70%; write shares of those who started: who is in place later was in place before"
    )
    expect(
      small("after = \"6 months\"", "after = ▸\"0 months\""),
      "entered and later are at the same time; write one outcome for each time, with the sum of their tariffs"
    )
  }

  @Test func tranchesThatDoNotSum() {
    expect(
      small(
        "[contract.bridge.investor.senior]\nshare = \"75%\"",
        "[contract.bridge.▸investor.senior]\nshare = \"70%\""),
      "the shares of the investors come to 95%; make them come to 100%, or part of the cost is advanced by nobody or twice"
    )
    expect(
      small("residual_share = \"100%\"\n", "residual_share = \"60%\"\n").marking(
        "[contract.bridge.investor.senior]", "[contract.bridge.▸investor.senior]"),
      "the residual shares of the investors come to 60%; make them come to 100%, so that what is left goes to somebody"
    )
  }

  @Test func whoStarts() {
    let programme = CheckTests.programme
    expect(
      small("starts = [24]\nadditional_share = \"50%\"", "counts = \"homes\"", programme))
    expect(
      small("starts = [24]\nadditional_share = \"50%\"", "counts = ▸\"home\"", programme),
      "counts \"home\" is not the NAME of a [programme.NAME]; did you mean \"homes\"?")
    expect(
      small("additional_share = \"50%\"", "counts = ▸\"homes\"", programme),
      "starts and counts must not both be given, nor both left out; write how many start in each year, or the programme whose lettings count"
    )
    expect(
      small("starts = [24]\n", "").marking("[contract.bridge]", "▸[contract.bridge]"),
      "starts and counts must not both be given, nor both left out; write how many start in each year, or the programme whose lettings count"
    )
    expect(
      small("starts = [24]\nadditional_share = ", "counts = \"homes\"\nadditional_share = ▸", programme),
      "a contract that counts lettings of a programme adds no exit from TA; take additional_share out: the homes house those households"
    )
    expect(
      small("starts = [24]\nadditional_share = \"50%\"", "starts = ▸[24]"),
      "additional_share is missing; write the share of starts that leave TA, such as \"50%\"")
    expect(
      small(
        "starts = [24]\nadditional_share = \"50%\"", "counts = ▸\"homes\"",
        programme.replacing("\"settled\"", with: "\"temporary\"")),
      "homes is temporary accommodation, and who moves into it has not left; count a programme with use = \"settled\""
    )
  }

  @Test func whoPaysTheRest() {
    expect(
      small("cost = \"£3,000\"", "cost = \"£3,000\"\ncouncil_share = ▸\"40%\""),
      "the council pays 40% and nobody the rest; name who pays it: others = \"a central fund\"")
  }

  @Test func aProxyWithoutALicence() {
    let slot = "[social_value.home]\nmeasure = \"A home\"\ncounts = \"households rehoused\"\n"
    expect(small("", "", slot))
    expect(
      small("", "", slot + "proxy = ▸\"£900\"\n"),
      "the proxy has no licence; write under what licence it may be used: licence = \"name of the licence, whose it is\""
    )
  }

  @Test func aContractThatRunsOff() {
    var small = small("starts = [24]", "starts = 20000")
    small.rest = small.rest.replacing("£1,000", with: "£50,000").replacing("£3,000", with: "£50,000")
    // £1bn of advances a year, £2bn of outcomes: large, and still read
    expect(small)
  }
}

extension Small {
  fileprivate func marking(_ was: String, _ now: String) -> Small {
    var small = self
    small.rest = small.rest.replacing(was, with: now, maxReplacements: 1)
    return small
  }
}
