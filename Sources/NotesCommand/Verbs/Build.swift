import ArgumentParser
import Builder
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

  @Flag(help: "Say what would change and write nothing; the exit status is 1 when something would.")
  var check = false

  @Option(help: "How much a link that leads nowhere matters: error or warn.")
  var links: LinkImportance?

  @Flag(help: "Make pages of drafts as well.")
  var drafts = false

  @Flag(help: "Make anchors.lock, by which links to headings go on working when these change.")
  var lock = false

  @Flag(help: "Write among files that no build made; they stay as they are.")
  var acceptForeign = false

  @Flag(help: "Build again whenever notes, theme or settings change, until Ctrl-C.")
  var watch = false

  @Flag(
    help: "With --watch: look every second, for folders whose changes the system does not tell.")
  var poll = false

  func validate() throws {
    guard !watch || !check else { throw ValidationError("--watch writes, --check does not") }
    guard watch || !poll else { throw ValidationError("--poll says how --watch looks for changes") }
    guard !lock || !drafts else {
      throw ValidationError(
        "--lock keeps the headings that readers see, which drafts are not among")
    }
  }

  func run() throws {
    let folder = try CourseFolder(course.course)
    guard !watch else { return try watch(folder) }
    let (report, diagnostics) = try make(folder)
    DiagnosticPrinter(folder).print(diagnostics)
    print(report, target: try target(folder))
    if diagnostics.hasErrors || check && report.isChange { throw ExitStatus.trouble }
  }

  /// Makes the site.
  ///
  /// - Returns: what it did, and what is wrong with the notes.
  func make(_ folder: CourseFolder) throws -> (SiteReport, [Diagnostic]) {
    var (settings, theme, problems) = try folder.siteGround()
    if let links { settings.linkSeverity = links == .warn ? .warning : .error }
    var options = SiteBuild.Options(output: try target(folder))
    options.isCheck = check
    options.includesDrafts = drafts
    options.acceptsForeign = acceptForeign
    options.makesLock = lock
    options.jobs = System.processorCount
    let build = SiteBuild(
      root: folder.root, settings: settings, theme: theme, options: options)
    let report: SiteReport
    var progress = WorkProgress("Building", "page")
    defer { progress.end() }
    do {
      report = try build.run { progress.show($0, of: $1) }
    } catch let failure as SiteBuild.Failure {
      throw WrongUse(description: words(failure, folder, options.output))
    }
    progress.end()
    return (report, problems + report.diagnostics)
  }

  func print(_ report: SiteReport, target: String) {
    if check {
      for change in report.changes {
        Terminal.output.write("\(change.kind.rawValue) \(output)/\(change.path)\n")
      }
      if report.changesLock { Terminal.output.write("changed \(AnchorLock.path)\n") }
      let count = report.changes.count
      Terminal.output.write(
        count == 0 ? "\(output)/ is up to date\n" : "\(count) files of \(output)/ would change\n")
      return
    }
    let pages = report.pages == 1 ? "1 page" : "\(report.pages) pages"
    let written = report.changes.count { $0.kind != .removed }
    let removed = report.changes.count - written
    if report.changesLock {
      Terminal.output.write("\(AnchorLock.path) brought up to date; commit it\n")
    }
    Terminal.output.write(
      "Built \(pages) with \(report.steps) steps into \(output)/; \(written) files written"
        + (removed > 0 ? ", \(removed) removed" : "") + "\nOpen \(target)/index.html\n")
  }

  private func words(
    _ failure: SiteBuild.Failure, _ folder: CourseFolder, _ target: String
  ) -> String {
    switch failure {
    case .noPages: "no .md file in \(folder.root)/content"
    case .onlyDrafts: "nothing but drafts in \(folder.root)/content; --drafts makes pages of them"
    case .foreign(let files):
      "'\(output)' holds files that no build made (\(files.prefix(3).joined(separator: ", "))"
        + "\(files.count > 3 ? ", …" : ""))\n  if an older version made them, take them out: "
        + "rm -r \(target.shellQuoted)/*\n  if they are to stay beside the site: notes build "
        + "--accept-foreign\n  or name another folder with --output"
    }
  }

  /// Where the site goes: never among what it is made from.
  func target(_ folder: CourseFolder) throws -> String {
    let target = Files.absolute(output.hasPrefix("/") ? output : "\(folder.root)/\(output)")
    let sources = ["content", "theme", "scripts", "results"].map { "\(folder.root)/\($0)" }
    let isAmong = sources.contains { target == $0 || target.hasPrefix($0 + "/") }
    if isAmong || (folder.root + "/").hasPrefix(target == "/" ? "/" : target + "/") {
      throw WrongUse(
        description: "'\(output)' holds the course itself; name a folder for the site alone")
    }
    return target
  }
}

/// What `--links` says.
enum LinkImportance: String, ExpressibleByArgument, CaseIterable {
  case error, warn
}

/// Which course a verb works on.
struct CourseOption: ParsableArguments {
  @Option(help: "The course's folder. By default the one around the current folder.")
  var course: String?
}
