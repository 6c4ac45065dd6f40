import CashFlow
import Finance
import Housing
import ModelFile

/// Where a figure of a line comes from: what it adds up from or how it is worked out, what that is made from, and so on down to
/// the lines of the model file and the rules.
public struct Explanation: Sendable {
  /// The line's name, the owner's in it.
  public var name: String
  public var label: String
  public var run: Forecast.Run
  public var time: Time
  public var period: Meaning.Period
  public var amount: Amount
  /// How it is worked out, in words and names.
  public var formula: String
  public var numbers: Numbers?
  /// What it adds up from, to the last penny or millionth; empty where the formula says more than + and −.
  public var parts: [Part]
  /// The lines that a formula names which is no sum.
  public var inputs: [Part]
  public var workings: [WorkedNumber]
  public var assumptions: [GivenAssumption]
  /// Names of the formula of which this model gives nothing: assumptions of another way of doing it.
  public var absent: [String]
  public var rules: [Rule]
  /// The draws that a figure of one loan comes from; they add up to it.
  public var draws: [ExplainedDraw]
  /// By month, the figures of a year that is their sum.
  public var months: [Amount]

  /// A year, a month or some years together, by their places from the first of the projection.
  public enum Time: Hashable, Sendable {
    case year(Int)
    case month(Int)
    case years(Range<Int>)

    /// The months of it.
    var months: Range<Int> {
      switch self {
      case .year(let year): 12 * year..<12 * year + 12
      case .month(let month): month..<month + 1
      case .years(let years): 12 * years.lowerBound..<12 * years.upperBound
      }
    }
  }

  /// A figure of a line, and what it counts.
  public struct Amount: Sendable {
    public var value: Int64
    public var quantity: Quantity
  }

  /// The formula with its numbers put in: those of the time itself for a sum, else of one month.
  public struct Numbers: Sendable {
    public var words: String
    public var time: Time
    /// What it then comes to.
    public var amount: Amount
    public var run: Forecast.Run
  }

  /// A line that another names.
  public struct Part: Sendable {
    /// 1 or −1 in a sum; 1 where it is no term of one.
    public var sign: Int64
    public var name: String
    public var label: String
    public var time: Time
    public var run: Forecast.Run
    /// Whether it is what the line stood at as the time opened.
    public var isOpening: Bool
    /// As the line has it, before the sign.
    public var amount: Amount
    /// What the model gives it as, for an opening at the start.
    public var assumptions: [GivenAssumption]
    /// Its own explanation, or nothing where that is too deep; never more than one.
    public var below: [Explanation]

    /// What it adds.
    public var signed: Amount { Amount(value: sign * amount.value, quantity: amount.quantity) }
  }
}

/// A number of a formula that stands in no line and no file, with what it is made from.
public struct WorkedNumber: Sendable {
  public var working: Working
  public var assumptions: [GivenAssumption]
}

/// An assumption as a formula uses it, and where it stands.
public struct GivenAssumption: Sendable {
  public enum Standing: Hashable, Sendable {
    case sourced, judged, unsourced
    /// The model does not give it: the method's own, with its source.
    case byDefault
    /// Neither the model nor the method gives it.
    case notGiven
  }
  public var path: String
  public var meaning: String
  /// In the year that is explained; empty where there is none.
  public var value: String
  /// In all years, where it differs between them.
  public var allYears: String?
  public var standing: Standing
  /// `models/x.toml:31:8`, or the override; nothing where no file gives it.
  public var place: String?
  /// What is written there.
  public var written: String
  /// The comment that says where it comes from, or the source of a default.
  public var citation: String
}

extension Explanation {
  /// What its parts come to: the figure itself, for a sum.
  public var sumOfParts: Int64 { parts.reduce(0) { $0 &+ $1.signed.value } }

  /// Whether a sum comes to its figure.
  var isSettled: Bool { parts.isEmpty || sumOfParts == amount.value }
}
