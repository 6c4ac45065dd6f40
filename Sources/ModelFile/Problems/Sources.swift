import TOML

/// The texts a model was made from, first the deepest layer, last the overrides, so that a place can be shown.
public struct Sources: Sendable {
  public struct Source: Sendable {
    /// The name of a file, or for an override what was typed: `--set PATH=VALUE`.
    public var name: String
    public var text: [UInt8]
    public var isArgument: Bool

    public init(name: String, text: [UInt8], isArgument: Bool = false) {
      (self.name, self.text, self.isArgument) = (name, text, isArgument)
    }
  }

  public var all: [Source] = []

  public init() {}

  /// Where a place is: `file:line:column`, from 1, columns counted in Unicode scalars; or the override itself.
  public func show(_ place: Place) -> String {
    var counter = LineCounter()
    return counter.show(place, in: self)
  }

  /// The line and the column at which a place starts, from 1; the column counts Unicode scalars.
  public func position(of place: Place) -> (line: Int, column: Int) {
    var counter = LineCounter()
    return counter.position(of: place, in: self)
  }

  /// The bytes that a place covers.
  public func text(_ place: Place) -> [UInt8] {
    guard all.indices.contains(Int(place.source)) else { return [] }
    let text = all[Int(place.source)].text
    let start = max(0, min(Int(place.start), text.count))
    return Array(text[start..<max(start, min(Int(place.end), text.count))])
  }
}

/// Counts lines onward from the place before in the same source, so that many places in order cost one reading of each.
public struct LineCounter {
  private struct Count {
    var at = 0, line = 1, column = 1
  }
  private var counts: [Count] = []

  public init() {}

  /// The line and the column at which a place starts, from 1; the column counts Unicode scalars.
  mutating func position(of place: Place, in sources: Sources) -> (line: Int, column: Int) {
    let source = Int(place.source)
    guard sources.all.indices.contains(source) else { return (line: 1, column: 1) }
    while counts.count <= source { counts.append(Count()) }
    var count = counts[source]
    if Int(place.start) < count.at { count = Count() }
    let text = sources.all[source].text
    let end = min(Int(place.start), text.count)
    while count.at < end {
      if text[count.at] == 10 {
        (count.line, count.column) = (count.line + 1, 1)
      } else if text[count.at] & 0xC0 != 0x80 {
        count.column += 1
      }
      count.at += 1
    }
    counts[source] = count
    return (line: count.line, column: count.column)
  }

  /// Where a place is: `file:line:column`, or the override itself.
  public mutating func show(_ place: Place, in sources: Sources) -> String {
    guard sources.all.indices.contains(Int(place.source)) else { return "" }
    let source = sources.all[Int(place.source)]
    let name = shown(Array(source.name.utf8), most: 200)
    guard !source.isArgument else { return name }
    let position = position(of: place, in: sources)
    return "\(name):\(position.line):\(position.column)"
  }
}
