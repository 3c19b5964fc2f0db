import Course
import Machine

extension CourseFolder {
  /// The blocks of a page that include a part of a file, compared with it.
  func includeChecks(_ page: Page) throws -> [IncludeCheck] {
    try page.includes.map { include in
      let (path, text) = try file(include.file, of: page)
      return IncludeCheck(
        include, on: page, path: path, text: text, files: text == nil ? try allFiles() : [])
    }
  }

  /// The sections of a page that are to agree with a script, compared with it.
  func verificationDiagnostics(_ page: Page) throws -> [Diagnostic] {
    try page.verifications.flatMap { verification in
      let (path, text) = try file(verification.file, of: page)
      return VerificationCheck(
        verification, on: page, .init(path: path, text: text),
        files: text == nil ? try allFiles() : []
      ).diagnostics
    }
  }

  /// A file that a page names: its path as messages name it, and what it holds; `nil` where it is not
  /// there or lies outside of the course.
  func file(_ file: FileReference, of page: Page) throws -> (path: String, text: String?) {
    let base = file.path.hasPrefix(".") ? Files.parent("\(root)/\(page.path)") : root
    let path = Files.absolute("\(base)/\(file.path)")
    guard path.hasPrefix(root + "/") else { return (file.path, nil) }
    let shown = String(path.dropFirst(root.count + 1))
    guard Files.exists(path), !Files.isFolder(path) else { return (shown, nil) }
    return (shown, String(decoding: try Files.contents(path), as: UTF8.self))
  }

  /// The files that a page may mean by a path that leads nowhere.
  func allFiles() throws -> [String] {
    try Files.list(root).filter { !$0.hasPrefix("site/") }.sorted()
  }
}
