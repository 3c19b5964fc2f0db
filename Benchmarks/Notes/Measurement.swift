import Foundation

/// The processor time of this thread that some work takes, as the least of several runs: whatever
/// else the machine does only adds to it.
struct Measurement {
  let seconds: Double

  init(runs: Int, _ work: () -> Void) {
    var least = Double.infinity
    for _ in 0..<runs {
      let start = Self.now
      work()
      least = min(least, Self.now - start)
    }
    seconds = least
  }

  var milliseconds: String { String(format: "%.1f ms", seconds * 1000) }

  var microseconds: String { String(format: "%.0f µs", seconds * 1_000_000) }

  func ratio(to other: Measurement) -> String { String(format: "%.1f", seconds / other.seconds) }

  private static var now: Double {
    Double(clock_gettime_nsec(CLOCK_THREAD_CPUTIME_ID)) / 1e9
  }

  private static func clock_gettime_nsec(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
