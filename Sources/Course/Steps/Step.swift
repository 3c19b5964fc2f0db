public import Markdown

/// One shell code block of a page as a definition of what is to be done.
public struct Step: Sendable, Equatable {
  /// Unique on the page; lowercase words joined by `-`.
  public var id: String
  /// As the notes write it, such as `4.3`; `nil` where they write none.
  public var number: String?
  public var title: String
  /// The enclosing headings from the outermost in, without the page's title.
  public var headings: [String]
  /// From the first byte of the opening fence to the last of the closing one, in the page's text.
  public var range: SourceRange
  /// The language as the notes write it, in lowercase.
  public var language: String?
  public var kind: StepKind { decision.kind }
  public var traits: Set<StepTrait>
  /// Whether the notes leave it to the reader to do the step.
  public var isOptional: Bool
  public var needs: [StepNeed]
  /// The folder in which a reader who did all before begins it, such as `~/soft`; `nil` where only
  /// running the notes would tell.
  public internal(set) var folder: String? = "~"
  /// Whether a reader who has done it is in another folder than before.
  public internal(set) var changesFolder = false
  /// Whether the block shows a prompt before each command.
  public var hasPrompts: Bool
  /// What is to be done, in order.
  public var actions: [StepAction]
  /// What a block below says that the step prints: all its commands together, or the last one.
  public var expectation: Expectation?
  /// The code of the block without its container's marks.
  public var code: CodeBlock
  /// What made the block the kind it is.
  public var decision: KindDecision
  /// What the author says of it beyond its text.
  public var settings: StepSettings

  public var commands: [StepCommand] {
    actions.compactMap { if case .command(let command) = $0 { command } else { nil } }
  }

  public var edits: [StepEdit] {
    actions.compactMap { if case .edit(let edit) = $0 { edit } else { nil } }
  }

  /// Whether bash can read every command of the step.
  public var isParsed: Bool { commands.allSatisfy(\.isParsed) }

  /// What running the step carries out: all but the commands that another step stands in for.
  public var ownActions: [StepAction] {
    actions.filter { if case .command(let command) = $0 { command.doneBy == nil } else { true } }
  }

  /// Whether the step can be run as it stands.
  public var isRunnable: Bool {
    kind.isRunnable && !ownActions.isEmpty && isParsed && settings.isSkipped != true
  }

  /// Whether it goes to a folder of its own choice before all else, so that it does not matter where
  /// it begins.
  public var choosesFolder: Bool {
    guard case .command(let command) = ownActions.first, let first = command.resolved.first,
      first.name == "cd", command.simpleCommands.first?.runsInSession == true
    else { return false }
    let target = first.values.first ?? "~"
    return first.arguments.isEmpty || target.hasPrefix("/") || target.hasPrefix("~")
  }

  /// The number where there is one, else the id: how messages name the step.
  public var label: String { number ?? id }
}

/// What a block is to a reader who follows the notes; each has exactly one.
public enum StepKind: String, Sendable, CaseIterable {
  /// Typed at the reader's own prompt as it stands.
  case run
  /// The same, shown with prompts, and perhaps with what is printed.
  case transcript
  /// Content to be put into a file.
  case edit
  /// Typed inside another program or machine that an earlier command opened.
  case context
  /// What something printed.
  case output
  /// Like `run`, once the reader has replaced a placeholder.
  case template
  /// Not meant to be run where it stands.
  case sample
  /// Another language.
  case foreign

  /// Whether the commands can be run as they stand.
  public var isRunnable: Bool {
    switch self {
    case .run, .transcript, .edit: true
    case .context, .output, .template, .sample, .foreign: false
    }
  }
}

/// What running a step asks of the machine and the person; a step has any number.
public enum StepTrait: String, Sendable, CaseIterable, Comparable {
  /// Needs hosts beyond this machine.
  case network
  /// Needs the rights of root.
  case root
  /// Needs a Docker daemon.
  case docker
  /// Waits for a person at the terminal.
  case interactive
  /// Runs in the foreground until it is stopped.
  case service
  /// Deletes or overwrites what the notes themselves did not make.
  case destructive
  /// A password, token or key stands in it.
  case secret
  /// Ends or replaces the session.
  case session

  public static func < (left: StepTrait, right: StepTrait) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A thing that an earlier step makes and this one uses.
public struct StepNeed: Sendable, Hashable {
  public enum Thing: Sendable, Hashable {
    /// A file or folder, by its path from where the page began, such as `~/soft/docker-compose`.
    case path(String)
    /// A command that a package brings.
    case command(String)
    /// Something that only the author knows of.
    case unnamed
  }

  /// The id of the step that makes it.
  public var step: String
  public var thing: Thing
}

public enum StepAction: Sendable, Equatable {
  case command(StepCommand)
  case edit(StepEdit)

  /// Where it begins in the page's text.
  public var position: SourcePosition {
    switch self {
    case .command(let command): command.position
    case .edit(let edit): edit.position
    }
  }
}

/// Lines that the notes ask the reader to put into a file.
public struct StepEdit: Sendable, Equatable {
  public enum Action: String, Sendable {
    /// The lines go to the end of the file, unless they stand in it already.
    case append
    /// The lines are the whole file, which the notes make.
    case create
    /// The lines are the whole file, whatever it held before.
    case replace
    /// Each line `key = value` takes the place of the one with its key; one without goes to the end.
    case set
  }

  /// The file as the notes write it in the shell, such as `~/.bashrc`.
  public var file: String
  /// The file from the folder that every `cd` so far leads to, such as `~/soft/a.conf`; `nil` where
  /// only running the notes would tell.
  public var path: String?
  public var action: Action
  /// Whether the notes open the editor with the rights of root.
  public var isPrivileged = false
  /// Whether the folders on the way are made too; an editor that the notes open would miss them.
  public var makesFolders = false
  /// The editor that the notes open, which is never started; `nil` where the text names the file.
  public var editor: String?
  /// The lines, each with a line feed.
  public var text: String
  /// Where the editor's command or the first line stands in the page's text.
  public var position: SourcePosition
}
