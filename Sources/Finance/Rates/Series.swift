/// A value by financial year. Before its first year it is the first value; after its last, the last.
public struct Series<Value: Hashable & Sendable>: Hashable, Sendable {
  public var first: Year
  public var values: [Value]

  /// - Precondition: `values` is not empty.
  public init(first: Year, values: [Value]) { (self.first, self.values) = (first, values) }

  // inlinable: a generic that another room calls is only then made for its type
  @inlinable public subscript(year: Year) -> Value {
    values[max(0, min(values.count - 1, year.start - first.start))]
  }
}
