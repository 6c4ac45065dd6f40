import Finance
import ModelFile

/// A slot for a proxy of social value: empty until the council enters one with its licence, and never added to cash.
public struct SocialValue: Hashable, Sendable {
  /// What a proxy is multiplied by.
  public enum Count: String, CaseIterable, Hashable, Sendable {
    case rehoused = "households rehoused"
    /// Household-years in temporary accommodation avoided.
    case avoided = "household-years avoided"
  }
  public var name: String
  /// What the proxy measures, in the words of its publisher.
  public var measure: String
  public var count: Count
  /// Pounds for each unit counted; nothing in an empty slot.
  public var proxy: Money?
  /// On what terms the council may use the proxy.
  public var licence: String?
  /// Share of it that is due to the plan.
  public var attribution: Rate
}

extension SocialValue {
  init(_ form: inout Form) {
    name = form.name
    measure = form.text("measure", "What the proxy measures, in its publisher’s words")
    count = form.choice("counts", "What the proxy is multiplied by")
    proxy = form.optionalMoney(
      "proxy", in: .pounds(0...1_000_000),
      "Worth of one household or household-year, as its publisher puts it")
    licence = form.optionalText("licence", "On what terms the council may use the proxy, and from whom")
    attribution = form.rate(
      "attribution", in: .percent(0...100),
      or: Assumed(.whole, "all is due to the plan unless the model says so"), "Share that is due to the plan")
    if proxy != nil, licence == nil {
      form.problem(
        at: "proxy", fault: "the proxy has no licence",
        remedy: "write under what licence it may be used: licence = \"name of the licence, whose it is\"")
    }
  }
}
