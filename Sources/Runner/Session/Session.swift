import Course
internal import Machine

/// A shell that carries its state from command to command.
///
/// Commands reach it as files that it reads in its own process, one at a time; the status of each
/// comes back on a channel of its own. So nothing a command does can eat what follows it, and the end
/// of a command is never guessed from what it prints. A command that ends the shell costs itself
/// alone: the next one finds a new shell with the state from before it.
final class Session {
  private let place: any Place
  private let link: SessionLink
  private var hasShell = false
  /// The name of the file that holds the state to come back to.
  private var state: String?
  /// What the last command left in `$?` and `PIPESTATUS`.
  private var statuses = [0]

  /// How long a shell may take to answer for the first time.
  private static let startLimit = Duration.seconds(60)

  /// The names of the programs that stand in for the real ones.
  let stubs: Set<String>
  /// The person's terminal as commands see it; `nil` where they get none.
  let terminal: String?
  private let terminalKind: String?
  /// What brings a first shell to the state of an earlier session; empty for none.
  private let firstState: String

  /// The folder in which commands of the session may leave files for it, as the shell sees it.
  var stateFolder: String { "\(link.inside)/state" }

  /// - Parameters:
  ///   - stubs: a folder of programs that go before all others.
  ///   - state: what ``savedState()`` gave of an earlier session; empty for none.
  ///   - terminal: the device of the person's terminal, and its kind as `TERM` names it.
  init(
    in place: any Place, stubs: String? = nil, state: String = "",
    terminal: (path: String, kind: String)? = nil
  ) throws(MachineError) {
    self.place = place
    self.terminal = terminal.map { place.terminalInside($0.path) }
    terminalKind = terminal?.kind
    let files = try stubs.map { path throws(MachineError) in try StubFolder(path) }
    self.stubs = files?.programs ?? []
    firstState = state
    link = try SessionLink(to: place, stubs: files)
    try start()
  }

  /// Ends the shell and all that it has left running.
  func end() { link.end() }

