import Finance
import TOML

extension Assumption {
  /// The value as `--set` takes it after the `=`; nothing where there is none, or none that `--set` could say.
  public var setting: String? {
    switch kind {
    case .text:
      guard let text = text ?? assumedText?.value else { return nil }
      // a list of paths is said as its file has it
      if written.first == UInt8(ascii: "[") {
        guard !written.hasComment, !written.contains(10) else { return nil }
        return String(decoding: written, as: UTF8.self)
      }
      let isPlain = text.utf8.first.map { !"\"[{".utf8.contains($0) } ?? false
      return isPlain ? text : String(decoding: Spelling().quoted(Array(text.utf8)), as: UTF8.self)
    case .name where text != nil:
      let names = (text ?? "").utf8.split(separator: UInt8(ascii: ",")).map { name in
        Spelling().quoted(Array(name.drop { $0 == 32 }))
      }
      let list = Array(names.joined(separator: Array(", ".utf8)))
      return "[" + String(decoding: list, as: UTF8.self) + "]"
    default: break
    }
    guard let given = values else { return nil }
    guard let after, !given.isConstant else { return kind.write(given.values[0]) }
    let spelt = SpeltSeries(series: given, after: after, kind: kind, firstYear: given.first, mostYears: 0)
    return String(decoding: spelt.whole(), as: UTF8.self)
  }

  /// What is given, or else the default: one value where it is not by year.
  public var values: Series<Int64>? {
    given ?? assumed.map { Series(first: Year(start: 0), values: [$0.value]) }
  }
}
