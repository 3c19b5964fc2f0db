/// What earlier steps of a page left open, or made, that a later one is read by.
///
/// It is a class because rules are given it block by block, and a copy counts all that it holds.
final class PageMemory {
  /// The command of the step right before that opened another program, such as
  /// `docker run -it ubuntu`.
  private(set) var opened: String?
  /// Whether it was opened within another one, to which a reader returns.
  private(set) var isNested = false
  /// Images that the notes build themselves, and so are on no server.
  private(set) var builtImages: Set<String> = []

  /// The words of commands that made something, some of which are its name.
  private(set) var made: Set<String> = []

  /// Programs that no table has and that the page has installed, or run in a block marked as shell.
  private(set) var programs: Set<String> = []

  /// Whether the notes have spoken to a provider whose clusters are elsewhere.
  private(set) var hasRemoteCluster = false

  /// The editor that the block right before opened last, without the lines to type in it.
  private(set) var openedEditor: EditorCommand?
  /// Whether a prompt stands before that command.
  private(set) var hasEditorPrompt = false

  /// The words that send a reader to another machine for the rest of the page, once a login there
  /// has followed them.
  private(set) var elsewhere: String?
  private var announced: String?
  /// The texts since a program was opened.
  private var inside: [Prose] = []
  /// Whether they tell that the reader is inside that program.
  private var isInside = false
  private static let arrivals: Phrases = [
    "you're inside", "you are inside", "you're now inside", "you are now inside",
    "now you are inside", "now you're inside", "you are now in the", "you're now in the",
    "you are now in a", "we are now inside",
  ]
  /// Texts that have not been looked at for such words.
  private var texts: [Prose] = []

  /// The kind of the block right before, where no heading or text stands between.
  private(set) var kindAbove: StepKind?

  /// Whether the block right before is of another language, and no heading or text stands between.
  private(set) var isBelowCode = false

  /// Whether the last block of the section was a step.
  private(set) var hasBlocks = false

  /// Takes note of texts such as "The commands in this lab must be run on the server".
  func note(_ prose: Prose) {
    kindAbove = nil
    isBelowCode = false
    texts.append(prose)
    if let login = machine.note(prose) { opened = login }
    if opened != nil { inside.append(prose) }
    tools.note(prose)
  }

  /// Whether the block right before was a part of the text of a script.
  var isInScript = false

  /// The choices of tools that a reader has on the page.
  private(set) var tools = ToolChoice()

  /// Machines of the reader's own that the page logs in to.
  private var machine = OwnMachine()

  /// The words of the last text that sends a reader elsewhere; asked for only once somebody logs in
  /// somewhere.
  private func takeAnnouncement() -> String? {
    let words = texts.lazy.reversed().compactMap { Phrases.first(Self.sendings, in: $0.marked) }
      .first
    texts.removeAll(keepingCapacity: true)
    announced = words ?? announced
    return announced
  }

  private static let providers: Phrases = ["eks", "gke", "aks", "kops"]
  /// Of which each of them has one, in small letters or capitals.
  private static let signs: Fragments = ["ks", "ke", "ops", "KS", "KE", "OPS"]
  private static let sendings: Phrases = [
    "must be run on", "need to be run on", "should be run on", "log in to each", "login to each",
  ]

  /// A new heading begins: a reader has left what was open.
  ///
  /// - Parameter heading: which may say where the cluster is that commands talk to.
  func enterSection(_ heading: OpenHeading) {
    if Self.signs.stand(in: heading.heading.text),
      Phrases.first(Self.providers, in: heading.lowercased) != nil
    {
      hasRemoteCluster = true
    }
    // Who is told to be inside another program stays there until it is left.
    isInside =
      opened != nil
      && (isInside || inside.contains { tellsOfArrival($0) })
      && !inside.contains { Phrases.first(Self.departures, in: $0.marked) != nil }
    if !isInside { opened = nil }
    inside = []
    openedEditor = nil
    kindAbove = nil
    isBelowCode = false
    hasBlocks = false
    machine.enterSection(heading)
    tools.enterSection(heading)
  }

