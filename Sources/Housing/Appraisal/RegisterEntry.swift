import Finance
import ModelFile

/// What is known of an assumption beside its value: between what it may come out, who answers for it, when it is looked at again,
/// and how sure of it they are.
///
/// ```toml
/// [register.rate]
/// path = "loan.pwlb.rate"
/// low = "+=-1%"                # assumption: a round point either way
/// high = "+=1%"
/// owner = "Head of treasury"
/// review_by = "2026-27"
/// confidence = "medium"
/// ```
public struct RegisterEntry: Hashable, Sendable {
  public enum Confidence: String, CaseIterable, Hashable, Sendable { case high, medium, low }

  /// One end of the range, in the assumption's own unit.
  public struct End: Hashable, Sendable {
    /// What is added to every year of it; or nothing, where it is a value of its own.
    public var isShift: Bool
    public var amount: Int64
    /// As it was written, without `+=`.
    public var text: String

    /// What `--set` says for this end.
    public func change(of path: String) -> String { "\(path)\(isShift ? "+" : "")=\(text)" }
  }

  public var name: String
  /// The assumption, or several of one kind: `loan.*.rate`.
  public var path: String
  /// The assumptions that the path means, in file order.
  public var paths: [String]
  public var low, high: End?
  public var owner: String?
  public var reviewBy: ReviewDate?
  public var confidence: Confidence?
  /// Whether what the model has lies outside the range.
  public var isOutOfRange: Bool
}

extension RegisterEntry {
  /// The most entries of one model: each end of each is a forecast.
  static let most = 40

  /// - Parameter rows: every assumption of the model so far.
  init(_ form: inout Form, _ rows: [Assumption]) {
    name = form.name
    let path = form.text("path", "The assumption, such as loan.pwlb.rate; a part of it may be *")
    let (low, high) = (
      form.optionalText(
        "low", most: 40, "The least it may come to: a value, or += and a shift of all its years"),
      form.optionalText("high", most: 40, "The most it may come to, written likewise")
    )
    owner = form.optionalText("owner", most: 60, "Who answers for it")
    reviewBy = form.optionalReviewDate(
      "review_by", "When it is looked at again: a month, or by the end of a financial year")
    confidence = form.optionalChoice(
      "confidence", among: Confidence.allCases.map { $0.rawValue }, "How sure of it they are"
    ).map { Confidence.allCases[$0] }
    self.path = path
    (paths, isOutOfRange) = ([], false)
    guard !form.isBlankForm else { return }
    let found = rows.at(path)
    paths = found.map { $0.path }
    guard let row = found.first else {
      form.problem(
        at: "path", fault: "there is no assumption \"\(path)\"",
        remedy: nearest(path, among: rows.map { $0.path }).map { "did you mean \"\($0)\"?" }
          ?? "`homeward describe` lists them all")
      return
    }
    let isMixed = found.contains { $0.kind != row.kind }
    guard row.kind.isNumber, !isMixed else {
      if low != nil || high != nil {
        form.problem(
          at: "path",
          fault: isMixed
            ? "\(path) means assumptions of several kinds" : "\(path) is not a number, and has no range",
          remedy: isMixed ? "name one of them" : "take low and high out")
      }
      return
    }
    self.low = low.flatMap { Self.end($0, "low", row, &form) }
    self.high = high.flatMap { Self.end($0, "high", row, &form) }
    if let low = self.low, let high = self.high, low.isShift == high.isShift, low.amount >= high.amount {
      form.problem(
        at: "high", fault: "high \"\(high.text)\" is not above low \"\(low.text)\"",
        remedy: "write the lower as low")
    }
    isOutOfRange = found.contains { row in
      let values = row.given?.values ?? row.assumed.map { [$0.value] } ?? []
      return values.contains { value in
        self.low.map { $0.isShift ? $0.amount > 0 : value < $0.amount } ?? false
          || self.high.map { $0.isShift ? $0.amount < 0 : value > $0.amount } ?? false
      }
    }
  }

  private static func end(
    _ text: String, _ key: String, _ row: Assumption, _ form: inout Form
  ) -> End? {
    let isShift = text.begins(with: "+=")
    let said = isShift ? String(Substring(text.utf8.dropFirst(2))) : text
    if isShift, row.kind == .rate, let points = Kind.points.value(of: said) {
      return End(isShift: true, amount: points, text: said)
    }
    let widest = Int64.max / 8
    do throws(TypedFault) {
      let amount = try row.kind.value(of: said, for: key, in: isShift ? -widest...widest : row.bounds)
      return End(isShift: isShift, amount: amount, text: said)
    } catch {
      form.problem(at: key, fault: error.fault, remedy: error.remedy)
      return nil
    }
  }
}

extension Form {
  /// Every `[register.NAME]`, asked when all else was.
  mutating func registerEntries() -> [RegisterEntry] {
    let rows = asked
    let all = each("register") { form in RegisterEntry(&form, rows) }
    if all.count > RegisterEntry.most {
      problem(
        at: "register", fault: "the register has more than \(RegisterEntry.most) entries",
        remedy: "leave out those that matter least")
    }
    return all
  }
}
