/// Which results the engine gives: a report says it, so that one made before a change of method is told from one whose model changed.
///
/// Raise it whenever a figure changes for a model that did not, and say which and why in `CHANGELOG.md`, "Results that change", with the
/// version. `Tests/Golden/results.txt` holds the digests of the figures that belong to it, and a test refuses others.
public enum Results {
  /// 1: the first that a report says.
  public static let version = 1
}
