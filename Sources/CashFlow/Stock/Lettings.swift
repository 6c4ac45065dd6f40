/// What the homes of a council offer to households in every month, known before any household is: one array, month after
/// month, so that each group writes its homes and the months of households read theirs in passing.
struct Lettings {
  /// Where a month's offers stand.
  struct Layout {
    /// Existing homes, first lettings of the plan, its re-lettings: the first three sources of `HomeFlows`.
    static let sources = 3
    let temporaryProgrammes: Int
    private var stride: Int { (Self.sources + temporaryProgrammes) * Households.needs + Self.sources }

    /// Lettings of a source to households in temporary accommodation.
    @inline(__always) func toHouseholds(_ source: Int, need: Int, _ month: Int) -> Int {
      month * stride + source * Households.needs + need
    }

    /// Let homes of a temporary programme.
    @inline(__always) func places(_ programme: Int, need: Int, _ month: Int) -> Int {
      month * stride + (Self.sources + programme) * Households.needs + need
    }

    /// Lettings of settled homes of a source, whoever takes them.
    @inline(__always) func all(_ source: Int, _ month: Int) -> Int {
      month * stride + (Self.sources + temporaryProgrammes) * Households.needs + source
    }

    func size(months: Int) -> Int { months * stride }
  }

  let layout: Layout
  var offers: [Double]

  init(months: Int, temporaryProgrammes: Int) {
    layout = Layout(temporaryProgrammes: temporaryProgrammes)
    offers = Array(repeating: 0, count: layout.size(months: months))
  }

  /// What the homes mean for temporary accommodation in a month.
  func take(_ month: Int, _ chains: Chains, into flows: inout HomeFlows) {
    let needs = Households.needs
    let offers = offers.span
    var lettings = flows.lettings.mutableSpan
    // both have a source's needs side by side
    let first = layout.toHouseholds(0, need: 0, month)
    for i in 0..<Layout.sources * needs { lettings[i] = offers[first &+ i] }
    for need in 0..<needs { lettings[Layout.sources * needs + need] = chains.lettings(month, need: need) }
    guard layout.temporaryProgrammes > 0 else { return }
    var places = flows.places.mutableSpan
    let own = layout.places(0, need: 0, month)
    for i in 0..<layout.temporaryProgrammes * needs { places[i] = offers[own &+ i] }
  }

  /// What a source offers to households of all needs in a month.
  func toHouseholds(_ source: Int, _ month: Int) -> Double {
    (0..<Households.needs).reduce(0) { $0 + offers[layout.toHouseholds(source, need: $1, month)] }
  }
}
