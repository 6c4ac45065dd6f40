import CashFlow
import Finance
import Housing
import ModelFile

extension Explainer {
  /// A derivation as it reads of one line: names without their braces, those of the line's own in full.
  func formula(of meaning: Meaning) -> String {
    var text = ""
    for piece in meaning.pieces {
      switch piece {
      case .words(let words): text += words
      case .name(let name): text += fullName(of: name, in: meaning) ?? name
      }
    }
    return text
  }

  /// What a name with a star stands for, if that is one thing.
  private func fullName(of name: String, in meaning: Meaning) -> String? {
    guard name.utf8.contains(UInt8(ascii: "*")) else { return nil }
    switch names.find(name, in: meaning) {
    case .lines(let found): return found.count == 1 ? lines.meaning(of: found[0]).path : nil
    case .assumptions(let found): return found.count == 1 ? names.assumptions[found[0]].path : nil
    case .absent: return nil
    }
  }

  /// A short sum with its numbers: "£50,000.00 − £1,054.13"; nothing where it has many terms, which then stand one below the other.
  func numbers(adding made: Explanation) -> Explanation.Numbers? {
    let terms = made.parts.filter { $0.amount.value != 0 }
    guard (2...6).contains(terms.count) else { return nil }
    var words = ""
    for (place, term) in terms.enumerated() {
      let signed = term.signed
      let size = Explanation.Amount(value: Int64(clamping: signed.value.magnitude), quantity: signed.quantity)
      let sign = signed.value < 0 ? (place == 0 ? "−" : " − ") : (place == 0 ? "" : " + ")
      words += sign + size.bare
    }
    return Explanation.Numbers(
      words: words, time: made.time, amount: made.amount, run: made.run)
  }

  /// The formula of a line with the numbers of a month in the place of names that stand for one number.
  func numbers(of line: Line, _ meaning: Meaning, _ month: Int, _ run: Forecast.Run) -> String {
    let workings = forecast.workings(of: line, run, month: month)
    let isOfAnotherTime = meaning.isOfAnotherTime
    var text = ""
    for piece in meaning.pieces {
      switch piece {
      case .words(let words): text += put(workings, into: words)
      case .name(let name):
        let isLine = lines(named: name, in: meaning)
        guard !(isOfAnotherTime && isLine),
          let number = number(of: name, meaning, month, run, isOpening: text.endsWith("opening "))
        else {
          text += fullName(of: name, in: meaning) ?? name
          continue
        }
        for word in ["opening ", "closing "] where text.endsWith(word) {
          text = String(Substring(text.utf8.dropLast(word.utf8.count)))
        }
        text += number
      }
    }
    return text
  }

  private func lines(named name: String, in meaning: Meaning) -> Bool {
    if case .lines = names.find(name, in: meaning) { return true }
    return false
  }

  private func number(
    of name: String, _ meaning: Meaning, _ month: Int, _ run: Forecast.Run, isOpening: Bool
  ) -> String? {
    switch names.find(name, in: meaning) {
    case .lines(let found):
      guard found.count == 1 else { return nil }
      let quantity = lines.meaning(of: found[0]).quantity
      let value =
        isOpening
        ? forecast.opening(found[0], run, month: month) : forecast.figure(found[0], run, month: month)
      let number = Explanation.Amount(value: value, quantity: quantity).bare
      return value < 0 ? "(\(number))" : number
    case .assumptions(let found):
      guard found.count == 1 else { return nil }
      let text = names.assumptions[found[0]].valueText(in: firstYear + month / 12)
      return text.utf8.isEmpty ? "none" : text
    case .absent: return "none"
    }
  }

  /// Words in which each working stands as its number.
  private func put(_ workings: [Working], into words: String) -> String {
    var bytes = Array(words.utf8)
    for working in workings {
      let wanted = Array(working.words.utf8)
      var place = 0
      var made: [UInt8] = []
      while place < bytes.count {
        let end = place + wanted.count
        if end <= bytes.count, bytes[place..<end].elementsEqual(wanted), !isLetter(bytes, place - 1),
          !isLetter(bytes, end)
        {
          made += working.bare.utf8
          place = end
        } else {
          made.append(bytes[place])
          place += 1
        }
      }
      bytes = made
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isLetter(_ bytes: [UInt8], _ place: Int) -> Bool {
    guard bytes.indices.contains(place) else { return false }
    return (97...122).contains(bytes[place] | 0x20)
  }
}

extension Meaning {
  /// Whether its derivation speaks of a time before or after, so that its lines' figures of the month are not the ones that count.
  var isOfAnotherTime: Bool {
    for words in [" before", " later", "spread over the months"] {
      let wanted = Array(words.utf8)
      let all = Array(derivation.utf8)
      guard all.count >= wanted.count else { continue }
      for place in 0...all.count - wanted.count where all[place..<place + wanted.count].elementsEqual(wanted)
      {
        return true
      }
    }
    return false
  }
}
