import Foundation

/// The seconds that this thread itself works for something. Time in which it waits for a processor,
/// as it does among other tests, counts for nothing, so that a bound on it holds on any machine.
package func secondsOfWork(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try body()
  return now() - start
}
