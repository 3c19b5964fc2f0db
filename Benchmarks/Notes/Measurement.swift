import Foundation

/// The processor time of this thread that some work takes, as the least of several runs: whatever
/// else the machine does only adds to it.
struct Measurement {
  let seconds: Double

  init(runs: Int, _ work: () -> Void) { self.init(runs, CLOCK_THREAD_CPUTIME_ID, work) }

  /// The same by the clock on the wall, for work on several threads.
  init(wallOfRuns runs: Int, _ work: () -> Void) { self.init(runs, CLOCK_MONOTONIC, work) }

  private init(_ runs: Int, _ clock: clockid_t, _ work: () -> Void) {
    var least = Double.infinity
    for _ in 0..<runs {
      let start = Self.now(clock)
      work()
      least = min(least, Self.now(clock) - start)
    }
    seconds = least
  }

  var milliseconds: String { String(format: "%.1f ms", seconds * 1000) }

  var microseconds: String { String(format: "%.0f µs", seconds * 1_000_000) }

  func ratio(to other: Measurement) -> String { String(format: "%.1f", seconds / other.seconds) }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
