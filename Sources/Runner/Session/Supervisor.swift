internal import Glibc
internal import Machine

/// The supervisor's process, with all that may stand around it and below it.
final class Supervisor {
  /// Readable once the outermost process has ended, which it does when the supervisor does.
  let descriptor: Descriptor
  private let outermost: pid_t
  private let place: any Place
  private let environment: [String]
  /// A variable that everything the session starts inherits.
  private let mark: Substring

  init(in place: any Place, folder: borrowing SessionFolder) throws(MachineError) {
    guard System.becomeSubreaper() else {
      throw MachineError("cannot watch over what commands leave running")
    }
    let inside = place.folderInside(folder.path)
    let mark = "NOTES_SESSION=\(place.isRemote ? inside : folder.path)"
    let exports = place.exports(folder: inside)
    let bash = ["/bin/bash", "--norc", "--noprofile", "\(inside)/orders"]
    // None of the ends that this program has: with the orders' in other hands they would never come
    // to their end, and other programs set what they are given to waiting.
    let path = folder.path
    func open(_ name: String, _ flags: CInt) throws(MachineError) -> Descriptor {
      try System.open("\(path)/\(name)", flags)
    }
    let input = try place.isRemote ? open("orders", O_RDONLY) : System.open("/dev/null", O_RDONLY)
    let output = try open(place.isRemote ? "out" : "err", O_WRONLY)
    let error = try open("err", O_WRONLY)
    self.place = place
    self.mark = mark[...]
    environment = place.environment(folder: inside)
    outermost = try System.spawn(
      place.launch(bash, folder: folder.path),
      // What merely leads to the place is not to be taken for what the session has started there.
      environment: environment + (exports.isEmpty ? [mark] : []), folder: nil,
      descriptors: [input.number, output.number, error.number])
    descriptor = try System.processDescriptor(outermost)
    try folder.order(
      SupervisorScript.begin(
        folder: inside, mark: mark, exports: exports, isRemote: place.isRemote))
  }

  /// How long a place that is not of this program's own processes may take to come to its end.
  private static let endLimit = 10_000

  /// Ends the shell and everything it has started that is left.
  func end(_ folder: borrowing SessionFolder) {
    if place.isRemote || !place.removal.isEmpty {
      try? folder.order("exit\n")
      let hasEnded = System.poll([descriptor.number], milliseconds: Self.endLimit)[0]
      if !hasEnded, !place.removal.isEmpty {
        _ = try? Tool.run(place.removal, environment: environment, limit: .seconds(30))
      }
    }
    killStarted()
    _ = Glibc.kill(outermost, SIGKILL)
    _ = System.exitStatus(of: outermost, waiting: true)
    killStarted()
  }

  /// Kills until nothing is left: a process may start another before the signal reaches it.
  private func killStarted() {
    var killed: Set<pid_t> = []
    for _ in 0..<100 {
      let victims = started(ProcessTree())
      for pid in victims { _ = Glibc.kill(pid, SIGKILL) }
      killed.formUnion(victims)
      // Those that became this program's own children stay in the table until they are asked for.
      killed = killed.filter { System.exitStatus(of: $0, waiting: false) == nil }
      if victims.isEmpty { return }
      usleep(2_000)
    }
  }

  /// What the session has started and still runs: the processes below the outermost one, and those
  /// that lost their parent and became this program's children, which the session's variable tells
  /// from others'.
  func started(_ tree: ProcessTree = ProcessTree()) -> [pid_t] {
    let orphans = tree.children(of: getpid()).filter { pid in
      pid != outermost && ProcessTree.environment(of: pid).contains(mark)
    }
    return tree.descendants(of: outermost) + orphans + orphans.flatMap(tree.descendants)
  }
}
