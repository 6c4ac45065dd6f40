import Testing

/// What a model withholds from the public: each mistake at its spot.
@Suite struct PublicationTests {
  private func small(_ publication: String) -> Small {
    var small = Small()
    small.rest += "[publication]\n" + publication
    return small
  }

  @Test func measuredAssumptionsThatAreGivenMayBeWithheld() {
    expect(
      small(
        "withhold = [\"ta.type.nightly.nightly_cost\", \"index.costs.growth\"]\nreason = \"Being agreed\"\n"))
    expect(small("withhold = \"hra.balance\"\nreason = \"Being agreed\"\n"))
    expect(small(""))
  }

  @Test func whatCannotBeWithheldIsToldWhereItStands() {
    expect(
      small(
        """
        withhold = [
          ▸"ta.type.nightly.nightly_cots",
          ▸"entirely.different",
          ▸"council",
          "hra.balance", ▸"hra.balance",
          ▸"slippage",
          ▸5,
        ]
        reason = "Being agreed"

        """),
      "there is no assumption \"ta.type.nightly.nightly_cots\"; did you mean \"ta.type.nightly.nightly_cost\"?",
      "there is no assumption \"entirely.different\"; `homeward describe` lists them all",
      "\"council\" is text, and no figure turns on it; take it out of the model itself",
      "withhold names \"hra.balance\" twice; name it once",
      "\"slippage\" is not given here, and its default is known to all; take it out of withhold",
      "withhold 5 is not a path; write \"loan.pwlb.rate\", in quotes")
    expect(
      small("withhold = ▸[\"hra.balance\"]\n"),
      "figures are withheld, and there is no reason; write reason = \"…\", as the public is to read it")
  }
}
