import Foundation

/// The folder of facts and published cases that the tests compare with: `HOMEWARD_SHARED`, or `../shared` beside
/// the package; nil where there is none.
public let sharedFolder: URL? = {
  let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  let named = ProcessInfo.processInfo.environment["HOMEWARD_SHARED"].map { URL(filePath: $0) }
  let folder = named ?? package.appending(path: "../shared").standardized
  return FileManager.default.fileExists(atPath: folder.appending(path: "cases").path) ? folder : nil
}()

/// What a JSON file holds.
public enum JSON: Decodable, Sendable {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case table([String: JSON])

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .table(try container.decode([String: JSON].self))
    }
  }

  /// What is at a key, or null.
  public subscript(key: String) -> JSON {
    if case .table(let table) = self { return table[key] ?? .null }
    return .null
  }
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }
  public var list: [JSON] { if case .list(let list) = self { list } else { [] } }
}

/// One published case, as `cases/README.md` in the shared folder describes it.
public struct Case: Sendable, CustomStringConvertible {
  public struct Figure: Sendable {
    public let name: String
    public let value: JSON
    /// Absolute.
    public let tolerance: Double
    /// Whether the figure follows from the inputs.
    public let isReproducible: Bool
  }
  public let id: String
  public let inputs: JSON
  public let figures: [Figure]
  /// Of a function table: `function`, `args`, `expected`, `tol`.
  public let rows: [JSON]

  public var description: String { id }

  /// An input, which is its `value` where it has a unit.
  public func input(_ name: String) -> JSON {
    let input = inputs[name]
    if case .null = input["value"] { return input }
    return input["value"]
  }

  /// The cases of a file such as "loans"; none where there is no shared folder.
  public static func all(in family: String) throws -> [Case] {
    guard let sharedFolder else { return [] }
    let data = try Data(contentsOf: sharedFolder.appending(path: "cases/\(family).json"))
    return try JSONDecoder().decode(JSON.self, from: data)["cases"].list.map { json in
      Case(
        id: json["id"].text ?? "", inputs: json["inputs"],
        figures: json["expected"].list.map { figure in
          Figure(
            name: figure["name"].text ?? "", value: figure["value"],
            tolerance: figure["tolerance"].number ?? 0,
            isReproducible: figure["reproducible"].truth ?? false)
        },
        rows: json["rows"].list)
    }
  }
}
