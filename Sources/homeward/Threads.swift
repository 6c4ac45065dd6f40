import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Does the same for every number below a count, on as many threads as there are processors. What comes of it does not depend
/// on how many those are, or on which is faster.
func inThreads<Made: Sendable>(
  _ count: Int, showing progress: Progress?, _ make: @escaping @Sendable (Int) -> Made
) -> [Made] {
  let work = Work(count, make)
  var started: [pthread_t] = []
  for _ in 0..<min(count - 1, Parallel.processors) {
    if let thread = startThread(work) { started.append(thread) }
  }
  // where the system gives no thread, this one does it all
  if started.isEmpty { work.run() }
  if let progress {
    while work.done.load(ordering: .relaxed) < count {
      progress.show(Int64(work.done.load(ordering: .relaxed)))
      usleep(20_000)
    }
  }
  for thread in started { pthread_join(thread, nil) }
  progress?.end()
  return work.made.withLock { made in made.sorted { $0.number < $1.number }.map { $0.value } }
}

/// What a thread can be given, whatever it makes.
class Runnable: @unchecked Sendable {
  func run() {}
}

private final class Work<Made: Sendable>: Runnable, @unchecked Sendable {
  let count: Int
  let make: @Sendable (Int) -> Made
  let next = Atomic(0)
  let done = Atomic(0)
  let made = Mutex<[(number: Int, value: Made)]>([])

  init(_ count: Int, _ make: @escaping @Sendable (Int) -> Made) { (self.count, self.make) = (count, make) }

  override func run() {
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      let value = make(number)
      made.withLock { $0.append((number: number, value: value)) }
      done.wrappingAdd(1, ordering: .relaxed)
    }
  }
}

/// Starts a thread on some work; nothing where the system gives none.
func startThread(_ work: Runnable) -> pthread_t? {
  // models are structs many of which are kept on the stack of debug builds
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  pthread_attr_setstacksize(&attributes, 8 << 20)
  defer { pthread_attr_destroy(&attributes) }
  let held = Unmanaged.passRetained(work)
  #if canImport(Glibc)
    var thread = pthread_t()
    let status = pthread_create(&thread, &attributes, { run($0) }, held.toOpaque())
    let made: pthread_t? = thread
  #else
    var made: pthread_t?
    let status = pthread_create(&made, &attributes, { run($0) }, held.toOpaque())
  #endif
  guard status == 0 else {
    held.release()
    return nil
  }
  return made
}

private func run(_ held: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let held { Unmanaged<Runnable>.fromOpaque(held).takeRetainedValue().run() }
  return nil
}
