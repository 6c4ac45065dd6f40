extension Array {
  /// The elements from the least to the greatest number of each; of equals, the first stands first.
  public func inOrder(of number: (Element) -> Int64) -> [Element] {
    places(inOrderOf: map(number)).map { self[$0] }
  }
}

/// Where numbers stand, the least first; of equals, the first. One sort for all that is put in order, whatever it is.
@inline(never) public func places(inOrderOf numbers: [Int64]) -> [Int] {
  numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
}
