/// A stretch of a source: which one, and from which byte to which. Lines and columns are counted when someone asks.
public struct Place: Hashable, Sendable {
  public var source: Int32, start: Int32, end: Int32

  public init(source: Int32, start: Int32, end: Int32) {
    (self.source, self.start, self.end) = (source, start, end)
  }
}

/// A value of a file, with where it stands and the comment that goes with it.
public struct Node: Sendable {
  public enum Value: Sendable {
    case text([UInt8])
    case integer(Int64)
    case float(Double)
    case boolean(Bool)
    /// An offset date-time, local date-time, local date or local time, as its bytes stand in the file.
    case moment(Moment, [UInt8])
    case array([Node])
    case table(Table)
  }
  public enum Moment: Sendable { case offsetDateTime, localDateTime, localDate, localTime }

  public var value: Value
  public var place: Place
  /// The comment at the end of the line, or else the comment lines right above, without `#` and outer space.
  public var comment: [UInt8]

  public init(_ value: Value, at place: Place, comment: [UInt8] = []) {
    (self.value, self.place, self.comment) = (value, place, comment)
  }
}

/// Keys and values in the order written.
public struct Table: Sendable {
  public struct Entry: Sendable {
    public var key: [UInt8]
    public var keyPlace: Place
    public var node: Node

    public init(key: [UInt8], keyPlace: Place, node: Node) {
      (self.key, self.keyPlace, self.node) = (key, keyPlace, node)
    }
  }
  public var entries: [Entry] = []
  /// An inline table is one value: a layer replaces it whole.
  public var isInline = false

  public init() {}

  public func index(of key: [UInt8]) -> Int? { entries.firstIndex { $0.key == key } }
  public func index(of key: String) -> Int? { entries.firstIndex { key.hasBytes($0.key) } }
}

/// What is wrong with a text that is not TOML, and what would be right.
public struct SyntaxProblem: Error, Sendable {
  public var place: Place
  public var fault: String, remedy: String

  public init(place: Place, fault: String, remedy: String) {
    (self.place, self.fault, self.remedy) = (place, fault, remedy)
  }
}

extension String {
  /// Whether the text is exactly these bytes.
  public func hasBytes(_ bytes: [UInt8]) -> Bool { utf8.elementsEqual(bytes) }
}
