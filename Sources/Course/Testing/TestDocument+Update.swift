internal import Markdown

/// Writing into a document what its commands printed.
extension TestDocument {
  public struct Update: Sendable {
    /// The document, of which only expectations have other bytes.
    public var bytes: [UInt8]
    /// The indices of the cases that were written.
    public var written: [Int] = []
    /// The indices of those whose output cannot be written so that it is read as what it is.
    public var unwritable: [Int] = []
  }

  /// - Parameter outputs: for the index of each case to be written, what its command did.
  public func updated(_ outputs: [Int: TestOutput]) -> Update {
    var outputs = outputs
    var unwritable: Set<Int> = []
    while true {
      let bytes = writing(outputs)
      let after = TestDocument(
        path: path, bytes: bytes, dialect: dialect, runners: page?.runners ?? [:])
      // What is written has to be read as it is meant.
      let isSame = after.cases.count == cases.count && after.diagnostics.count <= diagnostics.count
      let misread = outputs.keys.filter { index in
        guard isSame, let output = outputs[index] else { return true }
        return after.mismatch(after.cases[index], output) != nil
      }
      if misread.isEmpty {
        return Update(
          bytes: bytes, written: outputs.keys.sorted(), unwritable: unwritable.sorted())
      }
      // One case that is misread may spoil those after it: the first one is given up.
      let first = isSame ? misread.min() : outputs.keys.max()
      guard let first else { return Update(bytes: source.bytes) }
      unwritable.insert(first)
      outputs[first] = nil
    }
  }

  private func writing(_ outputs: [Int: TestOutput]) -> [UInt8] {
    var file = FileLines(source.bytes)
    var fences: [FencePlace] = []
    for (index, output) in outputs {
      let test = cases[index]
      let expected = expectation(test, output)
      guard expected.status != output.status || !expected.accepts(printed(test, output)) else {
        continue
      }
      let update = ExpectationUpdate(
        expectedLines(test, output), printed(test, output), status: output.status,
        readsStatus: test.readsStatus && dialect.name != .notes || output.status != 0, dialect)
      file.write(update, test, keepsBlanks: dialect.name == .cram || dialect.name == .mdx)
      if let fence = test.fence { fences.append(fence) }
    }
    // Fences of mdx are three signs long whatever stands between them.
    if dialect.name != .mdx { for fence in fences { file.widen(fence) } }
    return file.bytes
  }
}
