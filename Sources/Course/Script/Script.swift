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

  /// The file's content.
  public var text: String { lines.map { $0.text + "\n" }.joined() }

  public init(_ page: Page) {
    let runnable = page.steps.filter(\.kind.isRunnable)
    add("set -euo pipefail")
    let actions = Set(runnable.flatMap(\.edits).map(\.action))
    if actions.contains(.append) {
      add("\n# Adds lines to a file unless they stand in it already.")
      add(StepEdit.function(.append))
    }
    if actions.contains(.create) {
      add("\n# Makes a file, with the folders on the way.")
      add(StepEdit.function(.create))
    }
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
    guard step.kind.isRunnable, !step.actions.isEmpty else {
      add("# Not run: \(step.kind.explanation).", step.range.start)
      return
    }
    add("\(step.functionName)() {", step.range.start)
    for action in step.actions {
      switch action {
      case .command(let command): add(indented(command.text), command.position)
      case .edit(let edit): add("  " + edit.call, edit.position)
      }
    }
    add("}", step.range.start)
  }

  /// Text of several lines stays as it is: blanks before them might end a here-document or change
  /// what is quoted.
  private func indented(_ text: String) -> String {
    text.contains("\n") ? text : "  " + text
  }

  private mutating func addMain(_ steps: [Step]) {
    add("")
    add("# Number, function and whether it is optional.")
    add("steps=(")
    for step in steps {
      add("  '\(step.number ?? "-") \(step.functionName)\(step.isOptional ? " optional" : "")'")
    }
    add(")")
    add(Self.main)
  }

  private static let main = #"""

    usage() {
      echo "usage: $0 [--list] [--optional] [--from STEP] [STEP]" >&2
      exit 2
    }

    main() {
      local from='' only='' optional=no
      while (($#)); do
        case $1 in
          --list) printf '%s\n' "${steps[@]}" && return ;;
          --optional) optional=yes ;;
          --from)
            if [[ $# -lt 2 ]]; then usage; fi
            from=$2
            shift
            ;;
          -*) usage ;;
          *) only=$1 ;;
        esac
        shift
      done
      local step number name kind found=no
      for step in "${steps[@]}"; do
        read -r number name kind <<<"$step"
        if [[ $from == "$number" || $from == "$name" ]]; then from=''; fi
        if [[ -n $from || (-n $only && $only != "$number" && $only != "$name") ]]; then continue; fi
        if [[ $kind == optional && -z $only && $optional == no ]]; then continue; fi
        found=yes
        echo "==> $number $name" >&2
        "$name"
      done
      if [[ $found == no && ${#steps[@]} -gt 0 ]]; then
        echo "$0: no step '${only:-$from}'; --list shows them" >&2
        exit 2
      fi
    }

    main "$@"
    """#
}

extension Step {
  /// The step's function in the script. The prefix keeps it from hiding a command of its name.
  var functionName: String {
    "step_"
      + String(
        id.map { $0 == "-" ? "_" : $0 }.filter {
          $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber))
        })
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
