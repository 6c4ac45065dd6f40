/// A rule of law or policy, or a published figure, with the place where it was found.
public struct Rule: Hashable, Sendable {
  /// What the rule says, in one line.
  public let title: String
  /// Who published it, in what, by paragraph and date where known.
  public let source: String
  public let certainty: Certainty

  public init(title: String, source: String, certainty: Certainty = .read) {
    (self.title, self.source, self.certainty) = (title, source, certainty)
  }
}

/// How sure a figure is.
public enum Certainty: Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// The figure was read in the source named.
  case read
  /// It was read in a source that repeats another: the press, a landlord's page, a public program.
  case secondary
  /// It follows from other figures or from common knowledge, and no source has confirmed it.
  case unverified

  public var description: String {
    switch self {
    case .read: "read in the source"
    case .secondary: "read in a secondary source"
    case .unverified: "not verified"
    }
  }
}
