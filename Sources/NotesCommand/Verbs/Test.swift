public import ArgumentParser
public import Course
import Machine
import Runner

/// `notes test`
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run pages and compare what their commands print with what they say.",
    discussion: """
      Without names all pages of the course are tested, each in a sandbox of its own. A page passes when \
      its steps succeed and print what the notes say; steps that this machine cannot do are told and \
      are no failure. The exit status is 1 when anything fails.

      With --update the output of commands that ran takes the place of what differs, and no other byte \
      of the notes changes. Wildcards that still fit stay. The message of a command that could not be \
      run is never written.

      Documents of cram, scrut and mdx are tested by those tools' own rules with --dialect; files that \
      end in .t are taken for cram's.
      """)

  @Argument(help: "Pages, documents, or folders with documents.")
  var pages: [String] = []

  @Option(help: "By whose rules: notes, cram, scrut or mdx.")
  var dialect: Dialect.Name?

  @Option(
    name: .customLong("in"),
    help: "Where to run: sandbox, host, rootfs:DIR, container:IMAGE or ssh:HOST.",
    transform: { try Location($0) })
  var place = Location.sandbox

  @Option(name: .shortAndLong, help: "How many pages run at a time.")
  var jobs = 1

  @Option(help: "Seconds a command, or a step of a page, may take.")
  var timeout = 1800

  @Flag(help: "Run without a question where what the tests change stays.")
  var yes = false

  @Flag(help: "Write what was printed into the documents.")
  var update = false

  @Flag(help: "Run the optional steps too.")
  var optional = false

  @OptionGroup var course: CourseOption

  func validate() throws {
    guard timeout > 0 else { throw ValidationError("--timeout takes a number of seconds above 0") }
    guard jobs > 0 else { throw ValidationError("--jobs takes a number above 0") }
    guard yes || !place.keepsChanges else {
      throw ValidationError("what tests change in \(place) stays; add --yes to run them there")
    }
  }

  func run() throws {
    let files = try TestFiles(pages, dialect: dialect, course: course.course)
    guard !files.all.isEmpty else {
      Terminal.output.write("no pages to test\n")
      return
    }
    var options = Runner.Options()
    options.location = place
    options.runsOptional = optional
    options.limit = .seconds(timeout)
    let interruption = try Interruption()
    var printer = TestPrinter(count: files.all.count)
    let run = TestRun(files.all, options)
    run.run(
      jobs: jobs, isInterrupted: { interruption.count > 0 },
      observer: { news in
        for (number, result) in news.finished {
          switch result {
          case .success(let report):
            printer.show(report, update: update ? Self.write(report, files.all[number]) : nil)
          case .failure(let error): printer.show(error, files.all[number].shownPath)
          }
        }
        printer.draw(news.running.map { files.all[$0].shownPath })
      })
    printer.end(isStopped: interruption.count > 0)
    if printer.hasMachineTrouble { throw ExitStatus.machine }
    if printer.hasFailure || interruption.count > 0 { throw ExitStatus.trouble }
  }

  /// Writes what was printed into the document.
  private static func write(_ report: TestReport, _ file: TestFile) -> TestPrinter.Update {
    guard !report.outputs.isEmpty, report.skipReason == nil else { return .nothing }
    guard report.document.prepended.isEmpty, report.document.appended.isEmpty else {
      return .impossible("it is read together with other documents")
    }
    let update = report.document.updated(report.outputs)
    do {
      try Files.write(update.bytes, to: file.path)
    } catch {
      return .impossible(error.description)
    }
    return .written(update)
  }
}

extension Dialect.Name: ExpressibleByArgument {}
