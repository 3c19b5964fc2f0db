import Course
import Machine

/// A document to be tested.
struct TestFile: Sendable {
  /// Where it lies on disk, absolute.
  var path: String
  /// How the person knows it.
  var shownPath: String
  var document: TestDocument
}

/// Finds the documents that a person names: pages, files, and folders with files in them.
struct TestFiles {
  private(set) var all: [TestFile] = []
  /// The course that pages may belong to.
  private let folder: CourseFolder?

  init(_ names: [String], dialect: Dialect.Name?, course: String?) throws {
    folder = course == nil ? try? CourseFolder(nil) : try CourseFolder(course)
    if names.isEmpty {
      let folder = try CourseFolder(course)
      for path in try folder.pagePaths() {
        try add("\(folder.root)/\(path)", shown: path, dialect ?? .notes)
      }
    }
    for name in names {
      if Files.isFolder(name) {
        let endings = dialect == .cram ? [".t"] : [".md", ".t"]
        let root = name.hasSuffix("/") ? String(name.dropLast()) : name
        for path in NaturalOrder.sorted(try Files.list(name))
        where endings.contains(where: path.hasSuffix) {
          try add("\(root)/\(path)", shown: "\(root)/\(path)", dialect)
        }
      } else if Files.exists(name) {
        try add(name, shown: name, dialect)
      } else {
        let argument = try PageArgument(name, course: course)
        let path = argument.page.path
        try add(argument.folder.map { "\($0.root)/\(path)" } ?? path, shown: path, dialect)
      }
    }
  }

  private mutating func add(_ path: String, shown: String, _ dialect: Dialect.Name?) throws {
    let rules = Dialect(dialect ?? (path.hasSuffix(".t") ? .cram : .notes), for: path)
    let absolute = Files.absolute(path)
    var document = TestDocument(
      path: shown, bytes: try Files.contents(path), dialect: rules,
      runners: folder.flatMap { absolute.hasPrefix("\($0.root)/content/") ? $0.runners : nil }
        ?? [:])
    for other in document.prepended + document.appended {
      let bytes = try Files.contents("\(Files.parent(absolute))/\(other)")
      document.join(
        TestDocument(path: other, bytes: bytes, dialect: rules),
        isBefore: document.prepended.contains(other))
    }
    all.append(TestFile(path: absolute, shownPath: shown, document: document))
  }
}
