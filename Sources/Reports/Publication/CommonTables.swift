extension Cell {
  static let withheld: Cell = .text(Text.withheld)

  init(common versions: [Cell]) {
    let first = versions.first ?? .withheld
    self = versions.allSatisfy { $0 == first } ? first : .text(Text(common: versions.map { $0.words }))
  }

  /// The words of a cell of words; one of a figure has none in common with another.
  private var words: Text {
    if case .text(let text) = self { return text }
    return .withheld
  }
}

extension Table {
  private struct RowName: Equatable {
    var id: String?
    var role: Row.Role
    var name: Cell?
    var width: Int

    init(_ row: Row) { (id, role, name, width) = (row.id, row.role, row.cells.first, row.cells.count) }
  }

  /// The rows that all versions have, with the cells in which they agree; nil where their columns differ.
  init?(common versions: [Table]) {
    guard let first = versions.first else { return nil }
    if versions.allSatisfy({ $0 == first }) {
      self = first
      return
    }
    guard versions.allSatisfy({ $0.columns == first.columns }) else { return nil }
    self = first
    caption = Text(common: versions.map { $0.caption })
    rows = []
    var parted: Set<Int> = []
    for piece in Alignment(versions.map { $0.rows.map { RowName($0) } }).pieces {
      switch piece {
      case .same(let places):
        let these = zip(versions, places).map { $0.rows[$1] }
        var row = these[0]
        for cell in row.cells.indices { row.cells[cell] = Cell(common: these.map { $0.cells[cell] }) }
        // a line by year is withheld in all its years: where it stays the same, that would say something of it
        let parts = row.cells.indices.filter { row.cells[$0] != these[0].cells[$0] }
        if isAcrossYears, !parts.isEmpty {
          for cell in row.cells.indices.dropFirst() { row.cells[cell] = .withheld }
        } else if case .year? = row.cells.first {
          parted.formUnion(parts)
        }
        rows.append(row)
      case .more: rows.append(Row(columns.map { _ in .withheld }))
      }
    }
    for row in rows.indices where rows[row].role != .heading {
      for cell in rows[row].cells.indices where cell > 0 && parted.contains(cell) {
        rows[row].cells[cell] = .withheld
      }
    }
  }

  /// Whether its columns are years.
  private var isAcrossYears: Bool {
    guard columns.count > 1, case .plain(let title)? = columns[1].title.spans.first else { return false }
    let bytes = Array(title.utf8)
    return bytes.count == 7 && bytes[4] == UInt8(ascii: "-") && (0x30...0x39).contains(bytes[0])
  }
}

extension Chart {
  /// The series in which all versions agree, over what they agree in of the table; nil where that leaves no picture.
  init?(common versions: [Chart]) {
    guard let first = versions.first, let table = Table(common: versions.map { $0.table }) else { return nil }
    self = first
    guard versions.contains(where: { $0 != first }) else { return }
    guard let plot = Plot(common: versions.map { $0.plot }) else { return nil }
    self.table = table
    self.plot = plot
    measure = Text(common: versions.map { $0.measure })
    sentences = Text.list(common: versions.map { $0.sentences })
  }
}

extension Chart.Plot {
  init?(common versions: [Chart.Plot]) {
    guard let first = versions.first else { return nil }
    self = first
    if versions.allSatisfy({ $0 == first }) { return }
    guard case .lines(var lines) = first else { return nil }
    for version in versions {
      guard case .lines(let other) = version, other.places == lines.places, other.unit == lines.unit else {
        return nil
      }
      lines.series = lines.series.filter { other.series.contains($0) }
      if other.limit != lines.limit { lines.limit = nil }
    }
    lines.gap = nil
    guard !lines.series.isEmpty else { return nil }
    self = .lines(lines)
  }
}

extension Text {
  /// The texts of lists: one by one where there are as many in each, else those that all have.
  static func list(common versions: [[Text]]) -> [Text] {
    guard let first = versions.first else { return [] }
    if versions.allSatisfy({ $0.count == first.count }) {
      return first.indices.map { place in Text(common: versions.map { $0[place] }) }
    }
    return Alignment(versions).pieces.map { piece in
      if case .same(let places) = piece { first[places[0]] } else { .withheld }
    }
  }
}
