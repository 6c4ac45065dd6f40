import Finance
import TOML

extension Form {
  /// One of the cases of an enumeration, by its raw value.
  public mutating func choice<C: CaseIterable & RawRepresentable & Sendable>(
    _ key: String, or assumed: Assumed<C>? = nil, _ meaning: String
  ) -> C where C.RawValue == String {
    let all = Array(C.allCases)
    let usual = assumed.map { Assumed<String>($0.value.rawValue, $0.source) }
    return all[chosen(key, all.map { $0.rawValue }, usual, meaning)]
  }

  /// One of several ways, each with assumptions of its own; a blank form goes down every way.
  public mutating func oneOf<Value>(
    _ key: String, _ ways: [(String, (inout Form) -> Value)], or assumed: Assumed<String>? = nil,
    _ meaning: String
  ) -> Value {
    let way = chosen(key, ways.map { $0.0 }, assumed, meaning)
    if isBlank || isGuess {
      // what follows from a wrong choice is no news
      silence += 1
      defer { silence -= 1 }
      var values: [Value] = []
      for (_, ask) in ways { values.append(ask(&self)) }
      return values[way]
    }
    for (name, ask) in ways where !name.isSame(as: ways[way].0) {
      level.otherWays.append((name: "\(key) = \(quoted(name))", ask: { form in _ = ask(&form) }))
    }
    return ways[way].1(&self)
  }

  /// What follows where a flag is true, with assumptions of its own; a blank form asks for them too.
  public mutating func ifTrue<Value>(
    _ key: String, or assumed: Assumed<Bool>, _ meaning: String, _ ask: @escaping (inout Form) -> Value
  ) -> Value? {
    let isTrue = flag(key, or: assumed, meaning)
    if isBlank || isGuess {
      silence += 1
      defer { silence -= 1 }
      let value = ask(&self)
      return isTrue ? value : nil
    }
    guard isTrue else {
      level.otherWays.append((name: "\(key) = true", ask: { form in _ = ask(&form) }))
      return nil
    }
    return ask(&self)
  }

  /// The place of one of some names.
  public mutating func choice(_ key: String, among names: [String], _ meaning: String) -> Int {
    chosen(key, names, nil, meaning)
  }

  /// The place of one of some names, or nothing where the sources say nothing.
  @inline(never)
  public mutating func optionalChoice(_ key: String, among names: [String], _ meaning: String) -> Int? {
    optionalNumber(key, .choice(names), 0...Int64(max(0, names.count - 1)), meaning).map { Int($0) }
  }

  @inline(never)
  mutating func chosen(
    _ key: String, _ names: [String], _ assumed: Assumed<String>?, _ meaning: String
  ) -> Int {
    let usual = assumed.map { usual in
      Assumed(Int64(names.firstIndex { $0.isSame(as: usual.value) } ?? 0), usual.source)
    }
    return Int(number(key, .choice(names), 0...Int64(max(0, names.count - 1)), usual, meaning))
  }
}
