internal import Glibc
internal import Machine

/// The process of a session's shell, with all that may stand around it and below it.
final class ShellProcess {
  /// Readable once the outermost process has ended, which it does when the shell does.
  let descriptor: Descriptor
  private let outermost: pid_t
  private let scriptPath: String
  /// A variable that everything the session starts inherits.
  private let mark: Substring

  init(in place: any Place, folder: borrowing SessionFolder) throws(MachineError) {
    guard System.becomeSubreaper() else {
      throw MachineError("cannot watch over what commands leave running")
    }
    let inside = place.folderInside(folder.path)
    scriptPath = "\(inside)/cmd"
    // An interactive shell that reads a script: Debian's `~/.bashrc` returns at once in any other,
    // and notes are written for a terminal. The script is a FIFO, which bash closes in its children.
    let bash = ["/bin/bash", "--norc", "--noprofile", "-i", scriptPath]
    let null = try System.open("/dev/null", O_RDWR)
    let mark = "NOTES_SESSION=\(folder.path)"
    self.mark = mark[...]
    outermost = try System.spawn(
      place.launch(bash, folder: folder.path),
      environment: place.environment(folder: inside) + [mark], folder: nil,
      descriptors: [null.number, folder.error.number, folder.error.number])
    descriptor = try System.processDescriptor(outermost)
  }

  /// Ends the shell and everything it has started that is left.
  ///
  /// - Returns: the shell's exit status.
  @discardableResult
  func end() -> Int {
    killStarted()
    _ = Glibc.kill(outermost, SIGKILL)
    let status = System.exitStatus(of: outermost, waiting: true) ?? 1
    killStarted()
    return status
  }

  /// Sends a signal to what the shell has started, and to the shell itself if asked to.
  func signal(_ signal: CInt, includingShell: Bool) {
    let tree = ProcessTree()
    let all = [outermost] + tree.descendants(of: outermost)
    guard let shell = all.first(where: isShell) else { return }
    for pid in tree.descendants(of: shell) { _ = Glibc.kill(pid, signal) }
    if includingShell { _ = Glibc.kill(shell, signal) }
  }

  private func isShell(_ pid: pid_t) -> Bool {
    let arguments = ProcessTree.arguments(of: pid)
    return arguments.first == "/bin/bash" && arguments.last.map(String.init) == scriptPath
      && ProcessTree.environment(of: pid).contains(mark)
  }

  /// Kills until nothing is left: a process may start another before the signal reaches it.
  private func killStarted() {
    for _ in 0..<100 {
      let victims = started(ProcessTree())
      if victims.isEmpty { return }
      for pid in victims { _ = Glibc.kill(pid, SIGKILL) }
      for pid in victims { _ = System.exitStatus(of: pid, waiting: false) }
      usleep(2_000)
    }
  }

  /// What the shell has started and still runs: the processes below it, and those that lost their
  /// parent and became this program's children, which the session's variable tells from others'.
  func started(_ tree: ProcessTree = ProcessTree()) -> [pid_t] {
    let orphans = tree.children(of: getpid()).filter { pid in
      pid != outermost && ProcessTree.environment(of: pid).contains(mark)
    }
    return tree.descendants(of: outermost) + orphans + orphans.flatMap(tree.descendants)
  }
}

/// The steps by which a command that will not end is made to.
struct StopLadder {
  private var started: ContinuousClock.Instant?
  private var rung = 0

  var isClimbing: Bool { started != nil }

  mutating func start() { started = ContinuousClock().now }

  /// Kills what is left with the next step.
  mutating func skipToEnd() {
    if started != nil { started = ContinuousClock().now - .seconds(10) }
  }

  /// Takes the next step when its time has come: first what Ctrl-C does, in the end the shell.
  mutating func climb(_ shell: ShellProcess) {
    guard let started else { return }
    let elapsed = ContinuousClock().now - started
    let rungs: [(after: Duration, action: (ShellProcess) -> Void)] = [
      (.zero, { $0.signal(SIGINT, includingShell: true) }),
      (.milliseconds(300), { $0.signal(SIGTERM, includingShell: false) }),
      (.milliseconds(600), { $0.signal(SIGKILL, includingShell: false) }),
      (.milliseconds(900), { $0.signal(SIGKILL, includingShell: true) }),
      (.milliseconds(1_500), { $0.end() }),
    ]
    while rung < rungs.count, elapsed >= rungs[rung].after {
      rungs[rung].action(shell)
      rung += 1
    }
  }
}
