extension String {
  /// Whether two texts are the same bytes.
  ///
  /// `==` asks whether they are the same letters, in whatever way Unicode writes them, and takes its time over that; a name here
  /// is what its bytes are.
  @inline(never) public func isSame(as other: String) -> Bool {
    let (one, two) = (utf8Span.span, other.utf8Span.span)
    guard one.count == two.count else { return false }
    for place in one.indices where one[place] != two[place] { return false }
    return true
  }

  /// Whether a text begins with the bytes of another.
  @inline(never) public func begins(with other: String) -> Bool {
    let (one, two) = (utf8Span.span, other.utf8Span.span)
    guard one.count >= two.count else { return false }
    for place in two.indices where one[place] != two[place] { return false }
    return true
  }
}
