import Foundation
import TOML
import Testing

@Suite struct SuiteTests {
  @Test func theSuiteIsWhole() throws {
    let cases = try Suite.cases()
    let valid = cases.filter { $0.meaning != nil }.count
    print("toml-test: \(valid) valid and \(cases.count - valid) invalid cases")
    #expect(valid == 210)
    #expect(cases.count - valid == 499)
  }

  @Test func validTextsAreReadAsTheyMean() throws {
    for example in try Suite.cases() {
      guard let meaning = example.meaning else { continue }
      let (table, problems) = Parser.parse(example.text, source: 7)
      #expect(problems.isEmpty, "\(example.path): \(problems.map { $0.fault })")
      let expected = try JSONSerialization.jsonObject(with: Data(meaning))
      let differences = differences(between: .table(table), and: expected, at: "")
      #expect(differences.isEmpty, "\(example.path)")
      #expect(placesOutside(example.text.count, in: table, source: 7) == 0, "\(example.path)")
    }
  }

  @Test func invalidTextsAreRefused() throws {
    for example in try Suite.cases() where example.meaning == nil {
      let (table, problems) = Parser.parse(example.text, source: 7)
      #expect(!problems.isEmpty, "\(example.path)")
      #expect(placesOutside(example.text.count, in: table, source: 7) == 0, "\(example.path)")
    }
  }

  /// Where a value is not what the suite says, as key paths.
  func differences(between value: Node.Value, and expected: Any, at path: String) -> [String] {
    switch value {
    case .table(let table):
      guard let object = expected as? [String: Any], object.count == table.entries.count else {
        return [path]
      }
      return table.entries.flatMap { entry -> [String] in
        let key = String(decoding: entry.key, as: UTF8.self)
        guard let inner = object[key] else { return ["\(path).\(key)"] }
        return differences(between: entry.node.value, and: inner, at: "\(path).\(key)")
      }
    case .array(let nodes):
      guard let items = expected as? [Any], items.count == nodes.count else { return [path] }
      return zip(nodes, items).flatMap { differences(between: $0.value, and: $1, at: "\(path)[]") }
    default:
      guard let scalar = expected as? [String: String], scalar.count == 2, let type = scalar["type"],
        let text = scalar["value"]
      else { return [path] }
      return isSame(value, type, text) ? [] : ["\(path): \(value) is not \(type) \(text)"]
    }
  }

  func isSame(_ value: Node.Value, _ type: String, _ text: String) -> Bool {
    switch value {
    case .text(let bytes): type == "string" && bytes == [UInt8](text.utf8)
    case .integer(let number): type == "integer" && String(number) == text
    case .boolean(let flag): type == "bool" && String(flag) == text
    case .float(let number):
      type == "float" && (text.hasSuffix("nan") ? number.isNaN : Double(text) == number)
    case .moment(let moment, let bytes):
      type == name(moment) && spelling(bytes) == spelling([UInt8](text.utf8))
    case .array, .table: false
    }
  }

  func name(_ moment: Node.Moment) -> String {
    switch moment {
    case .offsetDateTime: "datetime"
    case .localDateTime: "datetime-local"
    case .localDate: "date-local"
    case .localTime: "time-local"
    }
  }

  /// One spelling for the ways to write a moment: `T`, `Z`, and no zeros at the end of a fraction.
  func spelling(_ moment: [UInt8]) -> String {
    var text = String(decoding: moment, as: UTF8.self).uppercased().replacing(" ", with: "T")
    if text.hasSuffix("+00:00") || text.hasSuffix("-00:00") { text = text.dropLast(6) + "Z" }
    guard let dot = text.firstIndex(of: ".") else { return text }
    let end = text[dot...].dropFirst().firstIndex { !$0.isNumber } ?? text.endIndex
    var fraction = text[text.index(after: dot)..<end]
    while fraction.last == "0" { fraction.removeLast() }
    return text[..<dot] + (fraction.isEmpty ? "" : "." + fraction) + text[end...]
  }
}
