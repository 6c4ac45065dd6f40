import Finance

/// A table: a caption that says measure, unit, period and what a minus means, then one line a row.
///
/// The first cell of each row names it; years go down, or across five to a table (`acrossYears`).
public struct Table: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case words, figures }

    public var title: Text
    public var kind: Kind

    public init(_ title: Text, _ kind: Kind = .figures) { (self.title, self.kind) = (title, kind) }
    public static func words(_ title: Text) -> Column { Column(title, .words) }
    public static func figures(_ title: Text) -> Column { Column(title, .figures) }
  }

  public struct Row: Hashable, Sendable {
    public enum Role: Hashable, Sendable {
      case plain
      /// Adds up the rows above it to the last total.
      case subtotal
      case total
      /// Names the rows that follow: the first cell alone is shown, across the table.
      case heading
      /// Differs from what it is compared with.
      case changed
    }

    /// Where the row can be linked to, if anywhere: a line's name, an assumption's path.
    public var id: String?
    public var cells: [Cell]
    public var role: Role

    public init(_ cells: [Cell], role: Role = .plain, id: String? = nil) {
      (self.cells, self.role, self.id) = (cells, role, id)
    }
  }

  /// Unique in the report: the caption's anchor is `table-ID`.
  public var id: String
  public var caption: Text
  public var columns: [Column]
  public var rows: [Row]
  /// How many rows stand open on the screen, the rest being folded; all are printed. Nil folds nothing.
  public var open: Int?

  public init(_ id: String, _ caption: Text, columns: [Column], rows: [Row], open: Int? = nil) {
    (self.id, self.caption, self.columns, self.rows, self.open) = (id, caption, columns, rows, open)
  }

  /// Whether most of what it holds is read, not added up: a register, a list of sources.
  var isWords: Bool {
    let words = columns.dropFirst().count { $0.kind == .words }
    return 2 * words > columns.count - 1
  }
}

extension Table {
  /// The rows under each heading among them; those before the first have none. Without a heading, all rows are one group.
  var groups: [(heading: Text?, rows: ArraySlice<Row>)] {
    var groups: [(heading: Text?, rows: ArraySlice<Row>)] = []
    var (heading, start): (Text?, Int) = (nil, 0)
    for (place, row) in rows.enumerated() where row.role == .heading {
      if place > start { groups.append((heading: heading, rows: rows[start..<place])) }
      if case .text(let words)? = row.cells.first { heading = words } else { heading = nil }
      start = place + 1
    }
    if start < rows.count || groups.isEmpty { groups.append((heading: heading, rows: rows[start...])) }
    return groups
  }

  /// An account whose years go across, five to a table so that each fits A4; the first five open, the rest folded.
  /// - Parameters:
  ///   - caption: measure, unit, meaning of a minus; each table's years follow it.
  ///   - stub: the heading of the first column.
  ///   - rows: each line's name, its role and a cell a year. A row may be shorter than `years`: the rest is "none".
  public static func acrossYears(
    _ id: String, _ caption: Text, stub: Text, years: [Year], rows: [YearRow], perTable: Int = 5
  ) -> [Block] {
    guard let last = years.last, perTable > 0 else { return [] }
    var tables: [Block] = []
    var from = 0
    while from < years.count {
      let shown = from..<min(from + perTable, years.count)
      let period =
        shown.count == 1
        ? years[from].description : "\(years[from].description) to \(years[shown.upperBound - 1].description)"
      tables.append(
        .table(
          Table(
            from == 0 ? id : "\(id)-\(years[from].description)", caption + Text(", \(period)"),
            columns: [.words(stub)] + shown.map { .figures(Text(years[$0].description)) },
            rows: rows.map { row in
              Row(
                [.text(row.name)]
                  + shown.map { place in place < row.cells.count ? row.cells[place] : .nothing },
                role: row.role)
            })))
      from = shown.upperBound
    }
    guard tables.count > 1 else { return tables }
    return [
      tables[0],
      .fold("The same for \(years[perTable].description) to \(last.description)", Array(tables.dropFirst())),
    ]
  }

  /// A line of an account whose years go across.
  public struct YearRow: Hashable, Sendable {
    public var name: Text
    public var role: Row.Role
    public var cells: [Cell]

    public init(_ name: Text, _ cells: [Cell], role: Row.Role = .plain) {
      (self.name, self.cells, self.role) = (name, cells, role)
    }
  }
}
