import Finance

extension Output {
  /// A cell that holds a figure or a date: digits and fixed words, which need escaping in no format.
  /// Cells of words are each renderer's own, and nothing is written for them here.
  mutating func write(plain cell: Cell) {
    switch cell {
    case .figure(let figure), .same(let figure): write(figure)
    case .fails(let figure):
      write("fails ")
      write(figure)
    case .change(let figure):
      if figure.isNil { write("no effect") } else { write(figure, signed: true) }
    case .year(let year): write(year.description)
    case .month(let month): write(Wording.month(month))
    case .text, .bad: break
    }
  }
}

extension Figure {
  /// Whether it is nil as shown: a change of a tenth of a penny is no effect in whole pounds.
  var isNil: Bool {
    switch self {
    case .count(let count): count == 0
    case .households(let millionths, let decimals), .ratio(let millionths, let decimals):
      rounded(millionths, places: 6, decimals: decimals) == 0
    case .pounds(let money): rounded(money.pence, places: 2, decimals: 0) == 0
    case .pence(let money), .price(let money): money.pence == 0
    case .rate(let rate), .points(let rate): rounded(rate.millionths, places: 4, decimals: 2) == 0
    case .plainRate(let rate): rate.millionths == 0
    }
  }
}
