import CashFlow
import Finance
import Housing
import ModelFile

/// A model's backcast against the tables that were read for it; nothing where none were.
/// - Throws: why they do not bear one, at the row of the quarter that lacks something.
public func backcast(
  of loaded: LoadedModel, from: Quarter? = nil, quarters: Int? = nil
) throws(ModelFileError) -> Backcast? {
  guard let published = loaded.published, let first = published.rows.first else { return nil }
  do throws(Backcast.Fault) {
    return try Backcast(loaded.model, published, from: from, quarters: quarters)
  } catch {
    var place = first.place
    let fault: String
    let remedy: String
    switch error {
    case .noStock(let quarter):
      place = published[quarter]?.place ?? place
      fault = "no stock in TA is published for \(quarter), to start from"
      remedy = "start from another quarter: \(starts(published))"
    case .noFlow(let quarter):
      place = published[quarter]?.place ?? place
      fault = "the main duties accepted and ended in \(quarter) are not both published"
      remedy = "start from \(quarter) or later, or run fewer quarters"
    case .tooFew(let wanted, let longest):
      fault =
        "the backcast needs a published stock and \(Wording.number(Int64(wanted), of: "quarter", "quarters")) after it with both flows, and the longest stretch has \(Wording.number(Int64(longest)))"
      remedy =
        longest > 0 ? "run fewer quarters, or give tables that hold more" : "give tables that hold more"
    case .nothingToCompare(let quarter):
      place = published[quarter]?.place ?? place
      fault = "no stock in TA is published after \(quarter)"
      remedy = "start from an earlier quarter, or run more"
    case .noPlaces:
      place = loaded.place(of: "ta.new_households") ?? place
      fault = "the model has no [ta.type.NAME] for households to be in"
      remedy = "write the kinds of place, or take its tables out"
    }
    throw ModelFileError(
      problems: [Problem(place: place, fault: fault, remedy: remedy)], sources: loaded.sources)
  }
}

/// The quarters with a stock, in words: "2018Q2 to 2025Q2, but for 2024Q2".
private func starts(_ published: PublishedHomelessness) -> String {
  let known = published.rows.filter { $0.stock != nil }.map { $0.quarter }
  guard let first = known.first, let last = known.last else { return "none has one" }
  let missing = (0...(last - first)).map { first + $0 }.filter { published[$0]?.stock == nil }
  let range = first == last ? "\(first)" : "\(first) to \(last)"
  if missing.isEmpty { return "\(range) have one" }
  return missing.count > 6
    ? "\(range), with gaps" : "\(range), but for \(Wording.list(missing.map { $0.description }))"
}
