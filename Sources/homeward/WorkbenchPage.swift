import Reports

/// The page: its own files, the module, the models, and the first page of a report to read where no script runs.
struct WorkbenchPage {
  let models: WorkbenchModels
  /// Packed by zlib.
  let module: [UInt8]

  /// What the page's own file leaves open stands as `{{name}}`.
  var bytes: [UInt8] {
    let first = self.models.models.first
    let models = packed(Array(json.utf8))
    let parts: [(name: String, bytes: [UInt8])] = [
      (name: "title", bytes: escapedForHTML("\(first?.title ?? "") – \(first?.council ?? "")")),
      (name: "style", bytes: Array((style + (pageShell["page.css"] ?? "")).utf8)),
      (name: "report", bytes: self.models.firstPage),
      (name: "models", bytes: pageText(models)),
      (name: "models-size", bytes: Array("\(models.count)".utf8)),
      (name: "module", bytes: pageText(module)),
      (name: "module-size", bytes: Array("\(module.count)".utf8)),
      (name: "engine", bytes: Array((pageShell["engine.js"] ?? "").utf8)),
      (name: "script", bytes: Array((pageShell["page.js"] ?? "").utf8)),
    ]
    var page: [UInt8] = []
    var rest = Array((pageShell["page.html"] ?? "").utf8)[...]
    let (open, close) = (Array("{{".utf8), Array("}}".utf8))
    while let start = rest.firstRange(of: open), let end = rest[start.upperBound...].firstRange(of: close) {
      page += rest[..<start.lowerBound]
      let name = rest[start.upperBound..<end.lowerBound]
      page += parts.first { $0.name.utf8.elementsEqual(name) }?.bytes ?? []
      rest = rest[end.upperBound...]
    }
    return page + rest
  }

  /// The models and their files.
  private var json: String {
    let all = models.models.map { model in
      "{\"name\":\(quoted(model.name)),\"council\":\(quoted(model.council)),\"title\":\(quoted(model.title)),\"files\":[\(model.files.map(quoted).joined(separator: ","))]}"
    }
    let files = models.files.map { "\(quoted($0.name)):\(quoted(String(decoding: $0.text, as: UTF8.self)))" }
    return
      "{\"models\":[\(all.joined(separator: ",\n"))],\n\"files\":{\(files.joined(separator: ",\n"))}}"
  }

  private func escapedForHTML(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
