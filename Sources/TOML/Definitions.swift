/// What may be defined where: nothing twice, and nothing added to what was complete.
extension Parser {
  /// The place of the dotted key just read, in `section`; nil after noting why it has none.
  mutating func claim(in section: Int) -> Int? {
    var section = section
    for i in 0..<(path.count - 1) {
      if let slot = draft.slot(of: path[i].key, in: section) {
        guard case .table(let inner) = draft.slots[slot].content, draft.sections[inner].origin == .dotted
        else {
          noteClash(i, with: slot)
          return nil
        }
        section = inner
      } else {
        let inner = draft.open(.dotted, at: path[i].place)
        _ = draft.append(.table(inner), path[i], in: section)
        section = inner
      }
    }
    guard let slot = draft.slot(of: path[path.count - 1].key, in: section) else {
      return draft.append(.unread, path[path.count - 1], in: section)
    }
    note(
      path[0].place.start, path[path.count - 1].place.end,
      "\(pathText(path.count - 1)) is already defined on line \(firstLine(of: slot))", "keep one of the two")
    return nil
  }

  /// The table of the header just read; nil after noting why it may not stand here.
  mutating func name(_ isItem: Bool, at place: Place) -> Int? {
    var section = 0
    for i in 0..<(path.count - 1) {
      guard let slot = draft.slot(of: path[i].key, in: section) else {
        let inner = draft.open(.implied, at: path[i].place)
        _ = draft.append(.table(inner), path[i], in: section)
        section = inner
        continue
      }
      switch draft.slots[slot].content {
      case .table(let inner): section = inner
      case .tables(_, let last): section = last
      case .unread, .value:
        noteClash(i, with: slot)
        return nil
      }
    }
    let last = path.count - 1
    guard let slot = draft.slot(of: path[last].key, in: section) else {
      let inner = draft.open(.header, at: place)
      _ = draft.append(isItem ? .tables(first: inner, last: inner) : .table(inner), path[last], in: section)
      return inner
    }
    switch draft.slots[slot].content {
    case .table(let inner) where !isItem && draft.sections[inner].origin == .implied:
      draft.sections[inner].origin = .header
      draft.sections[inner].place = place
      draft.slots[slot].keyPlace = path[last].place
      return inner
    case .tables(let first, let previous) where isItem:
      let inner = draft.open(.header, at: place)
      draft.append(section: inner, after: previous)
      draft.slots[slot].content = .tables(first: first, last: inner)
      return inner
    default:
      noteHeaderClash(isItem, with: slot)
      return nil
    }
  }

  /// Notes why the key cannot go through its part `i`.
  private mutating func noteClash(_ i: Int, with slot: Int) {
    let line = firstLine(of: slot)
    let fault: String
    let remedy: String
    switch draft.slots[slot].content {
    case .tables:
      fault = "\(pathText(i)) is a list of tables since line \(line)"
      remedy = "write this key under its [[header]]"
    case .table:
      fault = "\(pathText(i)) has a header of its own on line \(line)"
      remedy = "write this key under that header"
    case .value(let node):
      if case .table = node.value {
        fault = "\(pathText(i)) is an inline table, complete on line \(line)"
        remedy = "write all its keys between its braces, or give it a header in place of them"
      } else {
        fault = "\(pathText(i)) is a value on line \(line), not a table"
        remedy = "choose another name for one of the two"
      }
    case .unread:
      fault = "\(pathText(i)) is a value on line \(line), not a table"
      remedy = "choose another name for one of the two"
    }
    note(path[0].place.start, path[i].place.end, fault, remedy)
  }

  private mutating func noteHeaderClash(_ isItem: Bool, with slot: Int) {
    let last = path.count - 1
    let name = pathText(last)
    let line = firstLine(of: slot)
    let fault: String
    let remedy: String
    switch draft.slots[slot].content {
    case .table(let inner) where draft.sections[inner].origin == .dotted:
      fault = "table \(name) is already defined by a dotted key on line \(line)"
      remedy = "define it in one place"
    case .table where isItem:
      fault = "\(name) is a single table since line \(line)"
      remedy = "write a header in single brackets once, or in double brackets each time"
    case .table:
      fault = "table \(name) is already defined on line \(line)"
      remedy = "put all its keys under one header"
    case .tables:
      fault = "\(name) is a list of tables since line \(line)"
      remedy = "write its header in double brackets to add one"
    case .value, .unread:
      fault = "\(name) is already defined as a value on line \(line)"
      remedy = "keep one of the two"
    }
    note(path[0].place.start, path[last].place.end, fault, remedy)
  }

  private func pathText(_ i: Int) -> String { quoted(Int(path[0].place.start), Int(path[i].place.end)) }

  private func firstLine(of slot: Int) -> Int { line(of: Int(draft.slots[slot].keyPlace.start)) }
}
