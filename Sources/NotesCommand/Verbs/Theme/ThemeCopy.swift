import ArgumentParser
import Course
import Machine
import Markdown
import Site

/// `notes theme copy`
struct ThemeCopy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Copy files of the default theme into theme/, to be changed.",
    discussion: """
      The copy begins with a comment that names the default it was made from; `notes build` and \
      `notes check` warn when a later version of notes has another one. A file that is there is never \
      overwritten.
      """)

  @Argument(help: "The files' names, such as footer.mustache.")
  var files: [String]

  @OptionGroup var course: CourseOption

  func run() throws {
    let folder = try CourseFolder(course.course)
    let defaults = try files.map(ThemeVerb.file)
    for file in defaults where Files.exists("\(folder.root)/theme/\(file.name)") {
      throw WrongUse(
        description: "theme/\(file.name) is there already\n  see how it differs: "
          + "notes theme diff \(file.name)")
    }
    for file in defaults {
      try Files.write(file.copy, to: "\(folder.root)/theme/\(file.name)")
      Terminal.output.write("theme/\(file.name) written\n")
    }
  }
}

/// `notes theme show`
struct ThemeShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a file of the default theme.")

  @Argument(help: "The file's name, such as footer.mustache.")
  var file: String

  func run() throws {
    Terminal.output.write(String(decoding: try ThemeVerb.file(file).bytes, as: UTF8.self))
  }
}

/// `notes theme diff`
struct ThemeDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show how the course's own files differ from the defaults.")

  @Argument(help: "The files' names; all that the course replaces by default.")
  var files: [String] = []

  @OptionGroup var course: CourseOption

  func run() throws {
    let own = try CourseFolder(course.course).themeOverrides()
    let chosen =
      files.isEmpty
      ? ThemeDefault.all.filter { own[$0.name] != nil } : try files.map(ThemeVerb.file)
    for file in chosen {
      guard let bytes = own[file.name] else {
        throw WrongUse(description: "the course has no theme/\(file.name)")
      }
      let diff = LineDiff(from: Self.lines(file.bytes), to: Self.lines(bytes))
      Terminal.output.write(
        diff.text(oldName: "default/\(file.name)", newName: "theme/\(file.name)"))
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

extension ThemeVerb {
  /// The default file of a name.
  static func file(_ name: String) throws -> ThemeDefault {
    if let file = ThemeDefault(name) { return file }
    let nearest = NearestName.suggestions(for: name, among: ThemeDefault.all.map(\.name)).first
    throw WrongUse(
      description: "the theme has no file '\(name)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "\n  list them: notes theme list"))
  }
}
