import TOML

extension Sources {
  /// Where each assumption stands, as it is shown, or nothing where no source gives it; each file is read once.
  public func places(of assumptions: [Assumption]) -> [String?] {
    var counter = LineCounter()
    var shown = assumptions.map { _ in String?.none }
    let given = assumptions.indices.filter { assumptions[$0].place != nil }
    func start(_ index: Int) -> Int32 { assumptions[index].place?.start ?? 0 }
    for index in given.sorted(by: { (start($0), $0) < (start($1), $1) }) {
      shown[index] = assumptions[index].place.map { counter.show($0, in: self) }
    }
    return shown
  }
}
