extension Report {
  /// Makes plain words of links to places that are not in it.
  mutating func expectPlaces() {
    // reports link to sections, notes, tables, rows and definitions
    var places: [String] = []
    gather(opening, &places)
    for part in parts {
      for section in part.sections { gather([.section(section)], &places) }
    }
    let known = Set(places)
    opening = opening.map { $0.unlinked(known) }
    for part in parts.indices {
      parts[part].sections = parts[part].sections.map { $0.unlinked(known) }
    }
  }

  private func gather(_ blocks: [Block], _ places: inout [String]) {
    for block in blocks {
      switch block {
      case .section(let section):
        places.append(section.id)
        gather(section.blocks, &places)
      case .note(let note):
        if let id = note.id { places.append(id) }
        gather(note.blocks, &places)
      case .fold(_, let inner): gather(inner, &places)
      case .table(let table): gather(table, &places)
      case .chart(let chart):
        places.append(chart.id)
        gather(chart.table, &places)
      case .definitions(let all): places += all.map { $0.id }
      case .paragraph, .answer, .list, .keyFigures, .facts, .signOff: break
      }
    }
  }

  private func gather(_ table: Table, _ places: inout [String]) {
    places.append("table-" + table.id)
    places += table.rows.compactMap { $0.id }
  }
}

extension Section {
  fileprivate func unlinked(_ known: Set<String>) -> Section {
    var section = self
    section.message = message?.unlinked(known)
    section.blocks = blocks.map { $0.unlinked(known) }
    return section
  }
}

extension Table {
  fileprivate func unlinked(_ known: Set<String>) -> Table {
    var table = self
    table.caption = caption.unlinked(known)
    for row in rows.indices {
      for cell in rows[row].cells.indices {
        if case .text(let text) = rows[row].cells[cell] {
          table.rows[row].cells[cell] = .text(text.unlinked(known))
        }
      }
    }
    return table
  }
}

extension Block {
  fileprivate func unlinked(_ known: Set<String>) -> Block {
    switch self {
    case .paragraph(let text): return .paragraph(text.unlinked(known))
    case .answer(let text): return .answer(text.unlinked(known))
    case .list(let items): return .list(items.map { $0.unlinked(known) })
    case .table(let table): return .table(table.unlinked(known))
    case .chart(var chart):
      chart.table = chart.table.unlinked(known)
      chart.sentences = chart.sentences.map { $0.unlinked(known) }
      return .chart(chart)
    case .section(let section): return .section(section.unlinked(known))
    case .note(var note):
      note.blocks = note.blocks.map { $0.unlinked(known) }
      return .note(note)
    case .fold(let title, let inner): return .fold(title, inner.map { $0.unlinked(known) })
    case .facts(let facts): return .facts(facts.map { Fact($0.name, $0.value.unlinked(known)) })
    case .signOff(let facts): return .signOff(facts.map { Fact($0.name, $0.value.unlinked(known)) })
    case .keyFigures, .definitions: return self
    }
  }
}

extension Text {
  fileprivate func unlinked(_ known: Set<String>) -> Text {
    Text(
      spans.map { span in
        if case .link(let words, .place(let place)) = span, !known.contains(place) { return .plain(words) }
        return span
      })
  }
}
