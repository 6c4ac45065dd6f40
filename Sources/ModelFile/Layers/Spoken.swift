import TOML

extension Layered {
  /// What a scenario of the files says, and over that `--set`: each with a source of its own, which is added to the others.
  func spoken(
    _ scenario: String?, _ overrides: [String], _ sources: inout Sources, _ problems: inout [Problem]
  ) -> [Override] {
    var spoken: [Override] = []
    if let scenario {
      for (text, node) in changes(of: scenario) {
        let source = Int32(clamping: sources.all.count)
        // what it says is shown where it stands
        sources.all.append(
          Sources.Source(name: self.sources.show(node.place), text: text, isArgument: true))
        guard var override = try? Override(text, source: source) else { continue }
        override.citation = node.comment
        spoken.append(override)
      }
    }
    for text in overrides {
      let source = Int32(clamping: sources.all.count)
      let bytes = Array(text.utf8.prefix(Form.mostBytes))
      sources.all.append(Sources.Source(name: "--set \(text)", text: bytes, isArgument: true))
      do throws(Override.Fault) {
        spoken.append(try Override(bytes, source: source))
      } catch {
        let place = Place(source: source, start: 0, end: Int32(clamping: bytes.count))
        problems.append(Problem(place: place, fault: error.fault, remedy: error.remedy))
      }
    }
    return spoken
  }
}
