import Analysis
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
  /// - Parameter opened: what was opened before; a request without files is of that.
  public init(to request: Request, _ opened: inout Opened?) {
    guard let question = Question(rawValue: request.question) else {
      self.init(problems: ["\"\(request.question)\" is not a question of the workbench"])
      return
    }
    do throws(Refusal) {
      if !request.files.isEmpty { opened = try Opened(request.files) }
      guard let opened else { throw Refusal(["no model file was given"]) }
      self.init(document: try question.answer(request.words, opened.model(request)))
    } catch {
      self.init(problems: error.lines)
    }
  }
}

/// Why there is no answer, a line a problem.
struct Refusal: Error {
  var lines: [String]

  init(_ lines: [String]) { self.lines = lines }

  init(_ fault: QuestionFault) { lines = ["\(fault.fault); \(fault.remedy)"] }
}
