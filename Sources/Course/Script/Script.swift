public import Markdown

/// A page's steps as one bash file.
///
/// Each step is a function named after its id. Run without arguments the file does what the notes
/// say, in order; the optional steps have to be asked for.
public struct Script: Sendable {
  /// A line of the file and, where it comes from the notes, its place in the page's text.
  public struct Line: Sendable, Equatable {
    public var text: String
    public var position: SourcePosition?
  }

  public private(set) var lines: [Line] = []
  /// The function of each step that is run, by the step's id.
  private var functions: [String: String] = [:]

  /// The file's content.
  public var text: String { lines.map { $0.text + "\n" }.joined() }

  public init(_ page: Page) {
    let runnable = page.steps.filter(\.isRunnable)
    var names = UniqueNames(first: 2)
    for step in runnable {
      functions[step.id] = names.unique(Self.functionName(step.id)).replacing("-", with: "_")
    }
    add("set -euo pipefail")
    if runnable.contains(where: { !$0.edits.isEmpty }) { add("\n" + StepEdit.functions) }
    for step in page.steps { add(step) }
    addMain(runnable)
    let header = Self.header(page, checksum: Checksum.of(text))
    lines = header.map { Line(text: $0, position: nil) } + lines
  }

  private static func header(_ page: Page, checksum: String) -> [String] {
    [
      "#!/usr/bin/env bash",
      "# \(page.title.printable)",
      "#",
      "# Written by `notes sync` from \(page.path): edit the notes, not this file.",
      checksumMark + checksum,
      "# The commands stand as the notes have them, so their quoting and paths are not judged here.",
      "# shellcheck disable=SC1090,SC1091,SC2086,SC2164",
    ]
  }

  private static let checksumMark = "# checksum: "

  /// The path of the notes that a script says it was written from, or `nil`.
  public static func source(of text: String) -> String? {
    let mark = "# Written by `notes sync` from "
    let line = text.split(separator: "\n").first { $0.hasPrefix(mark) }
    return line.map { String($0.dropFirst(mark.count).prefix { $0 != ":" }) }
  }

  static func isChecksum(_ line: String) -> Bool { line.hasPrefix(checksumMark) }

  /// Whether a script's steps are still what `notes sync` wrote; `nil` for a file it never wrote.
  public static func isUntouched(_ text: String) -> Bool? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let mark = lines.firstIndex(where: { $0.hasPrefix(checksumMark) }),
      let body = lines.firstIndex(of: "set -euo pipefail")
    else { return nil }
    return Checksum.of(lines[body...].joined(separator: "\n"))
      == lines[mark].dropFirst(checksumMark.count)
  }

  private mutating func add(_ text: String, _ position: SourcePosition? = nil) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(Line(text: String(line), position: position))
    }
  }

  private mutating func add(_ step: Step) {
    add("")
    let title = [step.number, step.title].compactMap(\.self).joined(separator: " ").printable
    add("# \(title)\(step.isOptional ? " (optional)" : "")", step.range.start)
    guard let function = functions[step.id] else {
      add("# Not run: \(step.reasonNotToRun).", step.range.start)
      return
    }
    add("\(function)() {", step.range.start)
    let environment = StepEnvironment(step.settings)
    if !environment.enter.isEmpty { add(environment.enter, step.range.start) }
    for action in step.actions {
      switch action {
      case .command(let command) where command.doneBy != nil:
        add(
          "  # \(command.text.printable): step \(command.doneBy ?? "") makes the edit.",
          command.position)
      case .command(let command):
        // A failure that the notes show on purpose ends no script.
        let isFailure = command.expectedStatus != 0
        if isFailure { add("  {", command.position) }
        add(indented(command.text), command.position)
        if isFailure { add("  } || [[ $? -eq \(command.expectedStatus) ]]", command.position) }
      case .edit(let edit): add("  " + edit.call, edit.position)
      }
    }
    if !environment.leave.isEmpty { add(environment.leave, step.range.start) }
    add("}", step.range.start)
  }

  /// Text of several lines stays as it is: blanks before them might end a here-document or change
  /// what is quoted.
  private func indented(_ text: String) -> String {
    text.contains("\n") ? text : "  " + text
  }

  private mutating func addMain(_ steps: [Step]) {
    add("")
    add("# Number, name, function and whether it is optional.")
    add("notes_steps=(")
    for step in steps {
      guard let function = functions[step.id] else { continue }
      let kind = step.isOptional ? "optional" : "always"
      add("  '\(step.number ?? "-") \(step.id) \(function) \(kind)'")
    }
    add(")")
    add(Self.main)
  }

  /// All names begin with `notes_`, since the steps run in the same shell and have names of their own.
  private static let main = #"""

    notes_usage() {
      echo "usage: $0 [--list] [--optional] [--from STEP] [STEP]" >&2
      exit 2
    }

    # Tells the functions to run, one a line; STEP is a number, a name or a function.
    notes_select() {
      local from='' only='' optional=no step number name function kind is_found=no
      while (($#)); do
        case $1 in
          --optional) optional=yes ;;
          --from)
            if [[ $# -lt 2 ]]; then notes_usage; fi
            from=$2
            shift
            ;;
          -*) notes_usage ;;
          *) only=$1 ;;
        esac
        shift
      done
      for step in "${notes_steps[@]}"; do
        read -r number name function kind <<<"$step"
        case $from in "$number" | "$name" | "$function") from='' ;; esac
        if [[ -n $from ]]; then continue; fi
        if [[ -z $only && $kind == optional && $optional == no ]]; then continue; fi
        case ${only:-$name} in
          "$number" | "$name" | "$function")
            is_found=yes
            echo "$function"
            ;;
        esac
      done
      if [[ $is_found == no && -n $only$from ]]; then
        echo "$0: no step '${only:-$from}'; --list shows them" >&2
        exit 2
      fi
    }

    if [[ ${1:-} == --list ]]; then
      printf '%s\n' "${notes_steps[@]}"
      exit
    fi
    notes_selected=$(notes_select "$@")
    for notes_function in $notes_selected; do
      echo "==> $notes_function" >&2
      "$notes_function"
    done
    """#

  /// The step's function. The prefix keeps it from hiding a command of its name; letters beyond ASCII
  /// are left out, as not every shell takes them.
  private static func functionName(_ id: String) -> String {
    let letters = id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return "step-" + (letters.allSatisfy { $0 == "-" } ? "unnamed" : letters)
  }
}

extension Step {
  /// Why it is not run, for one that is not runnable.
  public var reasonNotToRun: String {
    if settings.isSkipped == true { return "the notes say to skip it" }
    if !settings.isForThisSystem { return "it is for \(settings.systems.joined(separator: ", "))" }
    // Another step holds the lines for the editor that this one opens.
    if kind.isRunnable, ownActions.isEmpty, let other = commands.last?.doneBy {
      return "step \(other) makes the edit"
    }
    return isParsed ? kind.explanation : "bash cannot read it"
  }
}

extension StepKind {
  /// Why a block of this kind is not run, or how it is.
  public var explanation: String {
    switch self {
    case .run: "commands"
    case .transcript: "commands shown with prompts"
    case .edit: "an edit of a file"
    case .context: "it is typed inside another program"
    case .output: "it shows what was printed"
    case .template: "it has a placeholder to fill in"
    case .sample: "it is an example"
    case .foreign: "it is not shell"
    }
  }
}
