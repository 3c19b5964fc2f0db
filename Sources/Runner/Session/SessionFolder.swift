internal import Glibc
internal import Machine

/// The private folder through which a session and its shell talk.
///
/// `orders` is a FIFO that the supervisor reads as its script, `cmd` one that the shell reads as its
/// own; `ctl` is one on which they answer; `out` and `err` take what commands print.
struct SessionFolder: ~Copyable {
  let path: String
  private let scratch: ScratchFolder
  private let orders: Descriptor
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
    // Another user may run commands in a place: within its private folder all is open to them.
    let path = "\(scratch.path)/session"
    for folder in [path, "\(path)/bin", "\(path)/state"] {
      try System.makeFolder(folder)
      try System.setPermissions(0o777, of: System.open(folder, O_RDONLY | O_DIRECTORY))
    }
    // Opened for reading and writing, a FIFO never comes to its end, whoever else closes it.
    func makeFIFO(_ name: String) throws(MachineError) -> Descriptor {
      try System.makeFIFO("\(path)/\(name)")
      let descriptor = try System.open("\(path)/\(name)", O_RDWR | O_NONBLOCK)
      System.setPermissions(0o666, of: descriptor)
      return descriptor
    }
    let orders = try makeFIFO("orders")
    let script = try makeFIFO("cmd")
    let control = try makeFIFO("ctl")
    let output = try makeFIFO("out")
    let error = try makeFIFO("err")
    self.path = path
    self.orders = orders
    self.scratch = scratch
    self.script = script
    self.control = control
    self.output = output
    self.error = error
  }

  /// Gives the supervisor lines of script.
  borrowing func order(_ text: String) throws(MachineError) {
    try System.write(text, to: orders.number)
  }

  /// Takes back orders that no supervisor has read.
  borrowing func dropOrders() {
    while let bytes = System.read(orders), !bytes.isEmpty {}
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
    let file = try System.open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, mode: 0o755)
    // The mask of new files is the person's; others have to read it all the same.
    System.setPermissions(0o755, of: file)
    try System.write(text, to: file.number)
  }
}