  /// The shell's saved state, as text that brings another shell to it.
  func savedState() throws(MachineError) -> String {
    guard let state else { return "" }
    let result = try run("(cat '\(stateFolder)/\(state)') && :", limit: .seconds(10))
    return result.standardOutput.bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Runs one command to its end.
  ///
  /// - Parameters:
  ///   - text: complete shell commands.
  ///   - limit: how long it may take.
  ///   - stop: asked at least ten times a second whether the person has stopped it.
  ///   - received: told what is printed, as it comes.
  ///   - progress: told up to ten times a second what was printed so far.
  func run(
    _ text: String, limit: Duration, stop: () -> StopRequest = { .none },
    received: ([UInt8]) -> Void = { _ in }, progress: (CommandResult) -> Void = { _ in }
  ) throws(MachineError) -> CommandResult {
    // What jobs of earlier commands printed meanwhile is not this command's.
    _ = link.takeOutput()
    if link.takeAnswers().contains(where: { $0.hasPrefix("ended") }) { hasShell = false }
    if !hasShell { try start() }
    link.renew()
    try link.put(link.script.file(text), to: "run")
    let clock = ContinuousClock()
    let start = clock.now
    try link.send(link.script.run(after: statuses))
    statuses = [0]
    var result = CommandResult(ending: .finished, status: 0, duration: .zero)
    var told = start
    var ladder = StopLadder()
    while true {
      let news = wait()
      let pieces = link.takeOutput()
      for piece in pieces { received(piece.bytes) }
      result.add(pieces)
      result.duration = clock.now - start
      switch news {
      case .answers(let answers):
        guard let end = result.end(with: answers, statuses: &statuses) else { continue }
        hasShell = end != .endedShell
        if ladder.isClimbing {
          try halt(&result)
        } else {
          result.ending = end
        }
        return result.withoutPath("\(link.inside)/run")
      case .lost:
        hasShell = false
        result.status = 137
        if !ladder.isClimbing { result.ending = .endedShell }
        return result
      case .nothing:
        if clock.now - told >= .milliseconds(100) {
          progress(result)
          told = clock.now
        }
        if !ladder.isClimbing, result.duration > limit {
          result.ending = .timedOut
          result.waitedFor = WaitingFor(result, of: link.processes()).words
          ladder.start()
        } else if !ladder.isClimbing, result.output.count > CommandResult.printLimit {
          result.ending = .printedTooMuch
          ladder.start()
        } else if !ladder.isClimbing, stop() != .none {
          result.ending = .interrupted
          ladder.start()
        }
        if result.ending == .interrupted, stop() == .atOnce { ladder.skipToEnd() }
        if let action = ladder.climb() { try take(action, age: result.duration) }
      }
    }
  }

  /// Makes a file in the session's folder, which the shell sees.
  ///
  /// - Returns: the file's path there.
  func put(_ text: String, to name: String) throws(MachineError) -> String {
    try link.put(text, to: name)
    return "\(link.inside)/\(name)"
  }

  /// Where the shell finds what takes the output of its commands.
  var outputPaths: (output: String, error: String) { ("\(link.inside)/out", "\(link.inside)/err") }

  /// Keeps the shell's state, for the shell that follows when a later command ends this one.
  func saveState() throws(MachineError) {
    guard hasShell else { return }
    // Another file than the last one, which stays whole if this is not finished.
    let next = state == "a" ? "b" : "a"
    link.renew()
    try link.send(link.script.save(to: next))
    if case .answered = awaitAnswer("saved", within: .seconds(10)) { state = next }
  }

  private func take(_ action: StopLadder.Action, age: Duration) throws(MachineError) {
    switch action {
    case .stop(let signal, let shell):
      try link.order("stop \(signal) \(Self.ticks(age)) \(shell ? "shell" : "")\n")
    case .end: link.end()
    }
  }

  /// The kernel's measure of a process's age, hundredths of a second; a little more, since it and the
  /// session do not look at the clock at one time.
  private static func ticks(_ age: Duration) -> Int { Int(age / .milliseconds(10)) + 5 }

  /// Ends what is left of a command that was stopped, and its shell: what it did to its state until
  /// then is not what the next command expects.
  private func halt(_ result: inout CommandResult) throws(MachineError) {
    try link.order(
      "stop KILL \(Self.ticks(result.duration + .milliseconds(50))) shell\nanswer halted\n")
    if case .failed = awaitAnswer("halted", within: .seconds(5)) { link.end() }
    result.add(link.takeOutput())
    hasShell = false
  }

  private func start() throws(MachineError) {
    try link.begin()
    link.renew()
    if state == nil, !firstState.isEmpty {
      try link.put(firstState, to: "state/a")
      state = "a"
    }
    try link.order("start\n")
    try link.send(
      link.script.begin(startFolder: place.startFolder, state: state, exports: exports))
    if case .failed(let reason) = awaitAnswer("ready", within: Self.startLimit) {
      link.end()
      throw place.failure(reason)
    }
    hasShell = true
    statuses = [0]
    _ = link.takeOutput()
  }

  /// Variables beside those of the place, in the shell's syntax.
  private var exports: [String] {
    let folder = "\(link.inside)/stubs"
    let stubs = self.stubs.isEmpty ? [] : ["NOTES_STUBS='\(folder)'", "PATH='\(folder)':\"$PATH\""]
    return stubs + (terminalKind.map { ["TERM=\($0.shellQuoted)"] } ?? [])
  }

  private enum Answer {
    case answered
    /// With what was printed instead.
    case failed(String)
  }

  private func awaitAnswer(_ wanted: String, within limit: Duration) -> Answer {
    let clock = ContinuousClock()
    let end = clock.now + limit
    var result = CommandResult(ending: .finished, status: 0, duration: .zero)
    while clock.now < end {
      let news = wait()
      result.add(link.takeOutput())
      switch news {
      case .answers(let answers):
        if answers.contains(where: { $0.hasPrefix("ended") }) { hasShell = false }
        if answers.contains(wanted) { return .answered }
      case .lost:
        hasShell = false
        // Not what fuse-overlayfs says of options that it does not know, and mount of where to read on.
        let lines = result.output.text.split(separator: "\n").filter {
          !$0.hasPrefix("unknown argument ignored") && !$0.contains("dmesg(1)")
        }
        return .failed(
          lines.isEmpty ? "its shell ended at once" : lines.prefix(3).joined(separator: "; "))
      case .nothing: break
      }
    }
    return .failed("the shell did not answer within \(limit.components.seconds) s")
  }

  private enum News {
    case answers([String])
    /// The place is gone, with all that ran there.
    case lost
    case nothing
  }

  /// Waits a tenth of a second at most for something to happen.
  private func wait() -> News {
    let isThere = link.wait(milliseconds: 100)
    let answers = link.takeAnswers()
    if !answers.isEmpty { return .answers(answers) }
    if isThere { return .nothing }
    link.end()
    return .lost
  }
}

extension CommandResult {
  /// Takes the command's end from answers: whether it came, and how.
  ///
  /// - Parameter statuses: those of its last pipeline, for the next command.
  fileprivate mutating func end(with answers: [String], statuses: inout [Int]) -> Ending? {
    for answer in answers {
      let numbers = answer.split(separator: " ").dropFirst().compactMap { Int($0) }
      switch answer.prefix(while: { $0 != " " }) {
      case "pipe" where numbers.count > 1:
        statuses = Array(numbers.dropFirst())
        status = numbers[0]
      case "status":
        // After the line that told of a pipeline, the file ends with that line's own status.
        if statuses == [0], status == 0 {
          status = numbers.first ?? 1
          statuses = [status]
        }
        return .finished
      case "ended":
        status = numbers.first ?? 1
        return .endedShell
      default: break
      }
    }
    return nil
  }

  /// What bash says of the file it read a command from, without the file's name, which means nothing
  /// to a reader: `bash: line 1: …`.
  fileprivate func withoutPath(_ path: String) -> CommandResult {
    guard standardError.count > 0 else { return self }
    var result = self
    result.output.remove("\(path): ")
    result.standardError.remove("\(path): ")
    return result
  }

  fileprivate mutating func add(_ pieces: [SessionFolder.Piece]) {
    for piece in pieces {
      if piece.isError {
        standardError.append(piece.bytes)
      } else {
        standardOutput.append(piece.bytes)
      }
      output.append(piece.bytes)
    }
  }
}
