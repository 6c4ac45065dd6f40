#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

func exitProcess(_ status: Int32) -> Never { exit(status) }

/// Standard output and standard error.
enum Terminal {
  /// Writes what a command gave, and says with which status to exit.
  ///
  /// A reader that went away, as `head` does, is no error; an output that cannot be written is.
  static func show(_ outcome: Outcome) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    var status = outcome.status
    if let code = write(outcome.output, to: STDOUT_FILENO), code != EPIPE {
      _ = write(Array("homeward: standard output: \(message(code))\n".utf8), to: STDERR_FILENO)
      status = 2
    }
    let lines = outcome.errors.map { escaped($0) + ($0.hasSuffix("\n") ? "" : "\n") }
    _ = write(Array(lines.joined().utf8), to: STDERR_FILENO)
    return status
  }

  /// Writes all of the bytes.
  /// - Returns: the system's error code, if they could not all be written.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count {
        #if canImport(Glibc)
          let count = Glibc.write(file, buffer.baseAddress! + at, buffer.count - at)
        #else
          let count = Darwin.write(file, buffer.baseAddress! + at, buffer.count - at)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        at += count
      }
      return nil
    }
  }

  /// What the system says of an error code, in English.
  static func message(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM, EROFS: "not allowed"
    case ENOTDIR: "a part of the path is a file, not a folder"
    case EISDIR: "a folder, not a file"
    case ENOSPC: "no space left"
    case ELOOP: "a loop of links"
    case EBADF: "it is not open"
    case ENAMETOOLONG: "the name is too long"
    default: String(cString: strerror(code))
    }
  }
}
