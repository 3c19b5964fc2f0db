import Course
import FoundationEssentials
import Machine
import Runner

/// Writes the record and the reports of a run.
struct RunKeeper {
  private let outputs: RunOutputs
  private let page: Page
  private let folder: CourseFolder?
  private let date = Date.now.formatted(.iso8601)
  private var system: SystemRecord
  /// What a sandbox held at the end.
  private(set) var changes: SandboxChanges?

  /// - Parameters:
  ///   - folder: the course that the page belongs to.
  ///   - place: where the page runs.
  init(_ outputs: RunOutputs, page: Page, in folder: CourseFolder?, place: Location) throws {
    if outputs.record, folder == nil {
      throw WrongUse(
        description: "'\(page.path)' belongs to no course, and so has no results; "
          + "leave --record out, or put the page into a folder 'content'")
    }
    self.outputs = outputs
    self.page = page
    self.folder = folder
    system = SystemRecord(place: place.description)
  }

  mutating func note(_ event: Runner.Event) {
    switch event {
    case .described(let system): self.system = system
    case .changed(let changes): self.changes = changes
    case .preparing, .started, .progress, .output, .handedTerminal, .finished: break
    }
  }

  /// Writes what was asked for, once the run is over.
  func keep(_ results: [StepResult]) throws {
    guard outputs.areWanted else { return }
    let environment = System.environment
    let record = PageRecord(
      page, results, system: system, date: date, home: environment["HOME"] ?? "")
    for report in outputs.reports {
      switch report {
      case .junit(let path): try write(JUnitReport([record]).text, to: path)
      case .tap(let path): try write(TAPReport([record]).text, to: path)
      case .json(let path): try write(JSONText.of(RunRecord([record])), to: path)
      case .github: try tellGitHub(record, environment)
      }
    }
    if outputs.record, let folder { try keep(record, in: folder) }
  }

  /// Half a run says nothing of the other half, and would take the place of a whole one.
  private func keep(_ record: PageRecord, in folder: CourseFolder) throws {
    guard !record.steps.contains(where: { [.interrupted, .notReached].contains($0.outcome) }) else {
      Terminal.error.write("\(page.names.record) is left as it was: not every step was reached\n")
      return
    }
    try write(JSONText.of(record), to: "\(folder.root)/\(page.names.record)")
    Terminal.output.write("\(page.names.record.printable) written\n")
  }

  private func tellGitHub(_ record: PageRecord, _ environment: [String: String]) throws {
    let report = GitHubReport([record], folder: courseFolder(in: environment["GITHUB_WORKSPACE"]))
    Terminal.output.write(report.annotations)
    guard let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return }
    let before = Files.exists(path) ? try Files.contents(path) : []
    try Files.write(before + Array(report.summary.utf8), to: path)
  }

  /// The folder of the course in the repository that a workflow checked out, with a slash at its end.
  private func courseFolder(in workspace: String?) -> String {
    guard let workspace, let root = folder?.root else { return "" }
    let top = Files.absolute(workspace) + "/"
    return root.hasPrefix(top) ? root.dropFirst(top.count) + "/" : ""
  }

  private func write(_ text: String, to path: String) throws {
    try Files.write(Array(text.utf8), to: path)
  }
}

/// JSON as the program writes it: keys in alphabetical order, a value a line.
enum JSONText {
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
