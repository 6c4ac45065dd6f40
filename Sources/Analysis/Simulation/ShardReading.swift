import Finance
import Housing

/// Why a file is no shard, and at which line, from 1.
public struct ShardFault: Error, Hashable, Sendable {
  public var line: Int
  public var fault: String
}

extension Simulated {
  /// The part of a run that a shard file holds.
  /// - Throws: where the text is not one that `shard` writes.
  public init(shard bytes: [UInt8]) throws(ShardFault) {
    var reader = ShardReader(bytes)
    try reader.expect("homeward simulation \(Self.shardVersion)")
    let fingerprint = try reader.words("inputs")
    let council = try reader.words("council")
    let title = try reader.words("title")
    let notice = reader.isNext("notice") ? try reader.words("notice") : nil
    let reading = reader.isNext("reading") ? try reader.words("reading") : nil
    let span = try reader.numbers("years", count: 4)
    guard (1900...2200).contains(span[0]), (1...60).contains(span[1]), (1900...2300).contains(span[2]),
      (1900...2300).contains(span[3])
    else { throw reader.fault("these are not the years of a model") }
    let years = Int(span[1])
    let seed = try reader.numbers("seed", count: 1)[0]
    let paths = try reader.numbers("paths", count: 3)
    guard paths[0] >= 1, paths[0] <= Simulation.mostPaths, paths[1] >= 0, paths[1] <= paths[2],
      paths[2] <= paths[0]
    else {
      throw reader.fault("these are not the paths of a run")
    }
    var processes: [String] = []
    while reader.isNext("process") { processes.append(try reader.words("process")) }
    let tracks = try reader.tracks("track", years: years)
    let totals = try reader.tracks("total", years: 1)
    var conditions: [String] = []
    while reader.isNext("condition") { conditions.append(try reader.words("condition")) }
    var tests: [String] = []
    while reader.isNext("test") { tests.append(try reader.words("test")) }
    outline = SimulationOutline(
      fingerprint: fingerprint, council: council, title: title, notice: notice, reading: reading,
      firstYear: Year(start: Int(span[0])), years: years, from: Year(start: Int(span[2])),
      headlineYear: Year(start: Int(span[3])), seed: seed, paths: paths[0], processes: processes,
      tracks: tracks,
      totals: totals, conditions: conditions, tests: tests)
    range = paths[1]..<paths[2]
    let count = paths[2] - paths[1]
    tally = SimulationTally(
      tracks: tracks.count, totals: totals.count, conditions: conditions.count, tests: tests.count,
      years: years)
    tally.paths = count
    let met = try reader.numbers("met", count: conditions.count + 1)
    (tally.met, tally.metAll) = (Array(met.dropLast()), met[met.count - 1])
    for test in tests.indices {
      let failed = try reader.numbers("failed", count: years + 1)
      guard failed[0] == failed.dropFirst().reduce(0, &+) else {
        throw reader.fault("the years of these failures do not come to their number")
      }
      tally.failures[test] = SimulationTally.Failures(count: failed[0], first: Array(failed.dropFirst()))
    }
    tally.passes = try reader.numbers("passed", count: 1)[0]
    let counts = tally.met + tally.failures.flatMap { [$0.count] + $0.first } + [tally.metAll, tally.passes]
    guard counts.allSatisfy({ (0...count).contains($0) }) else {
      throw reader.fault("a count is more than the paths")
    }
    for track in tracks.indices {
      for year in 0..<years { tally.tracks[track][year] = try reader.histogram(of: count) }
    }
    for total in totals.indices { tally.totals[total] = try reader.histogram(of: count) }
    try reader.expect("end")
    guard reader.isAtEnd else { throw reader.fault("there is more after the end") }
  }
}

/// The lines of a shard file, one after another.
private struct ShardReader {
  private let lines: [ArraySlice<UInt8>]
  private var next = 0

  init(_ bytes: [UInt8]) {
    var lines = bytes[...].split(separator: 10, omittingEmptySubsequences: false)
    // the text ends with the end of a line
    if let last = lines.last, last.isEmpty { lines.removeLast() }
    self.lines = lines
  }

  var isAtEnd: Bool { next == lines.count }

  func fault(_ words: String) -> ShardFault { ShardFault(line: max(1, next), fault: words) }

  func isNext(_ key: String) -> Bool {
    next < lines.count && lines[next].starts(with: key.utf8)
      && lines[next].dropFirst(key.utf8.count).first == 32
  }

  mutating func expect(_ text: String) throws(ShardFault) {
    next += 1
    guard next <= lines.count, lines[next - 1].elementsEqual(text.utf8) else {
      throw fault(
        "\"\(text)\" should stand here: this is not a part of a run, or one of another version, or cut short")
    }
  }

  /// What stands after a key.
  private mutating func rest(_ key: String) throws(ShardFault) -> ArraySlice<UInt8> {
    next += 1
    guard next <= lines.count, lines[next - 1].starts(with: key.utf8) else {
      throw fault("\"\(key)\" should stand here")
    }
    let rest = lines[next - 1].dropFirst(key.utf8.count)
    guard rest.isEmpty || rest.first == 32 else { throw fault("\"\(key)\" should stand here") }
    return rest.dropFirst()
  }

  mutating func words(_ key: String) throws(ShardFault) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in try rest(key) {
      if isEscaped {
        bytes.append(byte == 110 ? 10 : byte == 114 ? 13 : byte)
        isEscaped = false
      } else if byte == 92 {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func numbers(_ key: String, count: Int) throws(ShardFault) -> [Int64] {
    var values: [Int64] = []
    for part in try rest(key).split(separator: 32, omittingEmptySubsequences: false) {
      guard let value = Int64(String(decoding: part, as: UTF8.self)) else {
        throw fault("\(key) has what is no number")
      }
      values.append(value)
    }
    guard values.count == count else {
      throw fault("\(key) should have \(count) numbers, not \(values.count)")
    }
    return values
  }

  mutating func tracks(_ key: String, years: Int) throws(ShardFault) -> [SimulationOutline.Track] {
    var tracks: [SimulationOutline.Track] = []
    while isNext(key) {
      let parts = Array(try words(key).utf8).split(separator: 32, maxSplits: 2).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard parts.count == 3,
        let unit = SimulationOutline.Track.Unit.allCases.first(where: {
          $0.rawValue.isSame(as: parts[1])
        })
      else { throw fault("\(key) should have a name, households or pounds, and words") }
      tracks.append(
        SimulationOutline.Track(
          name: parts[0], label: parts[2], unit: unit, base: try numbers("base", count: years)))
    }
    return tracks
  }

  mutating func histogram(of paths: Int64) throws(ShardFault) -> Histogram {
    let parts = try rest("counts").split(separator: 32)
    if parts.isEmpty, paths == 0 { return Histogram() }
    var heads: [Int64] = []
    var filled: [(bucket: Int, count: UInt32)] = []
    for (place, part) in parts.enumerated() {
      let pair = part.split(separator: 58).map { String(decoding: $0, as: UTF8.self) }
      if place < 3, pair.count == 1, let value = Int64(pair[0]) {
        heads.append(value)
      } else if place >= 3, pair.count == 2, let bucket = Int(pair[0]), let count = UInt32(pair[1]) {
        filled.append((bucket: bucket, count: count))
      } else {
        throw fault("counts should have a least, a greatest, a sum, and buckets with their counts")
      }
    }
    guard heads.count == 3,
      let histogram = Histogram(least: heads[0], greatest: heads[1], sum: heads[2], filled: filled),
      histogram.count == paths
    else { throw fault("these counts cannot have come of \(paths) paths") }
    return histogram
  }
}
