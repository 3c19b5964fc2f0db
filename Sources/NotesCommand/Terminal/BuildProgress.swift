import Machine

/// A line on the terminal that tells how far a build is; it is drawn over and goes away at the end.
///
/// Builds of less than a second have none, nor has a build that nobody looks at.
struct BuildProgress {
  private let start = ContinuousClock.now
  private var isDrawn = false
  private let isShown =
    Terminal.error.isInteractive && (System.environment["CI"] ?? "").isEmpty

  mutating func show(_ done: Int, of count: Int) {
    guard isShown, start.duration(to: .now) >= .seconds(1) else { return }
    Terminal.error.write(
      "\r\u{1B}[KBuilding \(done.grouped) of \(count.grouped) page\(count == 1 ? "" : "s")")
    isDrawn = true
  }

  mutating func end() {
    if isDrawn { Terminal.error.write("\r\u{1B}[K") }
    isDrawn = false
  }
}

extension Int {
  /// With commas between thousands: 10,000.
  fileprivate var grouped: String {
    self < 1000 ? "\(self)" : "\((self / 1000).grouped),\(String(self % 1000 + 1000).dropFirst())"
  }
}
