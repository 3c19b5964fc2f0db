public import ArgumentParser
public import Course
import Machine
import Markdown
import Runner

/// The flags that say how steps are run and what they may do.
struct RunOptions: ParsableArguments {
  @Option(help: "How long a step may take: 90, 30s, 5m.")
  var timeout = TimeLimit(.seconds(1800))

  @Option(help: "How long all steps together may take.")
  var timeLimit: TimeLimit?

  @Option(
    help: ArgumentHelp(
      "Let steps with this trait run outside of the sandbox too: destructive.", valueName: "trait"))
  var allow: [StepTrait] = []

  @Option(
    help: ArgumentHelp(
      "Leave out steps with this trait: \(StepTrait.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "trait"))
  var deny: [StepTrait] = []

  @Option(
    help: ArgumentHelp(
      "A value for a placeholder such as <bucket> or YOUR_KEY.", valueName: "name=value"))
  var set: [Assignment] = []

  @Option(
    help: ArgumentHelp(
      "A folder of programs that stand in for the real ones.", valueName: "folder"))
  var stubs: String?

  @Option(help: "Make what this machine lacks a failure: all.")
  var require: Requirement?

  @Flag(help: "Hand the terminal to steps that ask.")
  var tty = false

  enum Requirement: String, ExpressibleByArgument, CaseIterable { case all }

  func validate() throws {
    if let stubs, !Files.isFolder(stubs) {
      throw ValidationError("--stubs: \(stubs) is no folder")
    }
    if tty, !Terminal.canAsk { throw ValidationError("--tty: there is no terminal to hand over") }
  }

  /// - Parameters:
  ///   - page: whose own values count unless the command line gives others.
  ///   - course: what its course says, whose values count where the page has none.
  ///   - environment: in which a placeholder's value may stand under its name.
  func options(
    _ page: Page, course: CourseSettings, environment: [String: String]
  ) -> Runner.Options {
    var options = Runner.Options()
    options.limit = timeout.duration
    options.totalLimit = timeLimit?.duration
    options.allowed = Set(allow)
    options.denied = Set(deny)
    options.stubs = stubs.map(Files.absolute)
    options.requiresAll = require == .all
    options.terminal = tty ? System.terminalName() : nil
    options.values = values(page, course, environment)
    return options
  }

  /// Values for placeholders that no step has are slips.
  func checkValues(for steps: [Step]) throws {
    let blanks = steps.filter { $0.kind == .template }.flatMap { StepTemplate($0).blanks }
    for assignment in set {
      let isKnown = blanks.contains {
        StepTemplate.value(for: $0, in: [assignment.name: assignment.value]) != nil
      }
      guard !isKnown else { continue }
      let nearest = NearestName.suggestions(for: assignment.name, among: blanks.map(\.name)).first
      throw WrongUse(
        description: "no step that is chosen has a placeholder '\(assignment.name)'"
          + (nearest.map { "; is it '\($0)'?" } ?? ""))
    }
  }

  private func values(
    _ page: Page, _ course: CourseSettings, _ environment: [String: String]
  ) -> [String: String] {
    let given = Dictionary(set.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    var values: [String: String] = [:]
    for step in page.steps where step.kind == .template {
      for blank in StepTemplate(step).blanks {
        let name = blank.name.uppercased().replacing("-", with: "_")
        // Each of them may write the name in its own way.
        let value = [given, page.frontMatter.values, course.values].lazy.compactMap {
          StepTemplate.value(for: blank, in: $0)
        }.first
        values[blank.name] = value ?? environment[name]
      }
    }
    return values
  }
}

/// `name=value`
struct Assignment: ExpressibleByArgument {
  var name: String
  var value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
      return nil
    }
    name = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }
}

/// A duration on the command line.
struct TimeLimit: ExpressibleByArgument {
  var duration: Duration

  init(_ duration: Duration) { self.duration = duration }

  init?(argument: String) {
    guard let duration = Duration(notation: argument), duration > .zero else { return nil }
    self.duration = duration
  }

  var defaultValueDescription: String { "\(duration.components.seconds / 60)m" }
}

extension StepTrait: ExpressibleByArgument {}
