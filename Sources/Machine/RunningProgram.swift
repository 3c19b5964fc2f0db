internal import Glibc

/// A program whose output is read while it runs; it ends when nobody reads it any more.
package struct RunningProgram: ~Copyable {
  private let process: pid_t
  private let output: Descriptor

  /// Starts a program with nothing to read and nobody to hear its complaints.
  ///
  /// - Parameter arguments: the program's path first.
  package init(_ arguments: [String], environment: [String: String], folder: String)
    throws(MachineError)
  {
    let nothing = try System.open("/dev/null", O_RDWR)
    let ends = try System.makePipe()
    let reading = try Descriptor(owning: ends[0], doing: "read a pipe")
    let writing = try Descriptor(owning: ends[1], doing: "write to a pipe")
    process = try System.spawn(
      arguments, environment: environment.map { "\($0.key)=\($0.value)" }, folder: folder,
      descriptors: [nothing.number, writing.number, nothing.number])
    output = reading
  }

  /// What it has printed since the last time, waiting for something; empty at its end.
  package func read() -> [UInt8] { System.read(output) ?? [] }

  /// Stops listening and waits for its end.
  ///
  /// - Returns: the exit status; see ``System/exitStatus(of:waiting:)``.
  package consuming func end() -> Int? {
    let process = self.process
    Self.close(self)
    return System.exitStatus(of: process, waiting: true)
  }

  /// Ends it, however far it is.
  package consuming func stop() {
    _ = kill(process, SIGKILL)
    _ = end()
  }

  private static func close(_ program: consuming RunningProgram) {}
}