  /// A block follows that is no step.
  func passBlock() {
    openedEditor = nil
    kindAbove = nil
    isBelowCode = true
    hasBlocks = false
  }

  /// Whether a text says that a reader is inside now, and not under some condition.
  private func tellsOfArrival(_ prose: Prose) -> Bool {
    prose.sentences.contains {
      Phrases.first(Self.arrivals, in: $0) != nil && Phrases.first(Self.conditions, in: $0) == nil
    }
  }

  private static let conditions: Phrases = ["if", "when", "once", "can", "whether", "until"]
  private static let departures: Phrases = [
    "exit", "leave", "ctrl", "ctrl-d", "control-d", "quit", "log out", "logout",
  ]
  private static let leaving: NameSet = ["exit", "logout", "\\q", "quit", "exit()", "quit()"]

  /// - Parameter isMarked: whether their author has marked the block as shell.
  func note(_ commands: [StepCommand], kind: StepKind, isMarked: Bool = false) {
    kindAbove = kind
    isBelowCode = false
    hasBlocks = true
    tools.passBlock()
    for command in commands {
      if kind.isRunnable { made.formUnion(Placeholder.wordsMaking(command)) }
      for (simple, resolved) in zip(command.simpleCommands, command.resolved) {
        if kind.isTyped { takePrograms(of: resolved, isMarked && simple.isByName) }
        if let name = resolved.container?.builtImage { builtImages.insert(name) }
        if Cluster.isRemote(resolved) { hasRemoteCluster = true }
        if Cluster.isLocal(resolved) { hasRemoteCluster = false }
      }
    }
    if elsewhere != nil, commands.contains(where: { ["exit", "logout"].contains($0.text.trimmed) })
    {
      elsewhere = nil
    }
    let isLogin = commands.contains { command in
      command.resolved.contains { $0.name == "ssh" } && command.text.contains(ascii: "ssh")
        && OpenedProgram.command(command) != nil
    }
    if isLogin, let announced = takeAnnouncement() { elsewhere = announced }
    openedEditor = kind.opensEditor ? commands.last.flatMap { EditorCommand($0) } : nil
    hasEditorPrompt = kind == .transcript
    switch kind {
    case .context:
      let openers = commands.compactMap(OpenedProgram.command)
      if let last = openers.last {
        isNested = opened != nil || openers.count > 1
        opened = last
      }
    case .run, .transcript, .template:
      isNested = false
      opened = commands.last.flatMap(OpenedProgram.command)
      if let login = opened, let command = commands.last?.resolved.last,
        machine.takes(login, command)
      {
        opened = nil
      }
    case .edit, .output, .sample, .foreign: opened = isInside ? opened : nil
    }
    if opened == nil || commands.contains(where: { Self.leaving.contains($0.text.trimmed) }) {
      opened = nil
      isInside = false
      inside = []
    }
  }

  /// Takes note of what it installs, and of the program itself where it may begin a later block.
  private func takePrograms(of command: ResolvedCommand, _ mayGoOn: Bool) {
    programs.formUnion(Products.commands(of: command))
    if mayGoOn, command.row == nil, !CommandTable.knows(command.name),
      // Scripts are files, and named as such.
      command.name.utf8.allSatisfy({ ShellByte.continuesName($0) || $0 == ShellByte.dash }),
      command.name.utf8.first.map({ (0x61...0x7A).contains($0) }) == true
    {
      programs.insert(command.name)
    }
  }
}

extension StepKind {
  /// Whether its commands are typed at the reader's own prompt.
  fileprivate var isTyped: Bool { self == .run || self == .transcript || self == .template }

  /// Whether an editor at the block's end is one that the reader opens.
  fileprivate var opensEditor: Bool { self == .run || self == .transcript }
}

extension EditorCommand {
  fileprivate init?(_ command: StepCommand) {
    guard command.simpleCommands.count == 1 else { return nil }
    self.init(command.simpleCommands[0], command.resolved[0])
  }
}
