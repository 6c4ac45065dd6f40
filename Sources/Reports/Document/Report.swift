/// A whole report: a first page, then numbered sections in parts.
public struct Report: Hashable, Sendable {
  /// A group of sections in the contents: "First page", "Behind the figures".
  public struct Part: Hashable, Sendable {
    public var title: String
    public var sections: [Section]

    public init(_ title: String, _ sections: [Section]) { (self.title, self.sections) = (title, sections) }
  }

  /// What stands at the head and foot of every printed page.
  public struct Running: Hashable, Sendable {
    public var head: String
    public var foot: String

    public init(head: String, foot: String) { (self.head, self.foot) = (head, foot) }
  }

  /// The stem of its files' names.
  public var name: String
  /// Whose report it is: "Westhaven Borough Council".
  public var owner: String
  public var title: String
  public var subtitle: Text
  /// Labels that stand on every page that they touch: "Illustrative figures".
  public var notices: [String]
  public var running: Running
  /// What follows the title, before the first section: the answer and the key figures.
  public var opening: [Block]
  public var parts: [Part]
  /// How it was made; nothing of a report that no single model makes.
  public var marks: ReportMarks?

  public init(
    name: String, owner: String, title: String, subtitle: Text, notices: [String] = [], running: Running,
    opening: [Block], parts: [Part], marks: ReportMarks? = nil
  ) {
    (self.name, self.owner, self.title, self.subtitle) = (name, owner, title, subtitle)
    (self.notices, self.running, self.opening, self.parts) = (notices, running, opening, parts)
    self.marks = marks
  }
}
