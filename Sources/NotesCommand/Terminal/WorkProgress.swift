import Machine

/// A line on the terminal that tells how far long work is; it is drawn over and goes away at the end.
///
/// Work of less than a second has none, nor has work that nobody looks at.
struct WorkProgress {
  private let verb: String
  private let noun: String
  private let start = ContinuousClock.now
  private var isDrawn = false
  private let isShown =
    Terminal.error.isInteractive && (System.environment["CI"] ?? "").isEmpty

  /// - Parameters:
  ///   - verb: what is done: "Building".
  ///   - noun: what it is done to: "page".
  init(_ verb: String, _ noun: String) { (self.verb, self.noun) = (verb, noun) }

  mutating func show(_ done: Int, of count: Int) {
    guard isShown, start.duration(to: .now) >= .seconds(1) else { return }
    Terminal.error.write(
      "\r\u{1B}[K\(verb) \(done.grouped) of \(count.grouped) \(noun)\(count == 1 ? "" : "s")")
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
