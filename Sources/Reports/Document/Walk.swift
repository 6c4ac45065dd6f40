extension Report {
  /// Every chart, in the order in which they are numbered from 1.
  public var charts: [Chart] {
    var found: [Chart] = []
    gather(opening, into: &found)
    for part in parts { for section in part.sections { gather(section.blocks, into: &found) } }
    return found
  }

  private func gather(_ blocks: [Block], into found: inout [Chart]) {
    for block in blocks {
      switch block {
      case .chart(let chart): found.append(chart)
      case .section(let section): gather(section.blocks, into: &found)
      case .note(let note): gather(note.blocks, into: &found)
      case .fold(_, let inner): gather(inner, into: &found)
      case .paragraph, .answer, .list, .table, .keyFigures, .facts, .definitions, .signOff: break
      }
    }
  }

  /// The labels in one line: "Illustrative figures. Assumed rents".
  var notice: String {
    var all = ""
    for (place, notice) in notices.enumerated() { all += place == 0 ? notice : ". \(notice)" }
    return all
  }
}

extension Fact {
  /// What is shown: an empty value is "not recorded".
  var shown: Text { value.isEmpty ? "not recorded" : value }
}
