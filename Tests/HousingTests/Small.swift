import Housing
import ModelFile
import Testing

/// A small model that is right, in parts that tests leave out or say otherwise.
struct Small {
  var head = """
    council = "A council"
    title = "A plan"
    first_year = "2026-27"
    years = 4

    """
  var prices = """
    [index.costs]
    growth = "2%"
    [rent_policy]
    september_cpi = "2%"
    above_cpi = "1 point"
    [treasury]
    rate = "3%"

    """
  var hra = "[hra]\nbalance = \"£1,000,000\"\n"
  var temporaryAccommodation = """
    [ta]
    new_households = 12
    [ta.need]
    two_bedrooms = "100%"
    [ta.type.nightly]
    nightly_cost = "£60 per night"
    placement_share = "100%"

    """
  var rest = "[appraisal]\nnominal_rate = \"4%\"\n"

  var text: String { head + prices + hra + temporaryAccommodation + rest }
}

/// Expects that a model is refused at the spots marked with ▸ in it, each with the message of its turn; or, without any, that
/// it is right.
func expect(
  _ small: Small, _ messages: String..., overrides: [String] = [],
  at location: SourceLocation = #_sourceLocation
) {
  var text = ""
  var spots: [String] = []
  for scalar in small.text.unicodeScalars {
    guard scalar == "▸" else {
      text.unicodeScalars.append(scalar)
      continue
    }
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    spots.append("x.toml:\(lines.count):\((lines.last?.count ?? 0) + 1)")
  }
  #expect(spots.count == messages.count, sourceLocation: location)
  #expect(refusal(text, overrides) == zip(spots, messages).map { "\($0): \($1)" }, sourceLocation: location)
}

func refusal(_ text: String, _ overrides: [String] = []) -> [String] {
  do throws(ModelFileError) {
    _ = try LoadedModel([("x.toml", Array(text.utf8))], overrides: overrides)
    return []
  } catch {
    return error.lines
  }
}
