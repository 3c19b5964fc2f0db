internal import Glibc
internal import Machine

/// A shell that carries its state from command to command.
///
/// Commands reach it as files that it reads in its own process, one at a time; the status of each
/// comes back on a channel of its own. So nothing a command does can eat what follows it, and the end
/// of a command is never guessed from what it prints. A command that ends the shell costs itself
/// alone: the next one finds a new shell with the state from before it.
final class Session {
  private let folder: SessionFolder
  private let place: any Place
  private var shell: ShellProcess?
  private var hasState = false
  /// The names of the programs that stand in for the real ones.
  let stubs: Set<String>

  /// The folder's path as the shell sees it.
  private var inside: String { place.folderInside(folder.path) }

  /// How long a shell may take to answer for the first time.
  private static let startLimit = Duration.seconds(60)

  /// The folder in which commands of the session may leave files for it, as the shell sees it.
  var stateFolder: String { "\(inside)/state" }

  /// - Parameters:
  ///   - stubs: a folder of programs that go before all others.
  ///   - state: what ``state()`` gave of an earlier session; empty for none.
  init(
    in place: any Place, stubs: String? = nil, state: String = ""
  ) throws(MachineError) {
    self.place = place
    folder = try SessionFolder(in: place.temporaryFolder)
    if let stubs { self.stubs = try folder.copyStubs(stubs) } else { self.stubs = [] }
    for (name, text) in place.files { try folder.write(text, to: name) }
    if !state.isEmpty {
      try folder.write(state, to: "state/last")
      hasState = true
    }
    try start()
  }

  /// The shell's saved state, as text that brings another shell to it.
  func state() throws(MachineError) -> String {
    let result = try run("(cat '\(stateFolder)/last') && :", limit: .seconds(10))
    return result.standardOutput.bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  deinit { shell?.end() }

  /// Ends the shell and all that it has left running.
  func end() {
    shell?.end()
    shell = nil
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
    if shell == nil { try start() }
    try folder.write(text + "\n", to: "run")
    // What jobs of earlier commands printed meanwhile is not this command's.
    _ = folder.takeOutput()
    try folder.send(StateScript.run(in: inside))
    var result = CommandResult(ending: .finished, status: 0, duration: .zero)
    let clock = ContinuousClock()
    let start = clock.now
    var told = start
    var ladder = StopLadder()
    while true {
      let news = wait()
      let pieces = folder.takeOutput()
      for piece in pieces { received(piece.bytes) }
      result.add(pieces)
      result.duration = clock.now - start
      switch news {
      case .answer(let answer):
        result.status = Int(answer.drop { $0 != " " }.dropFirst()) ?? 1
        return result.withoutPath("\(inside)/run")
      case .ended(let status):
        result.status = status
        if !ladder.isClimbing { result.ending = .endedShell }
        return result
      case .nothing:
        if clock.now - told >= .milliseconds(100) {
          progress(result)
          told = clock.now
        }
        if !ladder.isClimbing, result.duration > limit {
          result.ending = .timedOut
          result.waitedFor = shell.flatMap { WaitingFor(result, of: $0.started()).words }
          ladder.start()
        } else if !ladder.isClimbing, stop() != .none {
          result.ending = .interrupted
          ladder.start()
        }
        if result.ending == .interrupted, stop() == .atOnce { ladder.skipToEnd() }
        if let shell { ladder.climb(shell) }
      }
    }
  }

  /// Keeps the shell's state, for the shell that follows when a later command ends this one.
  func saveState() throws(MachineError) {
    guard shell != nil else { return }
    try folder.send(StateScript.save(in: inside))
    guard case .answered = awaitAnswer("saved", within: .seconds(10)) else { return }
    try folder.rename("state/new", to: "state/last")
    hasState = true
  }

  private func start() throws(MachineError) {
    folder.clear()
    shell = try ShellProcess(in: place, folder: folder)
    try folder.send(
      StateScript.begin(
        in: inside, startFolder: place.startFolder, hasState: hasState, hasStubs: !stubs.isEmpty))
    if case .failed(let reason) = awaitAnswer("ready", within: Self.startLimit) {
      shell?.end()
      shell = nil
      throw place.failure(reason)
    }
    _ = folder.takeOutput()
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
      result.add(folder.takeOutput())
      switch news {
      case .answer(wanted): return .answered
      case .ended: return .failed(Self.withoutNoise(result.output.text))
      case .answer, .nothing: break
      }
    }
    return .failed("the shell did not answer within \(limit.components.seconds) s")
  }

  /// What was printed, without what bash says of having no terminal, fuse-overlayfs of options that
  /// it does not know, and mount of where to read on.
  private static func withoutNoise(_ text: String) -> String {
    let lines = text.split(separator: "\n").filter {
      !$0.hasSuffix("no job control in this shell") && !$0.contains("terminal process group")
        && !$0.hasPrefix("unknown argument ignored") && !$0.contains("dmesg(1)")
    }
    return lines.isEmpty ? "its shell ended at once" : lines.prefix(3).joined(separator: "; ")
  }

  private enum News {
    case answer(String)
    /// The shell is gone, with its exit status.
    case ended(Int)
    case nothing
  }

  /// Waits a tenth of a second at most for something to happen.
  private func wait() -> News {
    guard let shell else { return .ended(1) }
    let ready = System.poll(
      [
        folder.control.number, shell.descriptor.number, folder.output.number, folder.error.number,
      ], milliseconds: 100)
    if ready[0], let answer = folder.takeAnswers().last { return .answer(answer) }
    guard ready[1] else { return .nothing }
    let status = shell.end()
    self.shell = nil
    return .ended(status)
  }
}

extension CommandResult {
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
