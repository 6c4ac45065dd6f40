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
    counter.move(to: place, in: self)
    return (line: counter.line, column: counter.column)
  }

  /// The bytes that a place covers.
  public func text(_ place: Place) -> [UInt8] {
    guard all.indices.contains(Int(place.source)) else { return [] }
    let text = all[Int(place.source)].text
    let start = max(0, min(Int(place.start), text.count))
    return Array(text[start..<max(start, min(Int(place.end), text.count))])
  }
}

/// Counts lines onward from the place before, so that many places in order cost one reading of their sources.
struct LineCounter {
  private(set) var line = 1, column = 1
  private var source: Int32 = -1
  private var at = 0

  mutating func move(to place: Place, in sources: Sources) {
    if place.source != source || Int(place.start) < at {
      (source, at, line, column) = (place.source, 0, 1, 1)
    }
    guard sources.all.indices.contains(Int(source)) else { return }
    let text = sources.all[Int(source)].text
    let end = min(Int(place.start), text.count)
    while at < end {
      if text[at] == 10 { (line, column) = (line + 1, 1) } else if text[at] & 0xC0 != 0x80 { column += 1 }
      at += 1
    }
  }

  mutating func show(_ place: Place, in sources: Sources) -> String {
    guard sources.all.indices.contains(Int(place.source)) else { return "" }
    let source = sources.all[Int(place.source)]
    let name = shown(Array(source.name.utf8), most: 200)
    guard !source.isArgument else { return name }
    move(to: place, in: sources)
    return "\(name):\(line):\(column)"
  }
}
