import Foundation
import Synchronization

/// Does the same for each of some numbers on all processors. What is made comes in the order of the numbers, whoever was faster.
func onAllProcessors<Made: Sendable>(
  _ numbers: Range<Int>, _ make: @escaping @Sendable (Int) -> Made
) -> [Made] {
  let work = Work(numbers, make)
  let threads = DispatchGroup()
  for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
    threads.enter()
    let thread = Thread {
      work.run()
      threads.leave()
    }
    // models are structs many of which are kept on the stack of debug builds
    thread.stackSize = 8 << 20
    thread.start()
  }
  threads.wait()
  return work.made.withLock { made in made.sorted { $0.number < $1.number }.map { $0.value } }
}

private final class Work<Made: Sendable>: Sendable {
  let end: Int
  let make: @Sendable (Int) -> Made
  let next: Atomic<Int>
  let made = Mutex<[(number: Int, value: Made)]>([])

  init(_ numbers: Range<Int>, _ make: @escaping @Sendable (Int) -> Made) {
    (end, self.make) = (numbers.upperBound, make)
    next = Atomic(numbers.lowerBound)
  }

  func run() {
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < end else { return }
      let value = make(number)
      made.withLock { $0.append((number: number, value: value)) }
    }
  }
}
