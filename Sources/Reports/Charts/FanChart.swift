extension Chart {
  /// Percentiles of many futures by year: nine in ten of them lie in the outer band, half in the inner one.
  public struct Fan: Hashable, Sendable {
    public var places: [String]
    public var unit: Unit
    /// Below each of which so many per cent of futures are.
    public var fifth: [Int64], quarter: [Int64], middle: [Int64], threeQuarters: [Int64], ninetyFifth: [Int64]
    /// Where nothing strays.
    public var base: [Int64]

    public init(
      places: [String], unit: Unit, fifth: [Int64], quarter: [Int64], middle: [Int64], threeQuarters: [Int64],
      ninetyFifth: [Int64], base: [Int64]
    ) {
      (self.places, self.unit, self.base) = (places, unit, base)
      (self.fifth, self.quarter, self.middle) = (fifth, quarter, middle)
      (self.threeQuarters, self.ninetyFifth) = (threeQuarters, ninetyFifth)
    }

    /// What is tinted between two of its lines.
    struct Band {
      var low: [Int64], high: [Int64]
      /// The class of its path.
      var mark: String
    }

    var bands: [Band] {
      [
        Band(low: fifth, high: ninetyFifth, mark: "gap"),
        Band(low: quarter, high: threeQuarters, mark: "band"),
      ]
    }

    /// The edges of the outer band, the middle and the model's own path; the inner band has its own edges.
    var lines: Lines {
      Lines(
        places: places, unit: unit,
        series: [
          Line("19 in 20 are below", .beside, ninetyFifth), Line("1 in 20 is below", .beside, fifth),
          Line("As the model has it", .base, base), Line("Middle", .with, middle),
        ])
    }
  }
}
