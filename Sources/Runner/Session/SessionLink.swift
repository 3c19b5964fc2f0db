import Course
internal import Glibc
internal import Machine

/// The way to a session's shell and back, whether its folder lies on this machine or on another.
final class SessionLink {
  /// The folder's path as the shell sees it.
  let inside: String
  /// What the shell is told, with the word of the command that is next.
  private(set) var script: StateScript
  private let place: any Place
  private let folder: SessionFolder
  private var supervisor: Supervisor?
  /// For a place where answers travel among outputs; the word before them.
  private var filter: AnswerFilter?
  private let secret: String?

  private let stubs: StubFolder?

  init(to place: any Place, stubs: StubFolder? = nil) throws(MachineError) {
    self.place = place
    self.stubs = stubs
    folder = try SessionFolder(in: place.temporaryFolder)
    inside = place.folderInside(folder.path)
    secret = place.isRemote ? Self.randomWord() : nil
    filter = secret.map(AnswerFilter.init)
    script = StateScript(folder: inside, nonce: nil)
  }

  deinit { end() }

  private static func randomWord() -> String {
    String(UInt64.random(in: .min ... .max), radix: 36)
      + String(UInt64.random(in: .min ... .max), radix: 36)
  }

  /// Sees to it that a supervisor takes orders.
  func begin() throws(MachineError) {
    folder.clear()
    guard supervisor == nil else { return }
    filter = secret.map(AnswerFilter.init)
    // Before the place is made of them; a folder elsewhere is not there until then.
    if !place.isRemote { try putFiles() }
    supervisor = try Supervisor(in: place, folder: folder)
    if place.isRemote { try putFiles() }
  }

  func end() {
    supervisor?.end(folder)
    supervisor = nil
    folder.dropOrders()
  }

  /// Draws a new word for the answers that come next: no command knows that of the one after it.
  func renew() { script.nonce = secret.map { $0 + Self.randomWord() } }

  private func putFiles() throws(MachineError) {
    for (name, text) in place.files { try put(text, to: name) }
    for file in stubs?.files ?? [] { try put(file) }
  }

  private func put(_ file: StubFolder.File) throws(MachineError) {
    let name = "stubs/\(file.path)"
    guard place.isRemote else {
      try Files.write(
        file.bytes, to: "\(folder.path)/\(name)", isExecutable: file.isProgram)
      return
    }
    guard !file.bytes.contains(0) else {
      throw MachineError("\(file.path): over ssh only text can stand in for a program")
    }
    let path = "\(inside)/\(name)".shellQuoted
    try order("mkdir -p -- \(Files.parent("\(inside)/\(name)").shellQuoted)\n")
    try put(String(decoding: file.bytes, as: UTF8.self), to: name)
    if file.isProgram { try order("chmod 755 -- \(path)\n") }
  }

  /// The processes on this machine that the session has started.
  func processes() -> [pid_t] { supervisor?.started() ?? [] }

  /// Makes a file in the session's folder.
  func put(_ text: String, to name: String) throws(MachineError) {
    if place.isRemote {
      try order("put \(name.shellQuoted) \(text.shellQuoted)\n")
    } else {
      try folder.write(text, to: name)
    }
  }

  /// Gives the shell lines of script.
  func send(_ lines: String) throws(MachineError) {
    if let nonce = script.nonce {
      try order("send \(nonce) \(lines.shellQuoted)\n")
    } else {
      try folder.send(lines)
    }
  }

  /// Gives the supervisor lines of script.
  func order(_ lines: String) throws(MachineError) { try folder.order(lines) }

  /// Waits for something to be told or printed.
  ///
  /// - Returns: whether the place is still there.
  func wait(milliseconds: Int) -> Bool {
    guard let supervisor else { return false }
    let ready = System.poll(
      [
        supervisor.descriptor.number, folder.control.number, folder.output.number,
        folder.error.number,
      ], milliseconds: milliseconds)
    if filter != nil { read() }
    return !ready[0]
  }

  private var pieces: [SessionFolder.Piece] = []

  /// Reads outputs that carry answers along.
  private func read() {
    for piece in folder.takeOutput() {
      let bytes = filter?.strip(piece) ?? piece.bytes
      pieces.append(SessionFolder.Piece(bytes: bytes, isError: piece.isError))
    }
  }

  /// The answers that have come. What was printed before them can be taken from then on.
  func takeAnswers() -> [String] { filter?.takeAnswers() ?? folder.takeAnswers() }

  /// Everything printed since the last time.
  func takeOutput() -> [SessionFolder.Piece] {
    guard filter != nil else { return folder.takeOutput() }
    defer { pieces = [] }
    return pieces
  }
}
