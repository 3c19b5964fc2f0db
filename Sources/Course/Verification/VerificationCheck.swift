internal import Markdown

/// Compares the commands of a section with those of the scripts that it is to agree with.
public struct VerificationCheck {
  public private(set) var diagnostics: [Diagnostic] = []

  /// A script as it lies on disk.
  public struct ScriptFile {
    /// As messages name it.
    public var path: String
    /// What it holds, or `nil` where it is not there.
    public var text: String?

    public init(path: String, text: String?) {
      self.path = path
      self.text = text
    }
  }

  private let page: Page
  private let verification: Verification
  private let path: String
  /// The text of the excerpt, and the lines of the file above it.
  private var text = ""
  private var linesAbove = 0
  /// For each text of the notes the step and the command, or the edit's place.
  private var units: [(step: Step, action: StepAction)] = []

  /// - Parameter files: paths that may be meant where the script is not there.
  public init(
    _ verification: Verification, on page: Page, _ script: ScriptFile, files: [String] = []
  ) {
    self.page = page
    self.verification = verification
    path = script.path
    guard let whole = script.text else {
      add(
        .missingFile(path, at: verification.position, on: page, rule: "command-drift", among: files)
      )
      return
    }
    do {
      let excerpt = try FileExcerpt(verification.file.part, of: whole)
      text = excerpt.lines.map { $0 + "\n" }.joined()
      linesAbove = excerpt.first - 1
    } catch {
      add(.missingPart(error, of: path, at: verification.position, on: page, rule: "command-drift"))
      return
    }
    compare()
    diagnostics = diagnostics.inOrder
  }

  private mutating func compare() {
    let documented = documentedCommands()
    var reader = CommandReader(folder: nil)
    reader.read(text)
    let excused = excusedLines()
    let run = reader.commands.filter { !excused.contains(position($0.place).line) }
    let comparison = CommandComparison(documented, run)
    for difference in comparison.differences { tell(difference) }
    for (command, after) in comparison.lacking {
      let order = after.map { ", where it would follow line \(position($0.place).line)" } ?? ""
      add(
        Diagnostic(
          path: page.path, position: notesPosition(command.place), severity: .error,
          message: "\(path) does not run `\(command.text)`\(order)", rule: "command-drift",
          mend: "add it there, or make the step optional"))
    }
    let comment = page.source.filePosition(verification.position)
    for command in comparison.undocumented {
      add(
        Diagnostic(
          path: path, position: position(command.place), severity: .error,
          message: "`\(command.text)` is not among the commands that \(page.path):\(comment.line)"
            + " verifies", rule: "command-drift",
          mend: "document it, or write `# notes: undocumented` behind it"))
    }
  }

  private mutating func tell(_ difference: CommandComparison.Difference) {
    if !difference.isOfVersions {
      let place = position(difference.run.place)
      add(
        Diagnostic(
          path: page.path, position: notesPosition(difference.documented.place), severity: .error,
          message: "notes say `\(difference.documented.text)`, \(path):\(place.line) says"
            + " `\(difference.run.text)`", rule: "command-drift", mend: "make both the same"))
    }
    for (own, other, texts) in difference.versions {
      // A variable that an earlier text of the notes has set is not looked up: the command is.
      let place = own.unit == difference.documented.place.unit ? own : difference.documented.place
      add(
        Diagnostic(
          path: page.path, position: notesPosition(place), severity: .error,
          message: "notes say \(texts.0), \(path):\(position(other).line) says \(texts.1)",
          rule: "command-drift", mend: "write the version that holds on both sides"))
    }
  }

  private mutating func documentedCommands() -> [CommandComparison.Documented] {
    // A reader begins in the home folder; where a script is begun, nobody knows.
    var reader = CommandReader(folder: "~")
    var documented: [CommandComparison.Documented] = []
    for step in page.steps where verification.lines.contains(step.range.start.line) {
      guard step.kind.isRunnable || step.kind == .template || step.kind == .sample else { continue }
      let isRequired =
        !step.isOptional && step.kind != .sample && step.settings.isSkipped != true
        && step.settings.isForThisSystem
      let blanks = step.kind == .template ? StepTemplate(step).blanks.map(\.text) : []
      for action in step.actions {
        let before = reader.commands.count
        switch action {
        case .command(let command):
          guard command.doneBy == nil else { continue }
          reader.read(Self.withGaps(command.text, blanks))
        case .edit(let edit): reader.read(edit)
        }
        units.append((step, action))
        documented += reader.commands[before...].map {
          .init(command: $0, isRequired: isRequired && action.isToSucceed)
        }
      }
    }
    return documented
  }

  /// The words to fill in as gaps of the same length, so that places stay.
  private static func withGaps(_ text: String, _ blanks: [String]) -> String {
    var text = text
    for blank in blanks {
      let gap = [UInt8](repeating: CommandPattern.gap, count: blank.utf8.count)
      text = text.replacing(blank, with: String(decoding: gap, as: UTF8.self))
    }
    return text
  }

  /// Lines of the script whose commands need not be documented, as a remark on them or above says.
  private func excusedLines() -> Set<Int> {
    var lines: Set<Int> = []
    let bytes = Array(text.utf8)
    for range in ShellScript(text).comments
    where String(decoding: bytes[range], as: UTF8.self).contains("notes: undocumented") {
      let line = position(CommandPlace(unit: 0, offset: range.lowerBound)).line
      let start = bytes[..<range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let isAlone = bytes[start..<range.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      lines.insert(isAlone ? line + 1 : line)
    }
    return lines
  }

  /// Where a byte of the excerpt stands in the script's file.
  private func position(_ place: CommandPlace) -> SourcePosition {
    let before = Array(text.utf8.prefix(place.offset))
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return SourcePosition(
      line: linesAbove + before.count { $0 == 0x0A } + 1, column: before.count - start + 1)
  }

  private func notesPosition(_ place: CommandPlace) -> SourcePosition {
    let (step, action) = units[place.unit]
    switch action {
    case .command(let command):
      return page.source.filePosition(command.position(of: place.offset, in: step))
    case .edit(let edit): return page.source.filePosition(edit.position)
    }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    let line =
      diagnostic.path == page.path
      ? diagnostic.position.line : page.source.filePosition(verification.position).line
    diagnostic.isSilenced = page.silencing.isSilenced("command-drift", line: line)
    diagnostics.append(diagnostic)
  }
}

extension StepAction {
  /// Whether the notes do not show that it fails.
  fileprivate var isToSucceed: Bool {
    if case .command(let command) = self { command.expectedStatus == 0 } else { true }
  }
}
