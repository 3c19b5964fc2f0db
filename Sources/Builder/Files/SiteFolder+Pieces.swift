internal import Machine

extension SiteFolder {
  /// Puts a file in its place that is made piece by piece, or does nothing where the same stands there
  /// already.
  func put(
    _ file: String, pieces: (PiecewiseFile) throws(MachineError) -> Void
  ) throws(MachineError) -> Outcome {
    let standing = old[file]
    guard standing == nil || made.contains(file), !isBlocked(file) else { return .foreign }
    let open = try standing.map { _ throws(MachineError) in
      OpenFile(try System.openToRead("\(path)/\(file)"))
    }
    let output = PiecewiseFile(
      old: open, size: standing?.size ?? 0
    ) { () throws(MachineError) -> OpenFile? in
      try self.stagedFile(file).map { target throws(MachineError) in
        OpenFile(try System.create(target))
      }
    }
    try pieces(output)
    try output.end()
    if output.isSame {
      keep(file)
      return .kept
    }
    note(SiteChange(path: file, kind: standing == nil ? .new : .changed))
    return .changed
  }
}
