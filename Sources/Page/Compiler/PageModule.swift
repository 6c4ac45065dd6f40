import Foundation

/// The library as a module for a browser: Embedded Swift, compiled to WebAssembly with nothing imported, then packed.
struct PageModule {
  struct Room {
    var name: String
    var files: [String]
  }

  /// A tool and what it is told.
  struct Step {
    var tool: String
    var arguments: [String]
  }

  let swiftc: String
  /// Where what is made on the way may stay.
  let folder: URL
  let rooms: [Room]

  static let triple = "wasm32-unknown-none-wasm"

  var tools: URL { URL(filePath: swiftc).resolvingSymlinksInPath().deletingLastPathComponent() }
  var unicodeTables: String {
    tools.deletingLastPathComponent()
      .appending(path: "lib/swift/embedded/\(Self.triple)/libswiftUnicodeDataTables.a").path
  }

  func tool(_ name: String) -> String { tools.appending(path: name).path }
  func made(_ name: String) -> String { folder.appending(path: name).path }

  /// Each room but the last becomes a module without code; the last is compiled for real and pulls in the code that it uses.
  ///
  /// No other options of the optimizer: with less inlining the module was smaller by a fiftieth, and its SHA-256 wrong.
  var compiling: [Step] {
    let common = [
      "-target", Self.triple, "-wmo", "-swift-version", "6", "-parse-as-library",
      "-enable-experimental-feature", "Embedded", "-enable-experimental-feature", "Extern",
      "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "MemberImportVisibility",
      // The module has no C library under it, and no hash of a folder's name may come into its bytes.
      "-Xfrontend", "-disable-stack-protector", "-Xfrontend", "-disable-incremental-llvm-codegen",
      "-I", folder.path, "-module-cache-path", made("cache"),
    ]
    let modules = rooms.dropLast().map { room in
      Step(
        tool: swiftc,
        arguments: common + [
          "-Onone", "-enable-experimental-feature", "DeferredCodeGen", "-module-name", room.name,
          "-emit-module", "-emit-module-path", made("\(room.name).swiftmodule"),
        ] + room.files)
    }
    guard let last = rooms.last else { return [] }
    return modules + [
      Step(
        tool: swiftc,
        arguments: common + [
          "-Osize", "-module-name", last.name, "-c", "-o", made("Page.o"),
        ] + last.files),
      Step(
        tool: tool("wasm-ld"),
        arguments: [
          "-O2", "--compress-relocations", "--no-entry", "--strip-all", "--wrap=free", "--stack-first", "-z",
          "stack-size=1048576",
          made("Page.o"), unicodeTables, "-o", made("Page.wasm"),
        ]),
    ]
  }

  /// The toolchain packs sections of debug data with zlib, which browsers can unpack: the module is made such a section.
  var packing: [Step] {
    [
      Step(
        tool: tool("llvm-objcopy"),
        arguments: [
          "-I", "binary", "-O", "elf64-x86-64", "--rename-section", ".data=.debug_page,readonly",
          made("Page.wasm"), made("Plain.o"),
        ]),
      Step(
        tool: tool("ld.lld"),
        arguments: [
          "-r", "-m", "elf_x86_64", "--compress-sections", ".debug_page=zlib:9", made("Plain.o"), "-o",
          made("Packed.o"),
        ]),
      Step(
        tool: tool("llvm-objcopy"),
        arguments: ["--dump-section", ".debug_page=\(made("Page.packed"))", made("Packed.o"), made("Left.o")]),
    ]
  }

  /// - Returns: the packed module; nothing where no room is given, or where the toolchain has no Embedded Swift for it.
  func made() throws -> Data? {
    guard !rooms.isEmpty else { return nil }
    guard FileManager.default.fileExists(atPath: unicodeTables) else {
      print(
        "warning: this toolchain has no Embedded Swift for \(Self.triple); all but `homeward workbench` is built"
      )
      return nil
    }
    // Debug and release builds share what a plugin makes, and each would make it again: what is read decides.
    let now = try digest()
    if (try? String(contentsOfFile: made("Page.digest"), encoding: .utf8)) != now {
      for step in compiling + packing { try step.run() }
      try now.write(toFile: made("Page.digest"), atomically: true, encoding: .utf8)
    }
    // Behind 24 bytes that say how it was packed.
    return try Data(contentsOf: URL(filePath: made("Page.packed"))).dropFirst(24)
  }

  /// Of the tools' arguments, the compiler and every source file.
  private func digest() throws -> String {
    let compiler = try FileManager.default.attributesOfItem(atPath: tool("swift-frontend"))
    var texts = [
      Data("\(compiling + packing) \(compiler[.size] ?? 0) \(compiler[.modificationDate] ?? 0)".utf8)
    ]
    for file in rooms.flatMap({ $0.files }) { texts.append(try Data(contentsOf: URL(filePath: file))) }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for text in texts {
      for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}

extension PageModule.Step {
  struct Failed: Error, CustomStringConvertible {
    var description: String
  }

  func run() throws {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(description: "\(tool) ended with \(process.terminationStatus)")
    }
  }
}
