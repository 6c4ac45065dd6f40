import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files as they stood in a revision of a git repository. The `git` of the machine is asked, without a shell between.
struct Git {
  /// As it was typed.
  let revision: String

  /// - Parameter path: of the file, for what is said.
  /// - Throws: where the name of a revision would be taken for something else.
  init(_ revision: String, of path: String) throws(Failure) {
    let name = "\(path)@\(revision)"
    let remedy = "write one such as \(shown(path))@HEAD~1"
    guard !revision.isEmpty else { throw Failure(name, "no revision follows the @", remedy) }
    guard revision.utf8.first != UInt8(ascii: "-") else {
      throw Failure(name, "a revision does not begin as an option does", remedy)
    }
    let isPlain = revision.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != ":" }
    guard isPlain, revision.utf8.count <= 400 else {
      throw Failure(name, "this is not the name of a revision", remedy)
    }
    self.revision = revision
  }

  /// The bytes of a file as the revision has it.
  func read(_ path: String) throws(Failure) -> [UInt8] {
    let name = "\(path)@\(revision)"
    let (folder, rest) = Self.place(of: path)
    let commit = try Self.run(
      ["-C", folder, "rev-parse", "--verify", "--quiet", "\(revision)^{commit}"], name)
    guard commit.status == 0 else {
      let known = try Self.run(["-C", folder, "rev-parse", "--git-dir"], name)
      guard known.status == 0 else {
        throw Failure(name, Self.reason(known.errors) ?? "this is not in a git repository")
      }
      throw Failure(name, "there is no revision \"\(shown(revision))\"", "`git log` lists them")
    }
    let id = String(decoding: commit.output.prefix { $0 != 10 }, as: UTF8.self)
    let blob = try Self.run(["-C", folder, "cat-file", "blob", "\(id):./\(rest)"], name)
    guard blob.output.count <= largestModel else {
      throw Failure(name, "this has more than \(largestModel / 1_000_000) MB", "a model file is far smaller")
    }
    guard blob.status == 0 else {
      throw Failure(name, "the revision has no file of that name")
    }
    return blob.output
  }

  /// The nearest folder that exists, and the way from there: the file's own folder may be gone since.
  private static func place(of path: String) -> (folder: String, rest: String) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true).map { String($0) }
    var rest = [parts.popLast() ?? path]
    let root = path.hasPrefix("/") ? "/" : ""
    while !parts.isEmpty {
      let folder = root + parts.joined(separator: "/")
      if case .folder = Standing(folder) { return (folder: folder, rest: rest.joined(separator: "/")) }
      rest.insert(parts.removeLast(), at: 0)
    }
    return (folder: root.isEmpty ? "." : root, rest: rest.joined(separator: "/"))
  }

  /// What git says of why it will not, without its "fatal: ".
  private static func reason(_ errors: [UInt8]) -> String? {
    let line = String(decoding: errors.prefix { $0 != 10 }, as: UTF8.self)
    let words = line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line
    if words.isEmpty { return nil }
    return words.hasPrefix("not a git repository")
      ? "this is not in a git repository" : "git: \(shown(words))"
  }

  private struct Answer {
    var status: Int32
    var output: [UInt8], errors: [UInt8]
  }

  /// Runs git with these words and waits for its end.
  private static func run(_ words: [String], _ name: String) throws(Failure) -> Answer {
    let missing = Failure(name, "there is no git to ask", "install git, or give two files")
    var (out, err): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&out) == 0 else { throw missing }
    defer { close(out[0]) }
    guard pipe(&err) == 0 else {
      close(out[1])
      throw missing
    }
    defer { close(err[0]) }
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO)
    for file in out + err { posix_spawn_file_actions_addclose(&actions, file) }
    // what git says is compared, so it is asked in one language
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C"
    var arguments: [UnsafeMutablePointer<CChar>?] = (["git"] + words).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let status = posix_spawnp(&process, "git", &actions, nil, &arguments, &variables)
    close(out[1])
    close(err[1])
    guard status == 0 else { throw missing }
    let output = readAll(out[0], atMost: largestModel + 1)
    // one that has more to say than is wanted is not waited for
    if output.count > largestModel { kill(process, SIGTERM) }
    let errors = readAll(err[0], atMost: 1 << 16)
    var ended: Int32 = 0
    while waitpid(process, &ended, 0) < 0, errno == EINTR {}
    let hasExited = ended & 0x7F == 0
    let code = hasExited ? (ended >> 8) & 0xFF : -1
    if code == 127, output.isEmpty { throw missing }
    return Answer(status: code, output: output, errors: errors)
  }

  private static func readAll(_ file: Int32, atMost most: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    let room = 1 << 16
    while bytes.count < most {
      var part = [UInt8](repeating: 0, count: room)
      let count = part.withUnsafeMutableBytes { Self.take(file, $0.baseAddress, room) }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        break
      }
      bytes += part[..<count]
    }
    return bytes
  }

  private static func take(_ file: Int32, _ place: UnsafeMutableRawPointer?, _ room: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(file, place, room)
    #else
      Darwin.read(file, place, room)
    #endif
  }
}
