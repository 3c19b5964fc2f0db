internal import Glibc
internal import Machine

/// A program of this machine that a place is made with, run to its end.
enum Tool {
  struct Result {
    /// `nil` when it was stopped, at its limit or by the person.
    var status: Int?
    /// Both its streams.
    var output: String
    var isSuccess: Bool { status == 0 }
  }

  /// - Parameters:
  ///   - words: the program's path first.
  ///   - isInterrupted: asked at least ten times a second whether the person has stopped it.
  static func run(
    _ words: [String], environment: [String], limit: Duration,
    isInterrupted: () -> Bool = { false }
  ) throws(MachineError) -> Result {
    let folder = try ScratchFolder(in: "/tmp", purpose: "tool")
    let path = "\(folder.path)/output"
    let output = try System.open(path, O_WRONLY | O_CREAT | O_EXCL)
    let null = try System.open("/dev/null", O_RDONLY)
    let process = try System.spawn(
      words, environment: environment, folder: nil,
      descriptors: [null.number, output.number, output.number])
    let end = try System.processDescriptor(process)
    let clock = ContinuousClock()
    let last = clock.now + limit
    var isStopped = false
    while !System.poll([end.number], milliseconds: 100)[0] {
      guard clock.now > last || isInterrupted() else { continue }
      isStopped = true
      _ = kill(-process, SIGKILL)
    }
    let status = System.exitStatus(of: process, waiting: true)
    let bytes = (try? Files.read(path)) ?? []
    return Result(
      status: isStopped ? nil : status, output: String(decoding: bytes, as: UTF8.self))
  }
}
