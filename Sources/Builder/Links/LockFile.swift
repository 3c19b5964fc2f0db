package import Course
package import Machine
internal import Markdown

/// The file `anchors.lock` of a course on disk.
package struct LockFile {
  /// What it says; brought up to date by ``CourseLinks``.
  package var lock: AnchorLock
  /// The lines that cannot be read. With any of them the file is left as it is, as to write it would
  /// take them out.
  package let troubles: [Diagnostic]
  private let path: String
  /// As it is on disk; `nil` where it is yet to be made.
  private let text: String?

  /// - Parameter isWanted: whether a file shall be made where there is none.
  /// - Returns: `nil` where there is none and none is wanted.
  package init?(root: String, isWanted: Bool = false) throws(MachineError) {
    path = "\(root)/\(AnchorLock.path)"
    guard Files.exists(path) else {
      guard isWanted else { return nil }
      (lock, troubles, text) = (AnchorLock(), [], nil)
      return
    }
    let text = String(decoding: try System.contents(of: path), as: UTF8.self)
    var troubles: [Diagnostic] = []
    lock = AnchorLock(text: text, diagnostics: &troubles)
    (self.troubles, self.text) = (troubles, text)
  }

  /// Whether the file is not what it should be.
  package var isOutOfDate: Bool { troubles.isEmpty && text != lock.text }

  package func write() throws(MachineError) {
    if isOutOfDate { try Files.write(Array(lock.text.utf8), to: path) }
  }

  /// What is wrong with the file and what it knows to be gone.
  ///
  /// - Parameters:
  ///   - paths: those of all pages.
  ///   - isWritten: whether the file is about to be brought up to date, so that lines are those of the
  ///     new one.
  package func diagnostics(pages paths: Set<String>, isWritten: Bool) -> [Diagnostic] {
    let lost = lock.diagnostics(pages: paths)
    guard !lost.isEmpty, let text, !isWritten || !isOutOfDate else { return troubles + lost }
    let new = Self.ids(in: lock.text)
    let old = Dictionary(
      Self.ids(in: text).enumerated().map { ($0.element, $0.offset + 1) },
      uniquingKeysWith: { first, _ in first })
    return troubles
      + lost.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.position.line = old[new[diagnostic.position.line - 1]] ?? 1
        return diagnostic
      }
  }

  /// Of each line the page and the id that it is about.
  private static func ids(in text: String) -> [Substring] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let line = Substring(line)
      guard let arrow = line.firstRange(of: " -> ") else { return line }
      return line[..<arrow.lowerBound]
    }
  }
}
