internal import Glibc
internal import Machine

/// The private folder through which a session and its shell talk.
///
/// `cmd` is a FIFO that the shell reads as its script, `ctl` one on which it answers; `out` and `err`
/// take what commands print.
struct SessionFolder: ~Copyable {
  var path: String { scratch.path }
  private let scratch: ScratchFolder
  private let script: Descriptor
  let control: Descriptor
  let output: Descriptor
  let error: Descriptor

  /// Bytes that a command printed at one go.
  struct Piece {
    var bytes: [UInt8]
    var isError: Bool
  }

  init(in parent: String) throws(MachineError) {
    let scratch = try ScratchFolder(in: parent, purpose: "session")
    let path = scratch.path
    for name in ["bin", "state"] { try System.makeFolder("\(path)/\(name)") }
    for name in ["cmd", "ctl", "out", "err"] { try System.makeFIFO("\(path)/\(name)") }
    // Opened for reading and writing, a FIFO never comes to its end, whoever else closes it.
    let script = try System.open("\(path)/cmd", O_RDWR | O_NONBLOCK)
    let control = try System.open("\(path)/ctl", O_RDWR | O_NONBLOCK)
    let output = try System.open("\(path)/out", O_RDWR | O_NONBLOCK)
    let error = try System.open("\(path)/err", O_RDWR | O_NONBLOCK)
    self.scratch = scratch
    self.script = script
    self.control = control
    self.output = output
    self.error = error
  }

  /// Gives the shell lines of script.
  borrowing func send(_ text: String) throws(MachineError) {
    try System.write(text, to: script.number)
  }

  /// Takes back lines that no shell has read, and answers that nobody waits for.
  borrowing func clear() {
    while let bytes = System.read(script), !bytes.isEmpty {}
    while let bytes = System.read(control), !bytes.isEmpty {}
  }

  /// The answers that have come, one a line.
  borrowing func takeAnswers() -> [String] {
    guard let bytes = System.read(control) else { return [] }
    return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Everything printed since the last time.
  borrowing func takeOutput() -> [Piece] {
    var pieces: [Piece] = []
    while true {
      let before = pieces.count
      if let bytes = System.read(output), !bytes.isEmpty {
        pieces.append(Piece(bytes: bytes, isError: false))
      }
      if let bytes = System.read(error), !bytes.isEmpty {
        pieces.append(Piece(bytes: bytes, isError: true))
      }
      // A command that prints without end must not keep the session from seeing its time run out.
      if pieces.count == before || pieces.count > 256 { return pieces }
    }
  }

  /// Makes a file that may be run; `bin/` comes first on the path of a sandbox's commands.
  borrowing func write(_ text: String, to name: String) throws(MachineError) {
    let file = try System.open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, mode: 0o700)
    try System.write(text, to: file.number)
  }

  borrowing func rename(_ old: String, to new: String) throws(MachineError) {
    try System.rename("\(path)/\(old)", to: "\(path)/\(new)")
  }
}

extension SessionFolder {
  /// Copies programs that stand in for the real ones, with the files they bring along.
  ///
  /// - Returns: their names.
  borrowing func copyStubs(_ source: String) throws(MachineError) -> Set<String> {
    guard Files.isFolder(source) else { throw MachineError("\(source) is no folder of stubs") }
    var names: Set<String> = []
    for file in try Files.list(source) {
      let bytes: [UInt8]
      do {
        bytes = try Files.read("\(source)/\(file)")
      } catch {
        throw MachineError("cannot read \(source)/\(file)")
      }
      let isProgram = System.isExecutable("\(source)/\(file)")
      try Files.write(bytes, to: "\(path)/stubs/\(file)", isExecutable: isProgram)
      if isProgram, !file.contains("/") { names.insert(file) }
    }
    return names
  }
}
