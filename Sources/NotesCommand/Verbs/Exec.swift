import ArgumentParser
import Course
import Machine
import Runner

/// `notes exec`
struct Exec: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the steps of a page, in order, in one shell.",
    discussion: """
      By default in a sandbox: the commands are this machine's own and really run, but what they change \
      is thrown away at the end. With --in rootfs:DIR the system is the one in that folder, with \
      --in container:IMAGE a new container of docker or podman; both stay as they are. With --in host \
      the commands run on the machine itself, with --in ssh:HOST on another one, after the plan is \
      shown and confirmed.

      A page begins in the home folder, as a reader with a new terminal does. A step ends at its first \
      command that fails; the next step goes on.

      A step that this machine cannot do (no Docker daemon, a host that cannot be reached) is skipped \
      with the reason, and steps that need what it makes are blocked. The exit status is 1 when a step \
      fails, 3 when no sandbox can be made.
      """)

  @Argument(help: "A page's name, or the path of a Markdown file.")
  var page: String

  @Option(
    name: .customLong("in"),
    help: "Where to run: sandbox, host, rootfs:DIR, container:IMAGE or ssh:HOST.",
    transform: { try Location($0) })
  var place = Location.sandbox

  @Flag(help: "Run without a network; not on the host or over ssh.")
  var offline = false

  @Flag(help: "Run the optional steps too.")
  var optional = false

  @Flag(help: "Ask nothing, also with --in host and --in ssh:HOST.")
  var yes = false

  @Option(help: "Let steps with this trait run where changes stay: destructive.")
  var allow: [Permission] = []

  @Option(help: "Seconds a step may take.")
  var timeout = 1800

  @OptionGroup var course: CourseOption

  enum Permission: String, ExpressibleByArgument, CaseIterable { case destructive }

  func validate() throws {
    guard timeout > 0 else { throw ValidationError("--timeout takes a number of seconds above 0") }
    if offline, !place.canBeOffline {
      throw ValidationError(
        "--offline takes the network from a place that is made for the run; \(place) needs its own")
    }
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
    if place.keepsChanges {
      // What is read wrongly would be run wrongly, and here it would stay.
      if page.diagnostics.hasErrors { throw ExitStatus.trouble }
      try confirm(page)
    }
    var options = Runner.Options()
    options.location = place
    options.isOffline = offline
    options.runsOptional = optional
    options.allowsDestructive = allow.contains(.destructive)
    options.limit = .seconds(timeout)
    let interruption = try Interruption()
    var report = RunReport(page, in: place)
    report.begin()
    let results = try Runner(options, environment: System.environment).run(
      page.steps, isInterrupted: { interruption.isRequested }, observer: { report.show($0) })
    report.end(results)
    if page.diagnostics.hasErrors || results.contains(where: \.outcome.isFailure)
      || results.count < page.steps.count
    {
      throw ExitStatus.trouble
    }
  }

  /// Shows what will be done to the machine and asks whether it may be.
  private func confirm(_ page: Page) throws {
    guard !yes else { return }
    let machine = if case .ssh(let host) = place { host.printable } else { "this machine" }
    Terminal.error.write(StepTable(page).text(Terminal.error))
    guard Terminal.canAsk else {
      throw WrongUse(
        description:
          "--in \(place) changes \(machine), and nobody is there to ask; add --yes to run it")
    }
    Terminal.error.write("\nRun these steps on \(machine)? What they change stays. [y/N] ")
    guard let answer = readLine()?.lowercased(), answer == "y" || answer == "yes" else {
      Terminal.error.write("Nothing was run\n")
      throw ExitStatus.trouble
    }
  }
}
