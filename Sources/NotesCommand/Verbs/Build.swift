import ArgumentParser
import Course
import Machine
import Markdown
import Site

/// `notes build`
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the website of a course.",
    discussion: """
      Reads content/ and theme/ and writes site/. Nothing in the notes is executed. Files whose bytes \
      are the same are left untouched. Opens from a folder as well as from a server.
      """)

  @OptionGroup var course: CourseOption

  @Option(help: "Where the website goes; relative to the course.")
  var output = "site"

  func run() throws {
    let folder = try CourseFolder(course.course)
    let (course, settings) = try folder.course()
    guard !course.pages.isEmpty else {
      let what = try folder.pagePaths().isEmpty ? "no .md file" : "nothing but drafts"
      throw WrongUse(description: "\(what) in \(folder.root)/content")
    }
    let files = SiteBuilder(course: course, theme: try theme(folder)).files()
    let target = try target(folder)
    let attachments = try attachments(folder)
    let made = Set(files.map(\.path))
    let clashes = attachments.filter { made.contains($0.path) }.map { file in
      Diagnostic(
        path: "content/\(file.path)", position: .init(line: 1, column: 1), severity: .error,
        message: "'\(file.path)' is a file that the site makes itself", rule: "address",
        mend: "give it another name")
    }
    var written = 0
    for file in files + attachments.filter({ !made.contains($0.path) }) {
      if try Files.write(file.bytes, to: "\(target)/\(file.path)") { written += 1 }
    }
    let diagnostics = settings + clashes + course.pages.flatMap(\.diagnostics)
    DiagnosticPrinter(folder).print(diagnostics)
    let steps = course.pages.reduce(0) { $0 + $1.steps.count }
    let pages = course.pages.count == 1 ? "1 page" : "\(course.pages.count) pages"
    Terminal.output.write(
      "Built \(pages) with \(steps) steps into \(output)/; \(written) files written\n"
        + "Open \(target)/index.html\n")
    if diagnostics.hasErrors { throw ExitStatus.trouble }
  }

  /// Where the site goes: never among what it is made from.
  private func target(_ folder: CourseFolder) throws -> String {
    let target = Files.absolute(output.hasPrefix("/") ? output : "\(folder.root)/\(output)")
    let sources = ["content", "theme", "scripts", "results"].map { "\(folder.root)/\($0)" }
    let isAmong = sources.contains { target == $0 || target.hasPrefix($0 + "/") }
    if isAmong || (folder.root + "/").hasPrefix(target == "/" ? "/" : target + "/") {
      throw WrongUse(
        description: "'\(output)' holds the course itself; name a folder for the site alone")
    }
    return target
  }

  private func theme(_ folder: CourseFolder) throws -> Theme {
    var overrides: [String: [UInt8]] = [:]
    for path in try folder.files(in: "theme") {
      overrides[String(path.dropFirst("theme/".count))] = try Files.contents(
        "\(folder.root)/\(path)")
    }
    do {
      return try Theme(overrides: overrides)
    } catch {
      let diagnostic = Diagnostic(
        path: "theme/\(error.file)", position: .init(line: error.line, column: error.column),
        severity: .error, message: error.message, rule: "template")
      DiagnosticPrinter(folder).print([diagnostic])
      throw ExitStatus.trouble
    }
  }

  /// Files beside the notes, such as images, which go along as they are.
  private func attachments(_ folder: CourseFolder) throws -> [SiteFile] {
    try folder.files(in: "content").filter { !$0.hasSuffix(".md") }.map { path in
      SiteFile(
        path: String(path.dropFirst("content/".count)),
        bytes: try Files.contents("\(folder.root)/\(path)"))
    }
  }
}

/// Which course a verb works on.
struct CourseOption: ParsableArguments {
  @Option(help: "The course's folder. By default the one around the current folder.")
  var course: String?
}
