import Course
import Machine

/// The folder of a course on disk: where its parts are, and reading them.
struct CourseFolder {
  /// Absolute, without a slash at its end.
  let root: String
  /// What `notes.yml` says that runs blocks of other languages, by the language.
  let runners: [String: LanguageRunner]

  /// - Parameter path: the folder the person named, or `nil` to look for `content/` here and in the
  ///   folders above.
  init(_ path: String?) throws {
    if let path {
      guard Files.isFolder(path) else { throw WrongUse(description: "'\(path)' is no folder") }
      root = Files.absolute(path)
      runners = Self.runners(in: root)
      return
    }
    var folder = Files.absolute(".")
    while !Files.isFolder(folder + "/content") {
      guard folder != "/", !folder.isEmpty else {
        throw WrongUse(
          description:
            "no folder 'content' here or above; go to a course, or name one with --course")
      }
      folder = Files.parent(folder)
    }
    root = folder.isEmpty ? "/" : folder
    runners = Self.runners(in: root)
  }

  /// What is wrong with the settings is told by whoever asks for them.
  private static func runners(in root: String) -> [String: LanguageRunner] {
    (try? settings(in: root).0.runners) ?? [:]
  }

  /// The paths of all notes, relative to the course, in natural order.
  func pagePaths() throws -> [String] {
    try files(in: "content").filter { $0.hasSuffix(".md") }
  }

  /// The files of a folder and all below it that are not hidden, relative to the course.
  func files(in folder: String) throws -> [String] {
    guard Files.isFolder("\(root)/\(folder)") else { return [] }
    return NaturalOrder.sorted(try Files.list("\(root)/\(folder)").map { "\(folder)/\($0)" })
  }

  /// Reads the whole course. Its diagnostics are those of the settings; each page has its own.
  func course() throws -> (Course, [Diagnostic]) {
    let (settings, diagnostics) = try settings()
    let pages = try pages()
    return (Course(settings: settings, pages: pages), diagnostics)
  }

  /// Reads `notes.yml`, where there is one.
  func settings() throws -> (CourseSettings, [Diagnostic]) { try Self.settings(in: root) }

  private static func settings(in root: String) throws -> (CourseSettings, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    guard Files.exists("\(root)/notes.yml") else { return (CourseSettings(), []) }
    let text = String(decoding: try Files.contents("\(root)/notes.yml"), as: UTF8.self)
    let settings = CourseSettings(path: "notes.yml", text: text, diagnostics: &diagnostics)
    return (settings, diagnostics)
  }

  /// All pages in natural order.
  func pages() throws -> [Page] {
    let folder = self
    let paths = try pagePaths()
    return try Workers.map(paths.count, jobs: System.processorCount) { (index) throws(any Error) in
      try folder.page(at: paths[index])
    }
  }

  /// - Parameter path: relative to the course.
  func page(at path: String) throws -> Page {
    Page(path: path, bytes: try Files.contents("\(root)/\(path)"), runners: runners)
  }

  /// Whether scripts belong to the course. `notes sync` makes the first; a course without is whole.
  var keepsScripts: Bool {
    Files.isFolder("\(root)/scripts")
      || (try? Files.list("\(root)/results"))?.contains { $0.hasSuffix(".sync.json") } == true
  }

  /// The scripts that `notes sync` wrote from notes that are gone, each with the notes' path.
  func orphanedScripts() throws -> [(script: String, notes: String)] {
    let pages = Set(try pagePaths())
    return try files(in: "scripts").filter { $0.hasSuffix(".sh") }.compactMap { path in
      guard let text = try script(at: path), let notes = Script.source(of: text),
        !pages.contains(notes)
      else { return nil }
      return (path, notes)
    }
  }
}
