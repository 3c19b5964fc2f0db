import ArgumentParser
import Course
import FoundationEssentials
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
      command that fails; the next step goes on. Programs that stay, such as servers, run in the \
      background until the end.

      A step that this machine cannot do (no Docker daemon, a host that cannot be reached) is skipped \
      with the reason, and steps that need what it makes are blocked. The exit status is 1 when a step \
      fails, 3 when no sandbox can be made.

      Examples:
        notes exec week1
        notes exec week1 --only 4.1,4.2
        notes exec week1 --from 4 --until 4.4 --set bucket=mine
        notes exec week1 --dry-run
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

  @OptionGroup(title: "Which steps") var selection: SelectionOptions
  @OptionGroup(title: "How") var running: RunOptions

  @Flag(help: "Ask nothing, also with --in host and --in ssh:HOST.")
  var yes = false

  @Flag(help: "Show what would be run, and run nothing.")
  var dryRun = false

  @Flag(help: "Leave out the steps that passed before; with --in host or --keep.")
  var resume = false

  @Flag(help: "Ask before each step.")
  var step = false

  @Flag(name: .shortAndLong, help: "Show all that steps print, as it comes.")
  var verbose = false

  @OptionGroup var outputs: RunOutputs

  @OptionGroup(title: "What changes") var changes: ChangeOptions

  @OptionGroup var course: CourseOption

  func validate() throws {
    try changes.validate(in: place)
    if resume, place != .host, changes.keep == nil {
      throw ValidationError(
        "--resume: \(place) is thrown away; use --keep DIR in both runs, or --in host")
    }
    if step, !Terminal.canAsk {
      throw ValidationError("--step asks before each step, and nobody is there to answer")
    }
    if running.tty, !place.canHaveTerminal {
      throw ValidationError("--tty: \(place) cannot be given this terminal")
    }
    if offline, !place.canBeOffline {
      throw ValidationError(
        "--offline takes the network from a place that is made for the run; \(place) needs its own")
    }
  }

  func run() throws {
    let argument = try PageArgument(page, course: course.course)
    let page = argument.page
    let (settings, troubles) = try argument.folder?.settings() ?? (CourseSettings(), [])
    DiagnosticPrinter(argument.folder).print(troubles + page.diagnostics)
    var keeper = try RunKeeper(outputs, page: page, in: argument.folder, place: place)
    guard !page.steps.isEmpty else {
      Terminal.output.write("\(page.path): no steps to run\n")
      if page.diagnostics.hasErrors { throw ExitStatus.trouble }
      return
    }
    let steps: [Step]
    do {
      steps = try selection.selection.steps(of: page)
    } catch {
      throw WrongUse(description: error.description)
    }
    guard !steps.isEmpty else {
      throw WrongUse(description: "no step of \(page.path) is left to run: see --from and --until")
    }
    try running.checkValues(for: steps)
    let environment = System.environment
    var options = running.options(page, course: settings, environment: environment)
    options.location = place
    options.isOffline = offline
    // Who names a step asks for it.
    options.runsOptional = selection.optional || !selection.only.isEmpty
    options.secrets = settings.secrets
    options.describesSystem = outputs.areWanted
    options.keptFolder = changes.keep
    options.streamsOutput = verbose
    options.resumes = resume
    options.resumeFile = resumeFile(argument, environment)
    if !dryRun { options.values.merge(Questions.values(for: steps, options, asks: !yes)) { $1 } }
    let plan = RunPlan(steps, options)
    if dryRun {
      Terminal.output.write(PlanTable(page, plan).text(Terminal.output))
      return
    }
    if place.keepsChanges {
      // What is read wrongly would be run wrongly, and here it would stay.
      if page.diagnostics.hasErrors { throw ExitStatus.trouble }
      try confirm(page, plan)
    }
    let interruption = try Interruption()
    let report = RunReport(page, steps, in: place, isVerbose: verbose)
    report.begin()
    let results = try Runner(options, environment: environment).run(
      steps, stop: { interruption.request },
      choose: { self.step ? Questions.choice($0) { interruption.count > 0 } : .run },
      observer: { event in
        keeper.note(event)
        report.show(event)
      })
    report.end(results)
    try keeper.keep(results)
    try changes.tell(keeper.changes)
    if page.diagnostics.hasErrors || results.contains(where: \.outcome.isFailure)
      || results.count < steps.count
    {
      throw ExitStatus.trouble
    }
  }

  /// Beside the layers that are kept, or among the person's own files for a run on the machine.
  private func resumeFile(
    _ argument: PageArgument, _ environment: [String: String]
  ) -> String? {
    if let keep = changes.keep { return "\(keep)/resume.json" }
    guard place == .host else { return nil }
    let home = environment["HOME"] ?? "/root"
    let path = argument.folder.map { "\($0.root)/\(argument.page.path)" } ?? argument.page.path
    let folder = environment["XDG_STATE_HOME"] ?? "\(home)/.local/state"
    return "\(folder)/notes/\(Checksum.of(Files.absolute(path))).json"
  }

  /// Shows what will be done to the machine and asks whether it may be.
  private func confirm(_ page: Page, _ plan: RunPlan) throws {
    guard !yes else { return }
    let machine = if case .ssh(let host) = place { host.printable } else { "this machine" }
    Terminal.error.write(PlanTable(page, plan).text(Terminal.error))
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

extension Interruption {
  /// The first Ctrl-C asks, the second insists.
  fileprivate var request: StopRequest {
    switch count {
    case 0: .none
    case 1: .gently
    default: .atOnce
    }
  }
}
