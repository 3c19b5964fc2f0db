internal import Machine

/// The steps by which a command that will not end is made to.
struct StopLadder {
  private var started: ContinuousClock.Instant?
  private var rung = 0

  var isClimbing: Bool { started != nil }

  mutating func start() { started = ContinuousClock().now }

  /// Kills what is left with the next step.
  mutating func skipToEnd() {
    rung = max(rung, Self.rungs.count - 2)
    if started != nil { started = ContinuousClock().now - Self.rungs[rung].after }
  }

  /// What is done after which time: first what Ctrl-C does, in the end the shell, and when nobody
  /// answers the whole place.
  private static let rungs: [(after: Duration, action: Action)] = [
    (.zero, .stop(signal: "INT", shell: true)),
    (.milliseconds(300), .stop(signal: "TERM", shell: false)),
    (.milliseconds(600), .stop(signal: "KILL", shell: false)),
    (.milliseconds(900), .stop(signal: "KILL", shell: true)),
    (.seconds(5), .end),
  ]

  enum Action {
    case stop(signal: String, shell: Bool)
    case end
  }

  /// The next step when its time has come.
  mutating func climb() -> Action? {
    guard let started, rung < Self.rungs.count,
      ContinuousClock().now - started >= Self.rungs[rung].after
    else { return nil }
    rung += 1
    return Self.rungs[rung - 1].action
  }
}
