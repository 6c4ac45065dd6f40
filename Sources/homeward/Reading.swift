#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The most that a model file may be. A real one has a few thousand lines.
let largestModel = 8_000_000

/// What standard input is called wherever it is spoken of.
let standardInput = "standard input"

/// The bytes of a model file, or of standard input for `-`.
func readModel(_ path: String) throws(Failure) -> [UInt8] {
  try readFile(path, kind: "a model file", example: "NAME.toml")
}

/// The bytes of a file of a kind, or of standard input for `-`.
///
/// Only a file of the usual kind is opened, so a device or a pipe is refused, never waited for; and what is too large
/// is refused before it is read.
func readFile(
  _ path: String, kind: String, example: String, most: Int = largestModel
) throws(Failure) -> [UInt8] {
  if path == "-" { return try readAll(STDIN_FILENO, named: standardInput, kind, most) }
  guard !path.isEmpty, !path.utf8.contains(0) else { throw Failure("\"\(path)\"", "not the name of a file") }
  let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard file >= 0 else { throw Failure(path, Terminal.message(errno)) }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0 else { throw Failure(path, Terminal.message(errno)) }
  switch status.st_mode & S_IFMT {
  case S_IFREG: break
  case S_IFDIR:
    throw Failure(path, "this is a folder", "give \(kind), such as \(homeward.path(shown(path), example))")
  default: throw Failure(path, "this is not a file", "give \(kind), or - for standard input")
  }
  if status.st_size > most { throw tooLarge(path, kind, most) }
  return try readAll(file, named: path, kind, most)
}

private func tooLarge(_ name: String, _ kind: String, _ most: Int) -> Failure {
  Failure("\(name):1:1", "this has more than \(most / 1_000_000) MB", "\(kind) is far smaller")
}

private func readAll(
  _ file: Int32, named name: String, _ kind: String, _ most: Int
) throws(Failure) -> [UInt8] {
  var bytes: [UInt8] = []
  while bytes.count <= most {
    let room = 1 << 16
    var part = [UInt8](repeating: 0, count: room)
    let count = part.withUnsafeMutableBytes { read(file, $0.baseAddress, room) }
    if count == 0 { return bytes }
    if count < 0 {
      if errno == EINTR { continue }
      throw Failure(name, Terminal.message(errno))
    }
    bytes += part[..<count]
  }
  throw tooLarge(name, kind, most)
}
