import CashFlow
import Finance
import Housing
import ModelFile

extension Comparison {
  /// The switches that can have moved a figure.
  ///
  /// What is only called otherwise cannot, nor can a default that is written out, nor tables in another order of which nothing
  /// follows. Each is tried from both ends: with the first reading as it is but for this, and the second.
  static func effective(
    _ mixture: Mixture, _ first: Forecast, _ second: Forecast
  ) -> [Int] {
    let switches = mixture.switches
    let none = Array(repeating: false, count: switches.count)
    let one = first.model.inFiguresAlone
    let other = second.model.inFiguresAlone
    func isIdle(_ places: [Int]) -> Bool {
      var (on, off) = (none, none.map { !$0 })
      for place in places { (on[place], off[place]) = (true, false) }
      return mixture.model(on)?.inFiguresAlone == one && mixture.model(off)?.inFiguresAlone == other
    }
    func isIdleOrder(_ place: Int) -> Bool {
      var (on, off) = (none, none.map { !$0 })
      (on[place], off[place]) = (true, false)
      guard let one = mixture.model(on), let other = mixture.model(off) else { return false }
      return Movement.lines(first, Forecast(one)).isEmpty
        && Movement.lines(Forecast(other), second).isEmpty
    }
    let sayings = switches.indices.filter { switches[$0].kind == .saying }
    let areAllIdle = isIdle(sayings)
    return switches.indices.filter { place in
      switch switches[place].kind {
      case .saying: !areAllIdle && !isIdle([place])
      case .order: !isIdleOrder(place)
      case .value, .way, .table: !isIdle([place])
      }
    }
  }

  /// All the switches with these places at the second reading.
  public func coalition(_ places: [Int]) -> [Bool] {
    var isOn = Array(repeating: false, count: mixture.switches.count)
    for place in places { isOn[place] = true }
    return isOn
  }
}

/// Why a figure moved: what was switched as one.
public struct Cause: Sendable {
  /// Places among the switches of the mixture.
  public var switches: [Int]
  /// `loan.pwlb.rate`, or `loan.pwlb` for all that changed in it, or several of them that only read together.
  public var names: [String]

  public var name: String { names.joined(separator: " with ") }

  /// The same where there is little room: of three names and more, the first.
  public var shortName: String {
    names.count < 3 ? name : "\(names[0]) and \(names.count - 1) others"
  }

  /// Both, as one.
  static func + (a: Cause, b: Cause) -> Cause {
    Cause(
      switches: (a.switches + b.switches).sorted(),
      names: a.names + b.names.filter { name in !a.names.contains { $0.isSame(as: name) } })
  }
}

extension Comparison {
  /// Each switch as a cause of its own.
  var singly: [Cause] {
    causes.map { Cause(switches: [$0], names: [mixture.switches[$0].name]) }
  }

  /// Each table as a cause.
  var byTable: [Cause] {
    var all: [Cause] = []
    for place in causes {
      let group = mixture.switches[place].group
      if let known = all.firstIndex(where: { $0.names[0].isSame(as: group) }) {
        all[known].switches.append(place)
      } else {
        all.append(Cause(switches: [place], names: [group]))
      }
    }
    return all
  }
}

extension Switch {
  /// As a table of causes names it.
  public var name: String {
    switch kind {
    case .value, .saying, .way: path
    case .table: path
    case .order: "order of \(path)"
    }
  }
}
