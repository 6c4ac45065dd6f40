import Finance

/// A picture of a table. Heading, sentences and table say all that it shows, so nobody needs to see it.
public struct Chart: Hashable, Sendable {
  /// Unique in the report, and the name of its file: `ID.svg`. Charts are numbered in the order of the report.
  public var id: String
  /// What is measured, unit, period, and how to read it if unusual: "Households in TA at 31 March, 2026 to 2036".
  public var measure: Text
  public var plot: Plot
  /// One to three, under the picture.
  public var sentences: [Text]
  /// The same figures, exact.
  public var table: Table

  public init(_ id: String, _ measure: Text, _ plot: Plot, sentences: [Text], table: Table) {
    (self.id, self.measure, self.plot, self.sentences, self.table) = (id, measure, plot, sentences, table)
  }

  /// The marks. Every series has a value for each place along the bottom; one that is short ends early.
  public enum Plot: Hashable, Sendable {
    /// At most four lines over years or months.
    case lines(Lines)
    /// What has built up so far, above and below nil.
    case balance(Balance)
    /// What makes up each year, at most four parts, from nil upwards.
    case columns(Columns)
    /// Which of some rates pass at each of some places, and the highest that does.
    case grid(Grid)
    /// How far apart many futures come, year by year.
    case fan(Fan)
    /// What moved a figure: each cause from where the one before it ended.
    case waterfall(Waterfall)
    /// How far each uncertain thing moves a measure from where the plan stands, the widest first.
    case tornado(Tornado)
  }

  /// What the values count, and so how they are written.
  public enum Unit: Hashable, Sendable {
    /// Millionths of a household, drawn to a tenth.
    case households
    /// Pence, drawn to £ thousand.
    case money
    /// Millionths of one, drawn to a hundredth of a per cent.
    case rate
    /// Millionths of one, drawn to a hundredth.
    case ratio
  }

  public struct Lines: Hashable, Sendable {
    /// Names along the bottom, one for each value: "2026", "2026-27".
    public var places: [String]
    public var unit: Unit
    public var series: [Line]
    /// Words for the shaded gap between the first two lines, at the place where it is widest: "115 fewer".
    public var gap: String?
    /// A limit that the lines must keep to, and its name.
    public var limit: Limit?

    public init(
      places: [String], unit: Unit, series: [Line], gap: String? = nil, limit: Limit? = nil
    ) {
      (self.places, self.unit, self.series, self.gap, self.limit) = (places, unit, series, gap, limit)
    }
  }

  public struct Line: Hashable, Sendable {
    public enum Style: Hashable, Sendable {
      /// Solid.
      case with
      /// Dashed.
      case without
      /// Dotted.
      case base
      /// Dash and dot: what a fourth line measures beside the other three.
      case beside
    }

    /// At most 26 characters.
    public var name: String
    public var style: Style
    public var values: [Int64]

    public init(_ name: String, _ style: Style, _ values: [Int64]) {
      (self.name, self.style, self.values) = (name, style, values)
    }
  }

  public struct Limit: Hashable, Sendable {
    public var name: String
    public var value: Int64

    public init(_ name: String, _ value: Int64) { (self.name, self.value) = (name, value) }
  }

  public struct Balance: Hashable, Sendable {
    public var places: [String]
    public var unit: Unit
    public var values: [Int64]
    /// Words at some of the places: "Peak £789,000".
    public var labels: [Label]

    public init(places: [String], unit: Unit = .money, values: [Int64], labels: [Label] = []) {
      (self.places, self.unit, self.values, self.labels) = (places, unit, values, labels)
    }
  }

  public struct Label: Hashable, Sendable {
    /// Which value, from 0.
    public var place: Int
    public var words: String
    /// More words, which a narrow screen leaves out: ", 2029-30".
    public var more: String

    public init(at place: Int, _ words: String, more: String = "") {
      (self.place, self.words, self.more) = (place, words, more)
    }
  }

  public struct Columns: Hashable, Sendable {
    public var places: [String]
    public var unit: Unit
    /// From nil upwards, at most four; values below nil are drawn as nil.
    public var parts: [Part]

    public init(places: [String], unit: Unit = .households, parts: [Part]) {
      (self.places, self.unit, self.parts) = (places, unit, parts)
    }
  }

  public struct Part: Hashable, Sendable {
    /// At most 26 characters.
    public var name: String
    public var values: [Int64]

    public init(_ name: String, _ values: [Int64]) { (self.name, self.values) = (name, values) }
  }

  /// Rates up, places across.
  public struct Grid: Hashable, Sendable {
    public struct Cell: Hashable, Sendable {
      /// One to three characters.
      public var words: String
      public var isMarked: Bool

      public init(words: String, isMarked: Bool) { (self.words, self.isMarked) = (words, isMarked) }
    }

    /// Where the plan itself stands.
    public struct Own: Hashable, Sendable {
      public var place: Int
      public var rate: Rate

      public init(place: Int, rate: Rate) { (self.place, self.rate) = (place, rate) }
    }

    public var places: [String]
    /// From the lowest, as far apart each from the next.
    public var rates: [Rate]
    /// By place, by rate.
    public var cells: [[Cell]]
    /// By place; nothing where no rate passes.
    public var frontier: [Rate?]
    public var own: Own

    public init(places: [String], rates: [Rate], cells: [[Cell]], frontier: [Rate?], own: Own) {
      (self.places, self.rates, self.cells, self.frontier, self.own) = (places, rates, cells, frontier, own)
    }
  }

  public struct Waterfall: Hashable, Sendable {
    public struct Step: Hashable, Sendable {
      public var name: String
      public var change: Int64

      public init(_ name: String, _ change: Int64) { (self.name, self.change) = (name, change) }
    }

    public var unit: Unit
    public var steps: [Step]
    /// What all of them together are called.
    public var whole: String

    public init(unit: Unit, steps: [Step], whole: String) {
      (self.unit, self.steps, self.whole) = (unit, steps, whole)
    }
  }

  public struct Tornado: Hashable, Sendable {
    public struct End: Hashable, Sendable {
      /// What is put in: "3.75%".
      public var words: String
      /// What comes out.
      public var value: Int64

      public init(_ words: String, _ value: Int64) { (self.words, self.value) = (words, value) }
    }

    public struct Bar: Hashable, Sendable {
      /// At most 28 characters.
      public var name: String
      public var low: End, high: End

      public init(_ name: String, low: End, high: End) {
        (self.name, self.low, self.high) = (name, low, high)
      }
    }

    public var unit: Unit
    /// Where the plan stands.
    public var base: Int64
    public var bars: [Bar]

    public init(unit: Unit, base: Int64, bars: [Bar]) {
      (self.unit, self.base, self.bars) = (unit, base, bars)
    }
  }
}
