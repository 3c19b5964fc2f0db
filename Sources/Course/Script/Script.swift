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
    let functions = Self.functions(of: page)
    var body = [Line(text: Self.strict, position: nil)]
    let steps = functions.filter(\.isRun)
    let lint = ScriptLint(steps.map(\.text))
    for function in functions { body += function.lines(lint) }
    let runner = ScriptRunner(page, steps)
    body += runner.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      Line(text: String($0), position: nil)
    }
    let header = Self.header(page).map { Line(text: $0, position: nil) }
    let checksum = Checksum.of((header + body).map { $0.text + "\n" }.joined())
    lines = header + [Line(text: Self.checksumMark + checksum, position: nil)] + body
  }

  /// The steps that stand in a page's script, in order; an output or other language stands in none.
  static func functions(of page: Page) -> [ScriptFunction] {
    var names = UniqueNames(first: 2)
    return page.steps.compactMap { step in
      guard step.kind != .output, step.kind != .foreign else { return nil }
      let name = names.unique(functionName(step.id)).replacing("-", with: "_")
      return ScriptFunction(step, name: name)
    }
  }

  /// Whether a page has steps of which a script is made.
  public static func isNeeded(for page: Page) -> Bool {
    functions(of: page).contains(where: \.isRun)
  }

  /// The line below the head of a script.
  static let strict = "set -euo pipefail"

  private static func header(_ page: Page) -> [String] {
    [
      "#!/usr/bin/env bash",
      "# \(page.title.printable.replacing("\n", with: " "))",
      "#",
      sourceMark + page.path + ": change a step here or there, and it carries the change over.",
      "# `\(page.names.script) --help` says how to run one step, or all from one on.",
    ]
  }

  private static let checksumMark = "# checksum: "
  private static let sourceMark = "# Written by `notes sync` from "

  /// The path of the notes that a script says it was written from, or `nil`.
  public static func source(of text: String) -> String? {
    let line = text.split(separator: "\n").first { $0.hasPrefix(sourceMark) }
    return line.map { String($0.dropFirst(sourceMark.count).prefix { $0 != ":" }) }
  }

  static func isChecksum(_ line: String) -> Bool { line.hasPrefix(checksumMark) }

  /// Whether a script is still what `notes sync` wrote; `nil` for a file it never wrote.
  public static func isUntouched(_ text: String) -> Bool? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard source(of: text) != nil,
      let mark = lines.firstIndex(where: { $0.hasPrefix(checksumMark) })
    else { return nil }
    let checksum = lines.remove(at: mark).dropFirst(checksumMark.count)
    return Checksum.of(lines.joined(separator: "\n")) == checksum
  }

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
