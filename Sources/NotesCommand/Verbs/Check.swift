public import ArgumentParser
import Builder
public import Course
import Machine

/// `notes check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell where notes, scripts and the rules disagree.",
    discussion: """
      Each trouble is told as path:line:column with the source line and the mend, all of them in one go. \
      For pages of a course their scripts, the files that they include and the records of their runs \
      are compared too, and a diff shows what differs. Nothing is executed, and nothing is written \
      unless --fix is given. So one command is all that CI needs; `notes init --ci` prints a workflow.

      --external asks other sites whether links and images that lead there are there: a host at a \
      time gets one request, with pauses. Answers are kept in .notes/ for a week, failures for two \
      hours. `external` in notes.yml names addresses to leave out.
      """)

  @Argument(help: "Pages or Markdown files; all pages of the course by default.")
  var pages: [String] = []

  @Flag(
    help: """
      Mend what can be mended safely: text that went through a wrong code page, and \
      blocks that include a part of a file.
      """)
  var fix = false

  @Flag(help: "Ask other sites whether links that lead there hold.")
  var external = false

  @Option(help: "How to tell troubles: text, json, sarif or github.")
  var format = DiagnosticFormat.text

  @OptionGroup var course: CourseOption

  func run() throws {
    var report = CheckReport(format: format)
    var courses = KnownCourses()
    let selection = try selection(&report, &courses)
    for (page, folder) in selection {
      report.pages += 1
      let page = fix ? try mended(page, in: folder) : page
      let earlier = try courses.before(page, in: folder)
      report.add(PageCheck.diagnostics(page, after: earlier), in: folder)
      guard let folder else { continue }
      for check in try folder.includeChecks(page) {
        report.add(check.diagnostics, in: folder, diff: check.diff)
      }
      report.add(try folder.verificationDiagnostics(page), in: folder)
      if courses.keepsScripts(in: folder) {
        let path = page.names.script
        let check = ScriptCheck(page, script: try folder.script(at: path), scriptPath: path)
        report.add(check.diagnostics, in: folder, diff: check.diff)
      }
      report.add(
        try folder.recordDiagnostics(page, maximumAge: courses.maximumAge(in: folder)), in: folder)
    }
    if pages.isEmpty {
      let folder = try CourseFolder(course.course)
      let orphans = try folder.orphanedScripts().map { ScriptCheck.orphan($0.script, of: $0.notes) }
      report.add(orphans, in: folder)
      report.add(try courseWide(selection.map(\.0), in: folder), in: folder)
    }
    // What is wrong on this machine is told before the first other is asked, which may take long.
    let unasked = external ? try askOthers(about: selection, &report) : nil
    try report.end()
    if let unasked { throw unasked }
    if report.hasErrors { throw ExitStatus.trouble }
  }

  /// What no page can tell by itself: the order of pages, their addresses and dead links.
  private func courseWide(_ pages: [Page], in folder: CourseFolder) throws -> [Diagnostic] {
    let (settings, _) = try folder.settings()
    let files = Set(try folder.files(in: "content").filter { !$0.hasSuffix(".md") })
    var lock = try LockFile(root: folder.root)
    let links = CourseLinks(
      root: folder.root, output: folder.root + "/site", pages: pages.map(PageLinks.init),
      files: files, settings: settings, lock: &lock)
    let lost = lock?.diagnostics(pages: Set(pages.map(\.path)), isWritten: false)
    let summaries = pages.map(PageSummary.init)
    return CourseOutline(summaries, navigation: settings.navigation).diagnostics
      + AddressCheck.diagnostics(summaries) + links.diagnostics + (lost ?? [])
      + FeedCheck.diagnostics(pages, settings: settings) + (try brokenImages(links, in: folder))
      + (try folder.theme(settings).diagnostics)
  }

  private func brokenImages(
    _ links: CourseLinks, in folder: CourseFolder
  ) throws -> [Diagnostic] {
    let broken = try links.shownImages.filter { path in
      ImageHeader(try Files.contents("\(folder.root)/\(path)")) == nil
    }
    return links.diagnostics(brokenImages: broken)
  }

  private func selection(
    _ report: inout CheckReport, _ courses: inout KnownCourses
  ) throws -> [(Page, CourseFolder?)] {
    if pages.isEmpty {
      let folder = try CourseFolder(course.course)
      let (settings, troubles) = try folder.settings()
      report.add(troubles, in: folder)
      let pages = try folder.pages(named: [])
      courses.add(Course(settings: settings, pages: pages), in: folder)
      return pages.map { ($0, folder) }
    }
    return try pages.map { name in
      let argument = try PageArgument(name, course: course.course)
      return (argument.page, argument.folder)
    }
  }

  /// The page after its file was written without damage, when it had any.
  private func mended(_ page: Page, in folder: CourseFolder?) throws -> Page {
    var repaired = page.source.repairedBytes
    var lines = page.diagnostics.count { $0.isFixable }
    if let folder {
      let whole = Page(path: page.path, bytes: repaired, runners: folder.runners)
      let checks = try folder.includeChecks(whole)
      repaired = IncludeCheck.mended(whole, checks)
      lines += checks.count { $0.isMendable }
    }
    guard repaired != page.source.bytes else { return page }
    let path = folder.map { "\($0.root)/\(page.path)" } ?? page.path
    try Files.write(repaired, to: path)
    Terminal.error.write("\(page.path): mended \(lines.counted("place"))\n")
    return Page(path: page.path, bytes: repaired, runners: folder?.runners ?? [:])
  }
}

/// What is to be known of each course that a page belongs to, read once.
private struct KnownCourses {
  private var provisions: [String: [String: Provisions]] = [:]
  private var settings: [String: CourseSettings] = [:]
  private var keepsScripts: [String: Bool] = [:]

  mutating func add(_ course: Course, in folder: CourseFolder) {
    provisions[folder.root] = course.provisions
    settings[folder.root] = course.settings
  }

  /// What readers have before a page.
  mutating func before(_ page: Page, in folder: CourseFolder?) throws -> Provisions {
    guard let folder else { return Provisions() }
    if provisions[folder.root] == nil { add(try folder.course().0, in: folder) }
    return provisions[folder.root]?[page.path] ?? Provisions()
  }

  /// How old the records of a course may be, once ``before(_:in:)`` has asked for it.
  func maximumAge(in folder: CourseFolder) -> Duration? { settings[folder.root]?.maximumAge }

  /// Whether scripts belong to a course.
  mutating func keepsScripts(in folder: CourseFolder) -> Bool {
    if let known = keepsScripts[folder.root] { return known }
    let keeps = folder.keepsScripts
    keepsScripts[folder.root] = keeps
    return keeps
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}

extension Int {
  /// The number with a noun: "1 error", "2 errors".
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
