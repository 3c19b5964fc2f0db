public import ArgumentParser
import Course
import FoundationEssentials
import Machine
public import Runner

/// `notes exec`
struct Exec: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the steps of a page, in order, in one shell.",
    discussion: """
      By default in a sandbox: the commands are this machine's own and really run, but what they change \
      is thrown away at the end. With --in host they run on the machine itself, after the plan is shown \
      and confirmed.

      A page begins in the home folder, as a reader with a new terminal does. A step ends at its first \
      command that fails; the next step goes on.

      A step that this machine cannot do (no Docker daemon, a host that cannot be reached) is skipped \
      with the reason, and steps that need what it makes are blocked. The exit status is 1 when a step \
      fails, 3 when no sandbox can be made.
      """)

  @Argument(help: "A page's name, or the path of a Markdown file.")
  var page: String

  @Option(name: .customLong("in"), help: "Where to run: sandbox or host.")
  var place = Runner.Location.sandbox

  @Flag(help: "Run the optional steps too.")
  var optional = false

  @Flag(help: "Ask nothing, also with --in host.")
  var yes = false

  @Option(help: "Let steps with this trait run on the host: destructive.")
  var allow: [Permission] = []

  @Option(help: "Seconds a step may take.")
  var timeout = 1800

  @Option(help: "Keep what the sandbox changes in DIR, and go on from what is there.")
  var keep: String?

  @Flag(help: "List every file that changed in the sandbox.")
  var changes = false

  @Option(help: "Write what changed in the sandbox to FILE, in the schema notes.changes/1.")
  var changesJson: String?

  @OptionGroup var course: CourseOption

  enum Permission: String, ExpressibleByArgument, CaseIterable { case destructive }

  func validate() throws {
    guard timeout > 0 else { throw ValidationError("--timeout takes a number of seconds above 0") }
    if place == .host, keep != nil || changes || changesJson != nil {
      throw ValidationError(
        "--keep, --changes and --changes-json are about a sandbox; on the host nothing is thrown away"
      )
    }
    if let keep, let reason = KeptFolder.refusal(of: keep) { throw ValidationError(reason) }
  }

  func run() throws {
    let argument = try PageArgument(page, course: course.course)
    let page = argument.page
    DiagnosticPrinter(argument.folder).print(page.diagnostics)
    guard !page.steps.isEmpty else {
      Terminal.output.write("\(page.path): no steps to run\n")
      if page.diagnostics.hasErrors { throw ExitStatus.trouble }
      return
    }
    if place == .host {
      // What is read wrongly would be run wrongly, and here it would stay.
      if page.diagnostics.hasErrors { throw ExitStatus.trouble }
      try confirm(page)
    }
    var options = Runner.Options()
    options.location = place
    options.runsOptional = optional
    options.allowsDestructive = allow.contains(.destructive)
    options.limit = .seconds(timeout)
    options.keptFolder = keep
    let interruption = try Interruption()
    var report = RunReport(page, in: place)
    report.begin()
    var changed: SandboxChanges?
    let results = try Runner(options, environment: System.environment).run(
      page.steps, isInterrupted: { interruption.isRequested },
      observer: { event in
        if case .changed(let changes) = event { changed = changes }
        report.show(event)
      })
    report.end(results)
    if let changed { try tell(changed) }
    if page.diagnostics.hasErrors || results.contains(where: \.outcome.isFailure)
      || results.count < page.steps.count
    {
      throw ExitStatus.trouble
    }
  }

  /// Says what changed in the sandbox, and where it is kept.
  private func tell(_ changed: SandboxChanges) throws {
    let report = ChangeReport(
      changes: changed, home: System.environment["HOME"] ?? "/root", showsAll: changes)
    let text = report.text(Terminal.output, fate: keep == nil ? "now gone" : "and kept")
    if !text.isEmpty { Terminal.output.write("\n" + text) }
    let json = changesJson.map { [$0] } ?? []
    let kept = keep.map { ["\($0)/changes.json"] } ?? []
    if !json.isEmpty || !kept.isEmpty {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let bytes = [UInt8](try encoder.encode(changed)) + [0x0A]
      for path in json + kept { try Files.write(bytes, to: path) }
    }
    if let keep {
      Terminal.output.write(
        "Kept in \(keep.printable): files/ is what was written over /, changes.json tells it all; "
          + "the same --keep goes on from there\n")
    }
  }

  /// Shows what will be done to the machine and asks whether it may be.
  private func confirm(_ page: Page) throws {
    guard !yes else { return }
    Terminal.error.write(StepTable(page).text(Terminal.error))
    guard Terminal.canAsk else {
      throw WrongUse(
        description:
          "--in host changes this machine, and nobody is there to ask; add --yes to run it")
    }
    Terminal.error.write("\nRun these steps on this machine? What they change stays. [y/N] ")
    guard let answer = readLine()?.lowercased(), answer == "y" || answer == "yes" else {
      Terminal.error.write("Nothing was run\n")
      throw ExitStatus.trouble
    }
  }
}

extension Runner.Location: ExpressibleByArgument {}
