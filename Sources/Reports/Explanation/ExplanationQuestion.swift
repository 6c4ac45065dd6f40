import Analysis
import CashFlow
import Finance
import Housing
import ModelFile

/// What is to be explained: a line or an assumption, at a time or over all years.
public struct ExplanationQuestion: Sendable {
  public enum Subject: Sendable {
    case line(Line)
    /// By its place in the register.
    case assumption(Int)
  }
  public var subject: Subject
  public var time: Explanation.Time?
}

extension Explainer {
  /// A question as it is typed: `hra.management@2031-32`, `gf.net@2031-10`, or a name alone for all years.
  /// - Throws: what is wrong with it, and what would be right.
  public func question(_ text: String) throws(QuestionFault) -> ExplanationQuestion {
    let parts = text.utf8.split(
      separator: UInt8(ascii: "@"), maxSplits: 1, omittingEmptySubsequences: false
    ).map { String(Substring($0)) }
    let subject = try subject(parts[0])
    return ExplanationQuestion(
      subject: subject, time: parts.count > 1 ? try time(parts[1], of: parts[0]) : nil)
  }

  private func subject(_ name: String) throws(QuestionFault) -> ExplanationQuestion.Subject {
    if let line = lines.line(named: name) { return .line(line) }
    if let place = names.place(of: name) { return .assumption(place) }
    if name.utf8.contains(UInt8(ascii: "*")) {
      let one = lines.meanings.first { $0.id.isSame(as: name) }
      throw QuestionFault(
        "\"\(name)\" stands for one of many",
        one.map { "write \"\($0.path)\"" } ?? "write a name for the star")
    }
    // homes of a programme are lines of stock, too
    let stem = "programme."
    if name.begins(with: stem) {
      let other = "stock." + String(Substring(name.utf8.dropFirst(stem.utf8.count)))
      if lines.line(named: other) != nil {
        throw QuestionFault("there is no line \"\(name)\"", "did you mean \"\(other)\"?")
      }
    }
    let near = ModelFile.nearest(
      name, among: lines.meanings.map { $0.path } + names.assumptions.map { $0.path })
    throw QuestionFault(
      "there is no line or assumption \"\(name)\"",
      near.map { "did you mean \"\($0)\"?" } ?? "`homeward describe --of lines` lists the lines")
  }

  /// A financial year or a month; where a text could be both, such as 2009-10, it is the year.
  private func time(_ text: String, of name: String) throws(QuestionFault) -> Explanation.Time {
    let model = loaded.model
    if let years = try years(text, of: name) { return years }
    if let start = Kind.year.value(of: text) {
      let year = Year(start: Int(start))
      guard model.firstYear <= year, year <= model.lastYear else {
        throw QuestionFault(
          "\(year) is outside the horizon", "the model runs from \(model.firstYear) to \(model.lastYear)")
      }
      return .year(year.start - model.firstYear.start)
    }
    guard let month = Month(code: text) else {
      throw QuestionFault(
        "\"\(text)\" is neither a financial year nor a month",
        "write \(name)@\(model.firstYear), or \(name)@\(model.firstYear.start)-10 for its October")
    }
    let place = (month.year - model.firstYear.start) * 12 + month.number - 4
    guard (0..<Int(model.years) * 12).contains(place) else {
      throw QuestionFault(
        "\(Wording.month(month)) is outside the horizon",
        "the model runs from April \(model.firstYear.start) to \(Wording.march(of: model.lastYear))")
    }
    return .month(place)
  }
}

extension Explainer {
  /// Some years together: 2026-27..2030-31.
  private func years(_ text: String, of name: String) throws(QuestionFault) -> Explanation.Time? {
    let bytes = Array(text.utf8)
    let dot = UInt8(ascii: ".")
    guard let place = bytes.indices.dropLast().first(where: { bytes[$0] == dot && bytes[$0 + 1] == dot })
    else { return nil }
    let ends = [bytes[..<place], bytes[(place + 2)...]].map { String(decoding: $0, as: UTF8.self) }
    var years: [Int] = []
    for end in ends {
      guard Kind.year.value(of: end) != nil, case .year(let year) = try time(end, of: name) else {
        throw QuestionFault(
          "\"\(end)\" is not a financial year", "write \(name)@\(firstYear)..\(loaded.model.lastYear)")
      }
      years.append(year)
    }
    guard years[0] <= years[1] else {
      throw QuestionFault(
        "\"\(text)\" ends before it begins", "write \(name)@\(ends[1])..\(ends[0])")
    }
    return .years(years[0]..<years[1] + 1)
  }
}

extension Month {
  /// A month written 2031-10.
  init?(code: String) {
    let bytes = Array(code.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return nil }
    var digits: [Int] = []
    for byte in bytes[..<4] + bytes[5...] {
      guard (0x30...0x39).contains(byte) else { return nil }
      digits.append(Int(byte - 0x30))
    }
    let number = digits[4] * 10 + digits[5]
    guard (1...12).contains(number) else { return nil }
    self.init(year: digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3], number: number)
  }
}
