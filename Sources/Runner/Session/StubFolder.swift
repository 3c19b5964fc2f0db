internal import Machine

/// A folder of programs that stand in for the real ones, with the files that they bring along.
struct StubFolder {
  struct File {
    /// Below the folder.
    var path: String
    var bytes: [UInt8]
    var isProgram: Bool
  }

  let files: [File]

  /// The names of the programs.
  var programs: Set<String> {
    Set(files.filter { $0.isProgram && !$0.path.contains("/") }.map(\.path))
  }

  init(_ folder: String) throws(MachineError) {
    guard Files.isFolder(folder) else { throw MachineError("\(folder) is no folder of stubs") }
    var files: [File] = []
    for path in try Files.list(folder) {
      do {
        let bytes = try Files.read("\(folder)/\(path)")
        files.append(
          File(
            path: path, bytes: bytes, isProgram: System.isExecutable("\(folder)/\(path)")))
      } catch {
        throw MachineError("cannot read \(folder)/\(path)")
      }
    }
    self.files = files
  }
}
