import Foundation

/// The processor time of this thread that some work takes, as the least of several runs: whatever
/// else the machine does only adds to it.
struct Measurement {
  let seconds: Double

  /// Some work, and the clock that it is measured by.
  struct Work {
    fileprivate let clock: clockid_t
    fileprivate let body: () -> Void

    /// By the processor time of this thread.
    static func ofThread(_ body: @escaping () -> Void) -> Work {
      Work(clock: CLOCK_THREAD_CPUTIME_ID, body: body)
    }

    /// By the clock on the wall, for work on several threads.
    static func ofWall(_ body: @escaping () -> Void) -> Work {
      Work(clock: CLOCK_MONOTONIC, body: body)
    }

    fileprivate func seconds() -> Double {
      let start = Self.now(clock)
      body()
      return Self.now(clock) - start
    }

    private static func now(_ clock: clockid_t) -> Double {
      var time = timespec()
      clock_gettime(clock, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
  }

  init(runs: Int, _ body: @escaping () -> Void) {
    self = Self.inTurn(runs: runs, [.ofThread(body)])[0]
  }

  private init(seconds: Double) { self.seconds = seconds }

  /// Measures works that are to be compared, one run of each after the other: a machine that is shared
  /// may be half as fast a second later, and then is so for all of them.
  static func inTurn(runs: Int, _ works: [Work]) -> [Measurement] {
    var least = works.map { _ in Double.infinity }
    for _ in 0..<runs {
      for (index, work) in works.enumerated() { least[index] = min(least[index], work.seconds()) }
    }
    return least.map { Measurement(seconds: $0) }
  }

  var milliseconds: String { String(format: "%.1f ms", seconds * 1000) }

  var microseconds: String { String(format: "%.0f µs", seconds * 1_000_000) }

  func ratio(to other: Measurement) -> String { String(format: "%.1f", seconds / other.seconds) }
}
