import Finance
import ModelFile
import TestSupport
import Testing

@Suite struct LawTests {
  private static let kinds: [Kind] = [
    .flag, .rate, .points, .money(per: ""), .money(per: "week"), .count(of: "homes"),
    .count(of: "properties"),
    .weeks, .months, .year, .choice(["settled", "temporary"]),
  ]

  /// What is written of a value reads as that value, whatever its kind.
  @Test func writingAndReadingAreInverse() throws {
    var chance = Chance(state: 7)
    for kind in Self.kinds {
      for _ in 0..<300 {
        let magnitude = Int64(1) << Int64.random(in: 0..<50, using: &chance)
        var value = Int64.random(in: -magnitude...magnitude, using: &chance)
        switch kind {
        case .flag, .choice: value &= 1
        case .year: value = Int64.random(in: 1900...2199, using: &chance)
        default: break
        }
        let text = kind == .flag ? kind.write(value) : "\"\(kind.write(value))\""
        #expect(try read("key = \(text)", kind) == value, "\(text)")
        #expect(try read("", kind, override: "key=\(kind.write(value))") == value, "\(text)")
      }
    }
  }

  /// The whole number that a key is read as.
  private func read(_ text: String, _ kind: Kind, override: String? = nil) throws(ModelFileError) -> Int64 {
    let most: Int64 = 1 << 52
    var form = Form([(name: "x.toml", text: Array(text.utf8))], overrides: override.map { [$0] } ?? [])
    let value: Int64
    switch kind {
    case .flag: value = form.flag("key", or: Assumed(false, ""), "") ? 1 : 0
    case .rate: value = form.rate("key", in: Rate(millionths: -most)...Rate(millionths: most), "").millionths
    case .points:
      value = form.points("key", in: Rate(millionths: -most)...Rate(millionths: most), "").millionths
    case .money(let period):
      value = form.money("key", per: period, in: Money(pence: -most)...Money(pence: most), "").pence
    case .count(let noun): value = form.count("key", of: noun, in: -most...most, "")
    case .weeks: value = form.weeks("key", in: -most...most, "")
    case .months: value = form.months("key", in: -most...most, "")
    case .year: value = Int64(form.year("key", in: 1900...2199, "").start)
    default: value = form.choice("key", "") == Sample.Use.settled ? 0 : 1
    }
    _ = try form.close()
    return value
  }

  /// No text brings the form down, and every refusal is one line a problem.
  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func mutatedModelsAreReadOrRefused(seed: UInt64) {
    let pieces = [
      "\"", "=", "[", "]", "{", "}", "\n", ".", "%", "£", "-", "99999999999999999999", "2026-27", "then", "#",
      "\u{0}",
      "é", "loan", "[loan.pwlb]\n", "\"5%\"", "1e400", "nan", ",", "homes", "extends",
    ].map { Array($0.utf8) }
    let whole = Array(OverrideTests.model.utf8)
    let overrides = [
      "relets=2%", "inflation[2027-28]=5%", "programme.a.homes+=5", "years=60", "loan.pwlb.term=[", "title={",
      "a=\"",
      "budget[1900-01]=£5", "budget[2199-00]=£5", "inflation+=-99999999999999999999%", "[=]",
      "homes+=-99999999999999999",
    ]
    var chance = Chance(state: seed)
    var refused = 0
    for _ in 0..<5_000 {
      var text = whole
      for _ in 0..<Int.random(in: 1...3, using: &chance) {
        let at = Int.random(in: 0...text.count, using: &chance)
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: text.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &chance)], at: at)
        case 1: text.removeSubrange(at..<min(text.count, at + Int.random(in: 0..<20, using: &chance)))
        case 2: if at < text.count { text[at] = UInt8.random(in: 0...255, using: &chance) }
        default: text.swapAt(min(at, text.count - 1), Int.random(in: 0..<text.count, using: &chance))
        }
      }
      let override = overrides[Int.random(in: 0..<overrides.count, using: &chance)]
      let layers = [(name: "e.toml", text: whole), (name: "x.toml", text: text)]
      do throws(ModelFileError) {
        _ = try Loaded(Bool.random(using: &chance) ? layers : [layers[1]], [override])
      } catch {
        refused += 1
        let lines = error.lines
        if lines.isEmpty || lines.contains(where: { $0.utf8.contains(10) || $0.utf8.count > 1_000 }) {
          Issue.record("\(lines) for \(String(decoding: text, as: UTF8.self))")
        }
      }
    }
    #expect((1_000..<5_000).contains(refused))
  }
}
