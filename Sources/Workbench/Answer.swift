import Housing
import ModelFile
import Reports

/// What the workbench says to a request: a document, or why there is none.
public struct Answer: Hashable, Sendable {
  public var isDocument: Bool
  /// The document, or the problems, a line each.
  public var text: [UInt8]

  public init(isDocument: Bool, text: [UInt8]) { (self.isDocument, self.text) = (isDocument, text) }

  /// 0 before a document, 2 before problems, as the command exits; then the text.
  public var bytes: [UInt8] { [isDocument ? 0 : 2] + text }
}

extension Answer {
  /// Reads the model and makes the document asked for: the same bytes as the command, for the same files.
  public init(to request: Request) {
    guard let model = request.files.first else {
      self.init(problems: ["no model file was given"])
      return
    }
    do throws(ModelFileError) {
      func read(_ name: String) -> Layers.Answer {
        let file = request.files.first { name.utf8.elementsEqual($0.name.utf8) }
        return file.map { .text($0.text) } ?? .missing("no such file or folder")
      }
      let layers = try Layers.load(model.name, read: read)
      var loaded = try LoadedModel(layers, overrides: request.overrides)
      try loaded.readTables(nil, read)
      let name = request.format.utf8.elementsEqual("csv".utf8) ? "figures.csv" : "report.\(request.format)"
      let made = try files(of: loaded)
      guard let document = made.first(where: { name.utf8.elementsEqual($0.name.utf8) }) else {
        self.init(problems: ["\"\(request.format)\" is not a format of the report; md, html and csv are"])
        return
      }
      self.init(isDocument: true, text: document.bytes)
    } catch {
      self.init(problems: error.lines)
    }
  }

  private init(problems: [String]) {
    var text: [UInt8] = []
    for line in problems {
      text += line.utf8
      text.append(UInt8(ascii: "\n"))
    }
    self.init(isDocument: false, text: text)
  }
}
