internal import Glibc
internal import Synchronization

/// Does pieces of work on several threads.
package enum Workers {
  /// Calls `body` for each number below `count`, in order of their starts, on up to `jobs` threads.
  ///
  /// - Parameters:
  ///   - meanwhile: called on this thread now and then until all is done, and once after: soon at
  ///     first, so that short work does not wait, and then twenty times a second.
  package static func run(
    _ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Void, meanwhile: () -> Void
  ) {
    let state = State()
    let work: @Sendable () -> Void = {
      while let number = state.next(below: count) {
        body(number)
        state.finish()
      }
    }
    let threads = (0..<min(jobs, count)).compactMap { _ in System.startThread(work) }
    // Where no thread can be had this one does it all.
    if threads.isEmpty { work() }
    var pause: useconds_t = 500
    while state.finished < count {
      meanwhile()
      usleep(pause)
      pause = min(pause * 2, 50_000)
    }
    for thread in threads { System.join(thread) }
    meanwhile()
  }

  private final class State: Sendable {
    private let started = Mutex(0)
    private let ended = Mutex(0)

    func next(below count: Int) -> Int? {
      started.withLock { number in
        guard number < count else { return nil }
        number += 1
        return number - 1
      }
    }

    func finish() { ended.withLock { $0 += 1 } }

    var finished: Int { ended.withLock { $0 } }
  }
}

/// A value that several threads read and change.
package final class Shared<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  package init(_ value: Value) { mutex = Mutex(value) }

  package func change<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
    mutex.withLock { value in body(&value) }
  }

  package var value: Value { mutex.withLock { $0 } }
}
