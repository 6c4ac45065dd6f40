/// What each line stood at before the first month: nothing of a line that is no stock.
public struct Openings: Hashable, Sendable {
  private let months: Int
  /// By the place of the line.
  private var levels: [Int64]

  init(_ lines: Lines) { (months, levels) = (lines.months, Array(repeating: 0, count: lines.meanings.count)) }

  public internal(set) subscript(line: Line) -> Int64 {
    get { levels[line.start / months] }
    set { levels[line.start / months] = newValue }
  }
}
