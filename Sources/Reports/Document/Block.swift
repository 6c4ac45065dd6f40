/// A piece of a report. What it means is decided here; how it looks, once for each format.
public indirect enum Block: Hashable, Sendable {
  case paragraph(Text)
  /// The answer, in one or two sentences, larger than the rest.
  case answer(Text)
  case list([Text])
  case table(Table)
  case chart(Chart)
  case section(Section)
  case note(Note)
  case keyFigures([KeyFigure])
  /// What few need: shut on the screen, open in Markdown; on paper it is printed if it was opened on the screen, and else named.
  case fold(Text, [Block])
  case facts([Fact])
  /// How lines are worked out.
  case definitions([Definition])
  /// Who asked, worked out, checked and approved; nothing recorded is said so.
  case signOff([Fact])
}

/// A heading is a small topic, the same in every report, and a message, which answers it.
public struct Section: Hashable, Sendable {
  /// Unique in the report; links and the contents go there.
  public var id: String
  public var topic: String
  public var message: Text?
  public var blocks: [Block]

  public init(_ id: String, _ topic: String, message: Text? = nil, _ blocks: [Block]) {
    (self.id, self.topic, self.message, self.blocks) = (id, topic, message, blocks)
  }
}

/// Something that must not be missed.
public struct Note: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Something is missing, fails or must not be relied on.
    case warning
    /// What kind of figures follow: "Assumed figures".
    case label
  }

  public var id: String?
  public var kind: Kind
  public var title: Text
  public var blocks: [Block]

  public init(_ kind: Kind, _ title: Text, id: String? = nil, _ blocks: [Block] = []) {
    (self.kind, self.title, self.id, self.blocks) = (kind, title, id, blocks)
  }
}

/// One of the six figures of a first page.
public struct KeyFigure: Hashable, Sendable {
  public var label: Text
  /// Short: "182", "£2.32m", "2036-37".
  public var value: String
  public var meaning: Text
  /// The `id` of where the figure is explained, if it is.
  public var why: String?

  public init(_ label: Text, _ value: String, _ meaning: Text, why: String? = nil) {
    (self.label, self.value, self.meaning, self.why) = (label, value, meaning, why)
  }
}

public struct Fact: Hashable, Sendable {
  public var name: Text
  /// Empty is shown as "not recorded".
  public var value: Text
  /// The `id` of where the value is explained, if it is.
  public var why: String?

  public init(_ name: Text, _ value: Text, why: String? = nil) {
    (self.name, self.value, self.why) = (name, value, why)
  }
}

/// How one line is worked out: its name, what it means, then formula, unit, rounding and source as facts.
public struct Definition: Hashable, Sendable {
  /// Where a link to the line goes: `hra.interest-cover`.
  public var id: String
  public var title: Text
  public var meaning: Text
  public var facts: [Fact]

  public init(_ id: String, _ title: Text, meaning: Text = "", facts: [Fact]) {
    (self.id, self.title, self.meaning, self.facts) = (id, title, meaning, facts)
  }
}
