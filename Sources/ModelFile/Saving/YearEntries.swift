import Finance
import TOML

/// The years that a series is written with, so that it is read again as it is: those that a file names already, and between
/// them or after them what else it takes.
struct YearEntries {
  struct Entry {
    /// Nothing for `then`.
    var year: Year?
    var value: Int64
    /// Its place among those that were there.
    var old: Int?

    var key: [UInt8] { Array((year.map { $0.description } ?? "then").utf8) }
  }
  private(set) var all: [Entry] = []

  /// - Parameter old: the years that are there, in order; nothing for `then`.
  init(_ series: Series<Int64>, _ after: After, old: [Year?] = []) {
    let tail = series.values[series.values.count - 1]
    let lastDifferent = series.values.lastIndex { $0 != tail }.map { series.first + $0 }
    let years = old.compactMap { $0 }
    let start = min(years.first ?? series.first, series.first)
    var end = years.last
    if let lastDifferent, end.map({ $0 < lastDifferent }) ?? true { end = lastDifferent }
    let last = end.map { series[$0] }
    let hasThen = old.contains { $0 == nil } || (after == .same ? last.map { $0 != tail } ?? true : tail != 0)
    var before: Int64? = after == .same ? nil : 0
    var year = start
    while let end, year <= end {
      let value = series[year]
      let place = old.firstIndex { $0 == year }
      if place != nil || value != before || hasThen && year == end {
        all.append(Entry(year: year, value: value, old: place))
      }
      if after == .same { before = value }
      year = year + 1
    }
    if hasThen { all.append(Entry(year: nil, value: tail, old: old.firstIndex { $0 == nil })) }
  }
}

extension Series<Int64> {
  /// Whether it is one value in every year.
  var isConstant: Bool { values.allSatisfy { $0 == values[0] } }

  /// Whether every year has the same value in both.
  func isSame(as other: Series<Int64>) -> Bool {
    let start = Swift.min(first, other.first)
    let end = Swift.max(first + values.count, other.first + other.values.count)
    var year = start
    while year <= end {
      if self[year] != other[year] { return false }
      year = year + 1
    }
    return true
  }
}
