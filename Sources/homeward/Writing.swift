import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What stands at a path.
enum Standing {
  case nothing, file, folder, other

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .nothing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}

/// Whether two paths lead to one file.
func isSame(_ one: String, _ other: String) -> Bool {
  var (a, b) = (stat(), stat())
  return one == other
    || stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino
}

/// Writes reports, each file beside its place first and then moved there, and only where the bytes differ. Whether all
/// of it can be written is looked at before the first is.
func write(_ reports: [(folder: String, files: [Product.File])]) throws(Failure) {
  for report in reports {
    try expectWritable(report.folder)
    for file in report.files {
      let path = "\(report.folder)/\(file.name)"
      switch Standing(path) {
      case .nothing, .file: break
      case .folder, .other:
        throw Failure("\(shown(path)): cannot be written; something that is not a file stands there")
      }
    }
  }
  for report in reports {
    do {
      try FileManager.default.createDirectory(atPath: report.folder, withIntermediateDirectories: true)
    } catch {
      throw Failure("\(shown(report.folder)): this folder cannot be made")
    }
    for file in report.files {
      let path = "\(report.folder)/\(file.name)"
      if holds(path, file.bytes) { continue }
      do {
        try Data(file.bytes).write(to: URL(filePath: path), options: .atomic)
      } catch {
        throw Failure("\(shown(path)): cannot be written")
      }
    }
  }
}

/// Writes one file, beside its place first and then moved there.
func writeFile(_ path: String, _ bytes: [UInt8]) throws(Failure) {
  switch Standing(path) {
  case .nothing, .file: break
  case .folder, .other:
    throw Failure("\(shown(path)): cannot be written; something that is not a file stands there")
  }
  if holds(path, bytes) { return }
  do {
    try Data(bytes).write(to: URL(filePath: path), options: .atomic)
  } catch {
    throw Failure("\(shown(path)): cannot be written; its folder must exist and allow it")
  }
}

/// Whether a file has these bytes already.
private func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
  guard case .file = Standing(path), let data = FileManager.default.contents(atPath: path),
    data.count == bytes.count
  else { return false }
  return data.withUnsafeBytes { there in
    bytes.withUnsafeBytes { here in
      guard let one = there.baseAddress, let other = here.baseAddress else { return true }
      return memcmp(one, other, there.count) == 0
    }
  }
}

/// The bytes of a file, or nil if there is none to read.
func contents(_ path: String) -> [UInt8]? {
  guard case .file = Standing(path) else { return nil }
  return FileManager.default.contents(atPath: path).map { [UInt8]($0) }
}

/// The names in a folder, in order; none if it cannot be read.
func names(in folder: String) -> [String] {
  ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
}

/// Looks whether a folder, or the nearest one above it that exists, may be written to.
private func expectWritable(_ folder: String) throws(Failure) {
  var path = folder
  while true {
    switch Standing(path) {
    case .folder:
      if access(path, W_OK | X_OK) == 0 { return }
      throw Failure(
        "\(shown(path)): this folder cannot be written to: \(Terminal.message(errno)); choose another with --output"
      )
    case .file, .other:
      throw Failure(
        "\(shown(path)): this is not a folder, so no report can be written there; choose another with --output"
      )
    case .nothing: break
    }
    guard let slash = path.lastIndex(of: "/") else {
      path = "."
      continue
    }
    path = slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
