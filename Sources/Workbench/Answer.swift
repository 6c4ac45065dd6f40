import Housing
import ModelFile
import Reports

/// What the workbench says to a request: a document, or why there is none.
public struct Answer: Hashable, Sendable {
  public var isDocument: Bool
  /// The document, or the problems, a line each.
  public var text: [UInt8]

  public init(document: [UInt8]) { (isDocument, text) = (true, document) }

  public init(problems: [String]) {
    (isDocument, text) = (false, [])
    for line in problems {
      text += line.utf8
      text.append(UInt8(ascii: "\n"))
    }
  }

  /// 0 before a document, 2 before problems, as the command exits; then the text.
  public var bytes: [UInt8] { [isDocument ? 0 : 2] + text }
}

extension Answer {
  /// Reads the model and answers: the same bytes as the command of that name, for the same files.
  public init(to request: Request) {
    guard let question = Question(rawValue: request.question) else {
      self.init(problems: ["\"\(request.question)\" is not a question of the workbench"])
      return
    }
    do throws(Refusal) {
      self.init(document: try question.answer(request.words, request.model()))
    } catch {
      self.init(problems: error.lines)
    }
  }
}

/// Why there is no answer, a line a problem.
struct Refusal: Error {
  var lines: [String]

  init(_ lines: [String]) { self.lines = lines }

  init(_ error: ModelFileError) { lines = error.lines }
}

extension Request {
  func read(_ name: String) -> Layers.Answer {
    let file = files.first { name.utf8.elementsEqual($0.name.utf8) }
    return file.map { .text($0.text) } ?? .missing("no such file or folder")
  }

  /// The model in its scenario and with what is set, and its tables.
  func model() throws(Refusal) -> LoadedModel {
    guard let model = files.first else { throw Refusal(["no model file was given"]) }
    do throws(ModelFileError) {
      let files = Layered(try Layers.load(model.name, read: read))
      let scenario = scenario.utf8.isEmpty ? nil : scenario
      try files.expect(scenario: scenario)
      var loaded = try LoadedModel(files, scenario: scenario, overrides: overrides)
      try loaded.readTables(nil, read)
      return loaded
    } catch {
      throw Refusal(error)
    }
  }
}
