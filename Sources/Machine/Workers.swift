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

  /// What `body` gives for each number below `count`, in order, made on up to `jobs` threads, of which
  /// this is one.
  ///
  /// - Throws: the failure of the lowest number that has one; what has not begun by then is left out.
  package static func map<Element: Sendable, Failure: Error>(
    _ count: Int, jobs: Int,
    _ body: @escaping @Sendable (Int) throws(Failure) -> Element
  ) throws(Failure) -> [Element] {
    let state = State()
    let results = Results<Element, Failure>()
    let work: @Sendable () -> Void = {
      while results.hasNotFailed, let number = state.next(below: count) {
        do throws(Failure) {
          results.add(try body(number), number)
        } catch {
          results.add(error, number)
        }
      }
    }
    let threads = (1..<max(1, min(jobs, count))).compactMap { _ in System.startThread(work) }
    work()
    for thread in threads { System.join(thread) }
    return try results.inOrder()
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

  private final class Results<Element: Sendable, Failure: Error>: Sendable {
    private let made = Mutex<[(number: Int, element: Element)]>([])
    private let failed = Mutex<(number: Int, failure: Failure)?>(nil)

    func add(_ element: Element, _ number: Int) { made.withLock { $0.append((number, element)) } }

    func add(_ failure: Failure, _ number: Int) {
      failed.withLock { if number < $0?.number ?? .max { $0 = (number, failure) } }
    }

    var hasNotFailed: Bool { failed.withLock { $0 == nil } }

    func inOrder() throws(Failure) -> [Element] {
      if let failure = failed.withLock({ $0?.failure }) { throw failure }
      return made.withLock { $0.sorted { $0.number < $1.number }.map(\.element) }
    }
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
