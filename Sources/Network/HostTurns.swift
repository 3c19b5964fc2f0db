internal import Glibc
internal import Machine

/// Sees to it that a host gets one request at a time, with a pause between two.
struct HostTurns: Sendable {
  private let hosts = Shared<[String: Turn]>([:])
  private let delay: Duration

  /// - Parameter delay: in seconds.
  init(delay: Double) { self.delay = .seconds(delay) }

  /// Waits for a host's turn and asks.
  func ask<Answer>(
    _ host: String, _ body: () throws(MachineError) -> Answer
  ) throws(MachineError) -> Answer {
    while !take(host) { usleep(10_000) }
    defer {
      pause(host, for: delay)
      hosts.change { $0[host]?.isTaken = false }
    }
    return try body()
  }

  /// Lets a host alone for some time from now on.
  func pause(_ host: String, for time: Duration) {
    let end = ContinuousClock.now + time
    hosts.change { $0[host, default: Turn()].pause(until: end) }
  }

  private func take(_ host: String) -> Bool {
    hosts.change { $0[host, default: Turn()].take() }
  }
}

private struct Turn {
  /// Whether a request is under way.
  var isTaken = false
  /// When the next one may begin.
  private var next: ContinuousClock.Instant?

  mutating func pause(until end: ContinuousClock.Instant) { next = max(next ?? end, end) }

  mutating func take() -> Bool {
    guard !isTaken, next.map({ $0 <= .now }) ?? true else { return false }
    isTaken = true
    return true
  }
}
