internal import CMachine
package import Glibc

/// The calls to the operating system that take pointers, each wrapped in a function that takes and
/// gives values. All unsafe code about the machine is in this file and `SystemPaths.swift`.
package enum System {
  /// Starts a program in a session of its own.
  ///
  /// - Parameters:
  ///   - arguments: the program's path first.
  ///   - environment: `NAME=value` each.
  ///   - descriptors: those that become standard input, output and error; 3 or above.
  /// - Returns: the process id.
  package static func spawn(
    _ arguments: [String], environment: [String], folder: String?, descriptors: [CInt]
  ) throws(MachineError) -> pid_t {
    var pid: pid_t = 0
    let error = unsafe withCStrings(arguments) { arguments in
      unsafe withCStrings(environment) { environment in
        unsafe notes_spawn(
          &pid, arguments[0], arguments, environment, folder, descriptors[0], descriptors[1],
          descriptors[2])
      }
    }
    guard error == 0 else { throw MachineError(doing: "start \(arguments[0])", code: error) }
    return pid
  }

  /// A descriptor that becomes readable when the process ends.
  package static func processDescriptor(_ pid: pid_t) throws(MachineError) -> Descriptor {
    try Descriptor(owning: notes_pidfd_open(pid), doing: "watch process \(pid)")
  }

  /// The status with which a child ended, or `nil` while it runs: an exit status, or 128 and the
  /// signal's number, as the shell tells it (POSIX.1-2017 XCU 2.8.2).
  package static func exitStatus(of pid: pid_t, waiting: Bool) -> Int? {
    var status: CInt = 0
    var result = unsafe waitpid(pid, &status, waiting ? 0 : WNOHANG)
    while result == -1, errno == EINTR {
      result = unsafe waitpid(pid, &status, waiting ? 0 : WNOHANG)
    }
    guard result == pid else { return nil }
    let signal = Int(status & 0x7F)
    return signal == 0 ? Int((status >> 8) & 0xFF) : 128 + signal
  }

  package static func makeFIFO(_ path: String) throws(MachineError) {
    guard unsafe mkfifo(path, 0o600) == 0 else {
      throw MachineError(doing: "make the pipe \(path)", code: errno)
    }
  }

  /// A pipe: what is written to the second descriptor is read from the first.
  static func makePipe() throws(MachineError) -> [CInt] {
    var ends: [CInt] = [-1, -1]
    let result = unsafe ends.withUnsafeMutableBufferPointer { buffer in
      unsafe notes_pipe(buffer.baseAddress)
    }
    guard result == 0 else { throw MachineError(doing: "make a pipe", code: errno) }
    return ends
  }

  /// Makes a folder that only this user can read, with a name that begins with `prefix`.
  package static func makePrivateFolder(prefix: String) throws(MachineError) -> String {
    var template = Array((prefix + "XXXXXX").utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer -> Bool in
      guard let name = buffer.baseAddress else { return false }
      return unsafe mkdtemp(name) != nil
    }
    guard made else { throw MachineError(doing: "make the folder \(prefix)…", code: errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  package static func makeFolder(_ path: String) throws(MachineError) {
    guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw MachineError(doing: "make the folder \(path)", code: errno)
    }
  }

  /// Gives a folder the permissions and, where that is allowed, the owner of another.
  package static func makeAlike(_ path: String, to other: String) {
    var information = stat()
    guard unsafe stat(other, &information) == 0 else { return }
    _ = unsafe chown(path, information.st_uid, information.st_gid)
    _ = unsafe chmod(path, information.st_mode & 0o7777)
  }

  package static func open(_ path: String, _ flags: CInt, mode: mode_t = 0o600) throws(MachineError)
    -> Descriptor
  {
    try Descriptor(owning: unsafe Glibc.open(path, flags | O_CLOEXEC, mode), doing: "open \(path)")
  }

  /// What can be read at once, at most `limit` bytes; empty at the end, `nil` when nothing is there yet.
  package static func read(_ descriptor: borrowing Descriptor, limit: Int = 65_536) -> [UInt8]? {
    let number = descriptor.number
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      var length = unsafe Glibc.read(number, buffer.baseAddress, limit)
      while length == -1, errno == EINTR {
        length = unsafe Glibc.read(number, buffer.baseAddress, limit)
      }
      count = max(0, length)
    }
    return bytes.isEmpty && errno == EAGAIN ? nil : bytes
  }

  /// Writes all of the text.
  ///
  /// - Parameter descriptor: an open one's number.
  package static func write(_ text: String, to descriptor: CInt) throws(MachineError) {
    try write(Array(text.utf8), to: descriptor)
  }

  /// How long a full pipe is waited for.
  private static let writeLimit: CInt = 10_000

  /// Writes all of the bytes.
  package static func write(_ bytes: [UInt8], to descriptor: CInt) throws(MachineError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let length = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if length < 0, errno == EINTR { continue }
      if length < 0, errno == EAGAIN {
        var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        if unsafe Glibc.poll(&entry, 1, writeLimit) > 0 { continue }
      }
      guard length > 0 else { throw MachineError(doing: "write", code: errno) }
      rest = rest.dropFirst(length)
    }
  }

  /// Where `part` begins first among the bytes.
  package static func firstIndex(of part: [UInt8], in bytes: [UInt8]) -> Int? {
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe part.withUnsafeBytes { part in
        guard let base = bytes.baseAddress, let wanted = part.baseAddress,
          let found = unsafe notes_find(base, bytes.count, wanted, part.count)
        else { return nil }
        return unsafe found - base
      }
    }
  }

  /// Waits until one of the descriptors can be read, or `milliseconds` are over.
  ///
  /// - Returns: for each descriptor whether it can be read, or has come to its end.
  package static func poll(_ descriptors: [CInt], milliseconds: Int) -> [Bool] {
    var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = nfds_t(entries.count)
    let ready = unsafe entries.withUnsafeMutableBufferPointer { buffer in
      unsafe Glibc.poll(buffer.baseAddress, count, CInt(milliseconds))
    }
    return entries.map { ready > 0 && $0.revents != 0 }
  }

  /// The environment of this process, `NAME=value` each.
  package static var environment: [String: String] {
    var result: [String: String] = [:]
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
      let line = unsafe String(cString: text)
      if let equals = line.firstIndex(of: "=") {
        result[String(line[..<equals])] = String(line[line.index(after: equals)...])
      }
      unsafe entry += 1
    }
    return result
  }

  /// Makes sure that descriptors 0, 1 and 2 are open, so that no file that is opened later is taken
  /// for a standard stream, and that a reader who went away ends no write with a signal.
  package static func prepareStreams() {
    while true {
      let number = unsafe Glibc.open("/dev/null", O_RDWR)
      if number > 2 || number < 0 {
        if number > 2 { _ = close(number) }
        break
      }
    }
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// The columns of the terminal behind a descriptor, or `nil` when there is none.
  package static func terminalWidth(_ descriptor: CInt) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Whether a descriptor is that of a terminal.
  /// The device of the terminal that standard input comes from; `nil` where it comes from none.
  package static func terminalName() -> String? {
    unsafe ttyname(0).map { unsafe String(cString: $0) }
  }

  package static func isTerminal(_ descriptor: CInt) -> Bool { isatty(descriptor) == 1 }

  /// Makes orphans below this process its own children (prctl(2), PR_SET_CHILD_SUBREAPER).
  package static func becomeSubreaper() -> Bool { notes_become_subreaper() == 0 }

  /// Whether this process has the rights of root.
  package static var isRoot: Bool { geteuid() == 0 }

  /// Hands a text to a shell command's standard input and waits for its end.
  ///
  /// - Returns: whether the command could be started.
  package static func pipe(_ text: String, into command: String) -> Bool {
    guard let stream = unsafe popen(command, "w") else { return false }
    // Who has seen enough closes the pipe, which is no trouble.
    unsafe text.withCString { text in _ = unsafe fputs(text, stream) }
    return unsafe pclose(stream) == 0
  }

  package static func isExecutable(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

  /// Starts a thread that calls `body` and ends.
  ///
  /// - Returns: what ``join`` takes; `nil` where there can be no more threads.
  package static func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    final class Box {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    let box = unsafe Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    let error = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    if error == 0 { return thread }
    unsafe box.release()
    return nil
  }

  /// How many threads can run at once.
  package static var processorCount: Int { max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }

  /// Waits for a thread to end.
  package static func join(_ thread: pthread_t) { _ = pthread_join(thread, nil) }

  /// Calls `body` with the strings as a null-terminated array of C strings.
  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = unsafe strings.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
    return unsafe copies.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("the array has an end") }
      return unsafe body(base)
    }
  }
}
