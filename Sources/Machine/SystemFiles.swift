internal import CMachine
package import Glibc

/// Reading, writing and listing many files with as few calls as it takes.
extension System {
  /// A file's bytes.
  package static func contents(of path: String) throws(MachineError) -> [UInt8] {
    let file = try open(path, O_RDONLY)
    var information = stat()
    guard unsafe fstat(file.number, &information) == 0, information.st_mode & S_IFMT == S_IFREG
    else { throw MachineError("cannot read \(path): it is no regular file") }
    // One byte more tells that the file has ended, or has grown meanwhile.
    var bytes = try read(file.number, at: nil, count: Int(information.st_size) + 1, of: path)
    guard bytes.count > Int(information.st_size) else { return bytes }
    while true {
      let more = try read(file.number, at: nil, count: 65_536, of: path)
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  /// Bytes of an open file from a place on.
  package static func read(
    _ descriptor: borrowing Descriptor, at offset: Int, count: Int
  ) throws(MachineError) -> [UInt8] {
    try read(descriptor.number, at: offset, count: count, of: "a temporary file")
  }

  private static func read(
    _ number: CInt, at offset: Int?, count: Int, of path: String
  ) throws(MachineError) -> [UInt8] {
    var failure: CInt = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      while length < count {
        guard let start = buffer.baseAddress else { return }
        let target = unsafe start + length
        let read =
          if let offset {
            unsafe pread(number, target, count - length, off_t(offset + length))
          } else {
            unsafe Glibc.read(number, target, count - length)
          }
        if read < 0, errno == EINTR { continue }
        if read < 0 { failure = errno }
        if read <= 0 { return }
        length += read
      }
    }
    guard failure == 0 else { throw MachineError(doing: "read \(path)", code: failure) }
    return bytes
  }

  /// Writes bytes into an open file from a place on.
  package static func write(
    _ bytes: [UInt8], to descriptor: borrowing Descriptor, at offset: Int
  ) throws(MachineError) {
    let number = descriptor.number
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          number, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done,
          off_t(offset + done))
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw MachineError(doing: "write a temporary file", code: errno) }
      done += written
    }
  }

  /// Writes bytes into a file that is made or emptied for them.
  package static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644)
    throws(MachineError)
  {
    let file = try open(path, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
    try write(bytes, to: file.number)
  }

  /// `O_TMPFILE` of open(2), a macro that Swift does not see.
  private static let nameless = O_DIRECTORY | 0o20_000_000

  package static func openFolder(_ path: String) throws(MachineError) -> Descriptor {
    try open(path, O_RDONLY | O_DIRECTORY)
  }

  package static func openToRead(_ path: String) throws(MachineError) -> Descriptor {
    try open(path, O_RDONLY)
  }

  /// A file that is made, or emptied, to be written.
  package static func create(_ path: String) throws(MachineError) -> Descriptor {
    try open(path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644)
  }

  /// A file without a name that is gone when it is closed, in a folder that can be written.
  package static func openNameless(in folder: String) throws(MachineError) -> Descriptor {
    if let file = try? open(folder, O_RDWR | nameless) { return file }
    // Some file systems know no nameless files: the name is taken away at once.
    let path = "\(folder)/.notes-\(getpid()).tmp"
    let file = try open(path, O_RDWR | O_CREAT | O_TRUNC)
    removeFile(path)
    return file
  }

  /// Takes a file's name away, where there is one.
  package static func removeFile(_ path: String) { _ = unsafe unlink(path) }

  /// Removes a folder that holds nothing.
  ///
  /// - Returns: whether it is gone.
  @discardableResult
  package static func removeEmptyFolder(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

  /// What a folder holds, with what the file system knows of each; links are followed. `nil` where it
  /// cannot be listed.
  package static func entries(of folder: String) -> [(name: String, information: FileInformation)]?
  {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    let descriptor = unsafe dirfd(stream)
    var entries: [(name: String, information: FileInformation)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe String(cString: notes_entry_name(entry))
      var information = stat()
      guard name != ".", name != "..", unsafe fstatat(descriptor, name, &information, 0) == 0
      else { continue }
      entries.append((name, FileInformation(information)))
    }
    return entries
  }
}
