import Finance
import Housing

/// The lettings of settled homes, whoever takes them, and what is left of them for others than households in temporary
/// accommodation.
struct LettingLines {
  /// Of existing homes, of the plan's homes for the first time, and of the plan's homes again.
  let all: [Line]
  let others: Line

  /// - Parameter settled: households that move in from temporary accommodation, by the same three.
  init(settled: [Line], _ lines: inout Lines) {
    all = [
      lines.flow(
        "lettings.existing", "Lettings of homes the council already has", .homeMillionths,
        from: "{stock.*.relet_rate} / 12 × opening {stock.*.homes.let}, less homes lost"),
      lines.flow(
        "lettings.new", "First lettings of the plan", .homeMillionths,
        from: "{stock.*.homes.completed}, {programme.*.first_let_weeks} later"),
      lines.flow(
        "lettings.relet", "Later lettings of the plan", .homeMillionths,
        from: "{programme.*.relet_rate} / 12 × opening {stock.*.homes.let}"),
    ]
    others = lines.total(
      "lettings.others", "Lettings to others than households in TA", .homeMillionths, in: all,
      out: Array(settled.prefix(3)))
  }

  func post(_ lettings: borrowing Lettings, _ month: Int, _ cells: inout MutableSpan<Int64>) {
    for source in all.indices {
      let homes = lettings.offers[lettings.layout.all(source, month)]
      if homes != 0 { cells[all[source], month] = Int64(wholeNearest(homes * 1_000_000)) }
    }
  }
}
