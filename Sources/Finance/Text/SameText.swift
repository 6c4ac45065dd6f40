extension String {
  /// Whether two texts are the same bytes.
  ///
  /// `==` asks whether they are the same letters, in whatever way Unicode writes them: it brings its tables into a module, and
  /// here nothing that is compared comes from two hands.
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
