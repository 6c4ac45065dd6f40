import Analysis
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A simulation on several threads. Each takes a few paths at a time and counts them by itself; what they counted is added up at
/// the end, and is the same however many they are and whoever was faster.
enum Parallel {
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Paths taken at a time: few enough that no thread waits long for another.
  private static let atATime: Int64 = 32

  /// Whether Ctrl-C was pressed.
  private static let isInterrupted = Atomic(false)

  private final class Work: Runnable, @unchecked Sendable {
    let range: Range<Int64>
    let simulator: Simulator
    let next: Atomic<Int64>
    let done: Atomic<Int64>
    let tallies: Mutex<[SimulationTally]>

    init(_ simulator: Simulator, _ range: Range<Int64>) {
      (self.simulator, self.range) = (simulator, range)
      next = Atomic(range.lowerBound)
      done = Atomic(0)
      tallies = Mutex([])
    }

    override func run() {
      var simulator = simulator
      var tally = simulator.emptyTally
      while !Parallel.isInterrupted.load(ordering: .relaxed) {
        let first = next.wrappingAdd(Parallel.atATime, ordering: .relaxed).oldValue
        guard first < range.upperBound else { break }
        let paths = first..<min(first + Parallel.atATime, range.upperBound)
        simulator.run(paths, into: &tally)
        done.wrappingAdd(paths.upperBound - paths.lowerBound, ordering: .relaxed)
      }
      tallies.withLock { $0.append(tally) }
    }

    /// What all threads counted, once they are done.
    var result: Simulated {
      var tally = simulator.emptyTally
      for part in tallies.withLock({ $0 }) { tally.add(part) }
      return Simulated(simulator.outline, range, tally)
    }
  }

  /// All paths of a simulation, with nothing shown; Ctrl-C ends the process, which has written nothing yet.
  static func whole(_ simulator: Simulator) -> Simulated {
    let work = Work(simulator, 0..<simulator.outline.paths)
    for thread in start(work, processors) { pthread_join(thread, nil) }
    return work.result
  }

  /// Runs some paths of a simulation, and shows on a terminal how far it is.
  /// - Throws: where it was interrupted. Nothing was written.
  static func run(
    _ simulator: Simulator, _ range: Range<Int64>, threads: Int, showing name: String
  ) throws(Interrupted) -> Simulated {
    let work = Work(simulator, range)
    // Ctrl-C is noted while it runs, and does again after it what it did before
    let before = signal(SIGINT) { _ in Parallel.isInterrupted.store(true, ordering: .relaxed) }
    defer { signal(SIGINT, before) }
    let started = start(work, threads)
    let progress = Progress(name, of: Int64(range.count))
    while work.done.load(ordering: .relaxed) < range.count, !isInterrupted.load(ordering: .relaxed) {
      progress.show(work.done.load(ordering: .relaxed))
      usleep(10_000)
    }
    for thread in started { pthread_join(thread, nil) }
    progress.end()
    guard !isInterrupted.load(ordering: .relaxed) else { throw Interrupted() }
    return work.result
  }

  /// Starts threads on some work, no more than it has paths to take; where the system gives none, does it all at once.
  private static func start(_ work: Work, _ threads: Int) -> [pthread_t] {
    let count = max(1, min(threads, (work.range.count + Int(atATime) - 1) / Int(atATime)))
    var started: [pthread_t] = []
    for _ in 0..<count {
      if let thread = startThread(work) { started.append(thread) }
    }
    if started.isEmpty { work.run() }
    return started
  }
}

/// Ctrl-C.
struct Interrupted: Error {}

/// How far long work is, on a terminal's standard error; nothing in a pipe.
struct Progress {
  private let name: String
  private let all: Int64
  private let things: String
  private let isShown: Bool

  /// - Parameter things: what is counted.
  init(_ name: String, of all: Int64, _ things: String = "paths") {
    (self.name, self.all, self.things) = (name, all, things)
    isShown = isatty(STDERR_FILENO) == 1
  }

  func show(_ done: Int64) {
    if isShown { write("\r\(name): \(done * 100 / max(1, all))% of \(all) \(things)") }
  }

  /// Takes the line away.
  func end() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    #if canImport(Glibc)
      _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    #else
      _ = Darwin.write(STDERR_FILENO, bytes, bytes.count)
    #endif
  }
}
