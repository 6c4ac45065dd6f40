/// The tables of a file while it is read. All keys stand in one list, and those of long tables in one index, so that
/// a table of thousands is read as fast as a thousand tables.
struct Draft {
  /// What brought a table into being, which decides what may still be added to it.
  enum Origin { case implied, header, dotted, inline }
  enum Content {
    /// Claimed, but its value could not be read.
    case unread
    case value(Node)
    case table(Int)
    /// Tables under `[[headers]]`, the first and the last.
    case tables(first: Int, last: Int)
  }
  struct Slot {
    var key: [UInt8]
    var keyPlace: Place
    var content: Content
    var comment: [UInt8] = []
    var next = -1
  }
  struct Section {
    var origin: Origin
    var place: Place
    var comment: [UInt8] = []
    var first = -1, last = -1, count = 0
    /// The table that follows under the same `[[header]]`.
    var next = -1
  }
  private struct Address: Hashable {
    var section: Int
    var key: [UInt8]

    /// By eight bytes at a time.
    func hash(into hasher: inout Hasher) {
      hasher.combine(section)
      hasher.combine(key.count)
      var word: UInt64 = 0
      for i in key.indices {
        word = word << 8 | UInt64(key[i])
        if i & 7 == 7 { hasher.combine(word) }
      }
      if key.count & 7 != 0 { hasher.combine(word) }
    }
  }

  var slots: [Slot] = []
  var sections: [Section] = []
  /// The keys of tables with more than a few; those of a few are found faster by reading them.
  private var index: [Address: Int] = [:]

  private static let shortCount = 8

  /// A table that no key leads to yet.
  mutating func open(_ origin: Origin, at place: Place) -> Int {
    sections.append(Section(origin: origin, place: place))
    return sections.count - 1
  }

  func slot(of key: [UInt8], in section: Int) -> Int? {
    if sections[section].count > Self.shortCount { return index[Address(section: section, key: key)] }
    var at = sections[section].first
    while at >= 0, slots[at].key != key { at = slots[at].next }
    return at < 0 ? nil : at
  }

  mutating func append(_ content: Content, _ part: Parser.KeyPart, in section: Int) -> Int {
    let slot = slots.count
    slots.append(Slot(key: part.key, keyPlace: part.place, content: content))
    if sections[section].first < 0 {
      sections[section].first = slot
    } else {
      slots[sections[section].last].next = slot
    }
    sections[section].last = slot
    sections[section].count += 1
    if sections[section].count > Self.shortCount { enterIndex(section, slot) }
    return slot
  }

  /// Enters a key in the index; with the first, all those before it.
  private mutating func enterIndex(_ section: Int, _ slot: Int) {
    var at = sections[section].count == Self.shortCount + 1 ? sections[section].first : slot
    while at >= 0 {
      index[Address(section: section, key: slots[at].key)] = at
      at = slots[at].next
    }
  }

  mutating func append(section: Int, after last: Int) { sections[last].next = section }

  /// The finished table, without the keys whose value could not be read.
  func table(_ section: Int) -> Table {
    var table = Table()
    table.isInline = sections[section].origin == .inline
    table.entries.reserveCapacity(sections[section].count)
    var at = sections[section].first
    while at >= 0 {
      if let node = node(of: at) {
        table.entries.append(Table.Entry(key: slots[at].key, keyPlace: slots[at].keyPlace, node: node))
      }
      at = slots[at].next
    }
    return table
  }

  private func node(of slot: Int) -> Node? {
    switch slots[slot].content {
    case .unread: return nil
    case .value(var node):
      node.comment = slots[slot].comment
      return node
    case .table(let section): return node(section: section)
    case .tables(let first, _):
      var items: [Node] = []
      var at = first
      while at >= 0 {
        items.append(node(section: at))
        at = sections[at].next
      }
      return Node(.array(items), at: sections[first].place)
    }
  }

  private func node(section: Int) -> Node {
    Node(.table(table(section)), at: sections[section].place, comment: sections[section].comment)
  }
}
