import Analysis
import Finance

extension Movement {
  /// A value as tables write it; nothing for a year.
  public func figure(_ shown: Int64) -> Figure? {
    switch unit {
    case .pence: grain == 1 ? .pence(Money(pence: shown)) : .pounds(Money(pence: shown &* 100))
    case .homes, .households, .tests, .verdict: .count(shown)
    case .millionths: .households(millionths: shown &* grain, decimals: 1)
    case .year: nil
    }
  }

  /// What a heading adds to the label, so that the figures under it need no sign: ", £".
  public var unitWords: String { unit == .pence ? ", £" : "" }

  /// A value in words: "3,214,000", "2036-37", "never" for a plan that does not pay back.
  public func words(_ value: Int64?) -> String {
    guard let value else { return unit == .year ? "never" : "none" }
    guard let figure = figure(shown(value)) else { return Year(start: Int(value)).description }
    return Wording.written { $0.write(figure) }
  }

  /// A change, or a part of one, in shown grains: "+1,200", "−3", "2 years later", "no effect".
  public func words(change shown: Int64?) -> String {
    guard let shown else { return "no figure" }
    if shown == 0 { return "no effect" }
    if let figure = figure(shown) { return Wording.written { $0.write(figure, signed: true) } }
    let years = shown.magnitude == 1 ? "1 year" : "\(shown.magnitude) years"
    return shown < 0 ? "\(years) sooner" : "\(years) later"
  }

  /// Its label and its unit, and of a line its name: lines of two accounts may share a label.
  var title: Text {
    firstYear == nil ? Text(label + unitWords) : "\(label) \(code: name)\(unitWords)"
  }

  /// The same without marks: "Interest on loans, gf.interest.loans, £".
  public var heading: String { label + (firstYear == nil ? "" : ", \(name)") + unitWords }

  /// The change of a line, which may come to nothing over all years.
  public var lineWords: String { change == 0 ? "timing alone" : words(change: shownChange) }

  func cell(_ value: Int64?) -> Cell { .text(words(value)) }
  func cell(change: Int64?) -> Cell {
    guard let change, let figure = figure(change) else { return .text(words(change: change)) }
    return .change(figure)
  }

  /// "falls by £16.2m, from £43.7m to £27.6m", after what it is that does.
  var moves: String {
    guard let from, let to else { return "goes from \(words(self.from)) to \(words(self.to))" }
    if unit == .year { return "is \(words(to)), and was \(words(from))" }
    return "\(to > from ? "rises" : "falls") by \(size), from \(said(from)) to \(said(to))"
  }

  /// The movement as a sentence: "The effect on the council’s budgets falls by £16.2m, from £43.7m to £27.6m".
  var sentence: Text {
    let subjects: [(name: String, words: String)] = [
      (name: "budget", words: "The effect on the council’s budgets"),
      (name: "npv", words: "The net present value (NPV) to the council"),
      (name: "rehoused", words: "The number of households rehoused from TA"),
      (name: "borrowed", words: "What is borrowed"),
    ]
    let subject = subjects.first { $0.name.isSame(as: name) }?.words
    return Text((subject ?? "“\(label)”") + " " + moves)
  }

  /// A value in the words of a sentence.
  func said(_ value: Int64?) -> String {
    guard let value else { return words(nil) }
    return switch unit {
    case .pence: Wording.money(Money(pence: value))
    default: words(value)
    }
  }

  private var size: String {
    switch unit {
    case .pence: Wording.size(Money(pence: change ?? 0))
    default: Wording.grouped(Int64(clamping: (shownChange ?? 0).magnitude))
    }
  }

  /// A part of the change in the words of a sentence: "−£13.5m", "+3".
  func said(part shown: Int64) -> String {
    guard unit == .pence else { return words(change: shown) }
    return (shown > 0 ? "+" : "") + Wording.money(Money(pence: shown &* grain))
  }

  /// The change in the words of a key figure: "+£1.2m", "−12".
  var short: String {
    guard let change else { return words(to) }
    guard unit == .pence else { return words(change: shownChange) }
    return (change > 0 ? "+" : "") + Wording.money(Money(pence: change))
  }
}

extension Split.Method {
  /// The heading of its column.
  public var title: String {
    switch self {
    case .inOrder: "One at a time"
    case .shapley: "Every order"
    case .sampled: "Drawn orders"
    }
  }
}
