extension Block {
  /// What a block is, to tell which of one version is which of another.
  fileprivate var key: String {
    switch self {
    case .paragraph: "paragraph"
    case .answer: "answer"
    case .list: "list"
    case .table(let table): "table " + table.id
    case .chart(let chart): "chart " + chart.id
    case .section(let section): "section " + section.id
    case .note(let note): "note " + (note.id ?? "")
    case .keyFigures: "key figures"
    case .fold: "fold"
    case .facts: "facts"
    case .definitions: "definitions"
    case .signOff: "sign-off"
    }
  }

  /// What versions of one block have in common.
  fileprivate init(common versions: [Block]) {
    let first = versions.first ?? .withheld
    if versions.allSatisfy({ $0 == first }) {
      self = first
      return
    }
    switch first {
    case .paragraph: self = .paragraph(Text(common: versions.map { $0.text }))
    case .answer: self = .answer(Text(common: versions.map { $0.text }))
    case .list: self = .list(Text.list(common: versions.map { $0.items }))
    case .table:
      self = Table(common: versions.compactMap { $0.table }).map { .table($0) } ?? .withheld
    case .chart:
      let charts = versions.compactMap { $0.chart }
      self =
        Chart(common: charts).map { .chart($0) }
        ?? Table(common: charts.map { $0.table }).map { .table($0) } ?? .withheld
    case .section: self = .section(Section(common: versions.compactMap { $0.section }))
    case .note: self = .note(Note(common: versions.compactMap { $0.note }))
    case .keyFigures: self = .keyFigures(KeyFigure.list(common: versions.map { $0.figures }))
    case .fold:
      self = .fold(Text(common: versions.map { $0.text }), Block.list(common: versions.map { $0.inner }))
    case .facts: self = .facts(Fact.list(common: versions.map { $0.facts }))
    case .signOff: self = .signOff(Fact.list(common: versions.map { $0.facts }))
    case .definitions: self = .definitions(Definition.list(common: versions.map { $0.definitions }))
    }
  }

  /// Blocks that all versions have; where one has more, a word that something is withheld.
  static func list(common versions: [[Block]]) -> [Block] {
    Alignment(versions.map { $0.map { $0.key } }).pieces.map { piece in
      if case .same(let places) = piece {
        Block(common: zip(versions, places).map { $0[$1] })
      } else {
        .withheld
      }
    }
  }

  static let withheld: Block = .paragraph(.withheld)

  // MARK: Its parts

  private var text: Text {
    switch self {
    case .paragraph(let text), .answer(let text), .fold(let text, _): text
    default: ""
    }
  }
  private var items: [Text] { if case .list(let items) = self { items } else { [] } }
  private var table: Table? { if case .table(let table) = self { table } else { nil } }
  private var chart: Chart? { if case .chart(let chart) = self { chart } else { nil } }
  private var section: Section? { if case .section(let section) = self { section } else { nil } }
  private var note: Note? { if case .note(let note) = self { note } else { nil } }
  private var figures: [KeyFigure] { if case .keyFigures(let figures) = self { figures } else { [] } }
  private var inner: [Block] { if case .fold(_, let blocks) = self { blocks } else { [] } }
  private var facts: [Fact] {
    switch self {
    case .facts(let facts), .signOff(let facts): facts
    default: []
    }
  }
  private var definitions: [Definition] { if case .definitions(let all) = self { all } else { [] } }
}

extension Section {
  init(common versions: [Section]) {
    let messages = versions.map { $0.message ?? "" }
    self = versions[0]
    topic = String(common: versions.map { $0.topic })
    if versions.contains(where: { $0.message != nil }) { message = Text(common: messages) }
    blocks = Block.list(common: versions.map { $0.blocks })
  }

  /// The sections that all versions have.
  static func list(common versions: [[Section]]) -> [Section] {
    Alignment(versions.map { $0.map { $0.id } }).pieces.compactMap { piece in
      guard case .same(let places) = piece else { return nil }
      return Section(common: zip(versions, places).map { $0[$1] })
    }
  }
}

extension Note {
  init(common versions: [Note]) {
    self = versions[0]
    if versions.contains(where: { $0.kind != versions[0].kind }) { kind = .warning }
    title = Text(common: versions.map { $0.title })
    blocks = Block.list(common: versions.map { $0.blocks })
  }
}

extension KeyFigure {
  static func list(common versions: [[KeyFigure]]) -> [KeyFigure] {
    guard let first = versions.first, versions.allSatisfy({ $0.count == first.count }) else { return [] }
    return first.indices.map { place in
      let these = versions.map { $0[place] }
      return KeyFigure(
        Text(common: these.map { $0.label }), String(common: these.map { $0.value }),
        Text(common: these.map { $0.meaning }))
    }
  }
}

extension Fact {
  static func list(common versions: [[Fact]]) -> [Fact] {
    Alignment(versions.map { $0.map { $0.name } }).pieces.map { piece in
      guard case .same(let places) = piece else { return Fact(.withheld, .withheld) }
      let these = zip(versions, places).map { $0[$1] }
      return Fact(these[0].name, Text(common: these.map { $0.value }))
    }
  }
}

extension Definition {
  static func list(common versions: [[Definition]]) -> [Definition] {
    Alignment(versions.map { $0.map { $0.id } }).pieces.compactMap { piece in
      guard case .same(let places) = piece else { return nil }
      let these = zip(versions, places).map { $0[$1] }
      return Definition(
        these[0].id, Text(common: these.map { $0.title }), meaning: Text(common: these.map { $0.meaning }),
        facts: Fact.list(common: these.map { $0.facts }))
    }
  }
}

extension Report {
  /// What all versions of a report say alike, and "withheld" wherever they part.
  init(common versions: [Report]) {
    self = versions[0]
    // digests of the inputs, against which a guess could be checked
    marks = nil
    title = String(common: versions.map { $0.title })
    subtitle = Text(common: versions.map { $0.subtitle })
    opening = Block.list(common: versions.map { $0.opening })
    running = Running(
      head: String(common: versions.map { $0.running.head }),
      foot: String(common: versions.map { $0.running.foot }))
    parts = Alignment(versions.map { $0.parts.map { $0.title } }).pieces.compactMap { piece in
      guard case .same(let places) = piece else { return nil }
      let these = zip(versions, places).map { $0.parts[$1] }
      return Part(these[0].title, Section.list(common: these.map { $0.sections }))
    }
  }
}
