import Foundation

/// The folder of the package.
public let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The text of a file of `Tests/Fixtures`.
public func fixture(_ name: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: packageFolder.appending(path: "Tests/Fixtures/\(name)")))
}
