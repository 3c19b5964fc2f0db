internal import Course
internal import Machine

/// The records of a course's pages, each of which is read when its page is made.
struct RecordFiles: Sendable {
  private let root: String
  /// By path in the course, such as `results/week1.json`.
  let stamps: [String: FileStamp]

  init(root: String) throws(MachineError) {
    self.root = root
    let files = try FileListing("\(root)/results").files
    stamps = Dictionary(uniqueKeysWithValues: files.map { ("results/\($0.key)", $0.value) })
  }

  /// That of a page's record; `nil` where it has none.
  func stamp(ofPage path: String) -> FileStamp? {
    stamps.isEmpty ? nil : stamps[PagePath(path).record]
  }

  /// A page's record.
  ///
  /// - Parameter diagnostics: takes what is wrong with one that cannot be read.
  func record(
    ofPage path: String, diagnostics: inout [Diagnostic]
  ) throws(MachineError) -> PageRecord? {
    guard stamp(ofPage: path) != nil else { return nil }
    return try RecordFile.record(PagePath(path).record, in: root, diagnostics: &diagnostics)
  }
}
