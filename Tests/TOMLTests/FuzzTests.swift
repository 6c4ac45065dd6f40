import TOML
import TestSupport
import Testing

@Suite struct FuzzTests {
  static let model = """
    first_year = "2026-27" # the first year of the plan
    # letter of 3 May 2026
    [loan.pwlb]
    rate = { 2026-27 = "5.25%", then = "4.85%" }
    [[programme]] # two
    homes = [ 10,
      20, # p. 4
    ]
    a.b.'c d' = \"\"\"
      x \\
      y\\u00A3\"\"\"
    day = 2026-04-01 09:30:00.5+01:00
    share = -1_0.25e-3
    """

  /// A million texts, each some step away from TOML: none may crash or hang, and every place lies inside its text.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func mutatedTextsAreReadOrRefused(seed: UInt64) throws {
    let seeds =
      try Suite.cases().map { $0.text }.filter { $0.count <= 80 && !$0.isEmpty } + [[UInt8](Self.model.utf8)]
    #expect(seeds.count > 400)
    var chance = Chance(seed: seed)
    var refused = 0
    for _ in 0..<250_000 {
      let text = mutate(seeds, &chance)
      let (table, problems) = Parser.parse(text, source: 5)
      if !problems.isEmpty { refused += 1 }
      var outside = placesOutside(text.count, in: table, source: 5)
      for problem in problems where !isInside(problem.place, text.count, 5) { outside += 1 }
      if outside > 0 || problems.count > 50 {
        Issue.record("\(outside) places outside, \(problems.count) problems: \(text)")
        return
      }
    }
    #expect(refused > 50_000 && refused < 245_000)
  }

  static let marks =
    [UInt8]("[]{}\"'#=.,\\\n\r\t _-+:0eTZ".utf8) + [0, 0x7F, 0x80, 0xC3, 0xED, 0xEF, 0xF4, 0xFF]

  func mutate(_ seeds: [[UInt8]], _ chance: inout Chance) -> [UInt8] {
    var text = seeds[chance.below(seeds.count)]
    for _ in 0...chance.below(3) {
      let at = chance.below(text.count + 1)
      switch chance.below(6) {
      case 0 where at < text.count: text[at] ^= 1 << UInt8(chance.below(8))
      case 1 where at < text.count: text[at] = Self.marks[chance.below(Self.marks.count)]
      case 2: text.insert(Self.marks[chance.below(Self.marks.count)], at: at)
      case 3: text.removeSubrange(at..<min(text.count, at + 1 + chance.below(8)))
      case 4: text.removeSubrange(at...)
      default:
        let other = seeds[chance.below(seeds.count)]
        let from = chance.below(other.count)
        let to = min(other.count, from + chance.below(40))
        text.insert(contentsOf: other[from..<to], at: at)
      }
    }
    return text.count > 300 ? Array(text.prefix(300)) : text
  }
}
