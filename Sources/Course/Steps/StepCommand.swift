public import Markdown

/// One complete shell command of a step, or a block of another language.
///
/// All that it says is kept by reference: many rules go over the commands of a block, and a copy of
/// each would count all that it holds.
public struct StepCommand: Sendable {
  private var content: Content

  /// What is known of it, which is never changed but replaced.
  private final class Content: Sendable {
    let values: Values

    init(_ values: Values) { self.values = values }
  }

  private struct Values: Equatable {
    var text: String
    var position: SourcePosition
    var expectation: Expectation?
    var declaredStatus: Int?
    var faults: [ShellFault]
    var runner: LanguageRunner?
    var simpleCommands: [SimpleCommand]
    var resolved: [ResolvedCommand]
    var doneBy: String?
    var origin: Int

    // What is resolved follows from the simple commands.
    static func == (one: Values, other: Values) -> Bool {
      one.text == other.text && one.position == other.position
        && one.expectation == other.expectation && one.declaredStatus == other.declaredStatus
        && one.faults == other.faults && one.simpleCommands == other.simpleCommands
        && one.doneBy == other.doneBy && one.origin == other.origin && one.runner == other.runner
    }
  }

  init(
    text: String, position: SourcePosition, expectation: Expectation?, faults: [ShellFault] = [],
    simpleCommands: [SimpleCommand], origin: Int = 0
  ) {
    content = Content(
      Values(
        text: text, position: position, expectation: expectation, faults: faults,
        simpleCommands: simpleCommands, resolved: simpleCommands.map(ResolvedCommand.init),
        origin: origin))
  }

  private mutating func change(_ change: (inout Values) -> Void) {
    var values = content.values
    change(&values)
    content = Content(values)
  }
}

extension StepCommand {
  /// The command without prompts; several lines where it has them.
  public var text: String {
    get { content.values.text }
    set { change { $0.text = newValue } }
  }

  /// Where its first byte stands in the page's text.
  public var position: SourcePosition { content.values.position }

  /// What the notes say it prints, or `nil` where they say nothing.
  public var expectation: Expectation? {
    get { content.values.expectation }
    set { change { $0.expectation = newValue } }
  }

  /// The exit status that the author declares for the step, on its last command.
  public var declaredStatus: Int? {
    get { content.values.declaredStatus }
    set { change { $0.declaredStatus = newValue } }
  }

  /// What bash would refuse about it, with the place in the page's text.
  public var faults: [ShellFault] {
    get { content.values.faults }
    set { change { $0.faults = newValue } }
  }

  /// What runs it, where that is no shell: then the text is the block's, and it has no simple commands.
  public var runner: LanguageRunner? {
    get { content.values.runner }
    set { change { $0.runner = newValue } }
  }

  /// The simple commands in it, in order.
  public var simpleCommands: [SimpleCommand] {
    get { content.values.simpleCommands }
    set {
      change {
        $0.simpleCommands = newValue
        $0.resolved = newValue.map(ResolvedCommand.init)
      }
    }
  }

  /// The same without the commands that only run another.
  var resolved: [ResolvedCommand] { content.values.resolved }

  /// The id of the step that does what the command is for, so that it is never run: an editor's
  /// command whose lines stand in the next block.
  public var doneBy: String? {
    get { content.values.doneBy }
    set { change { $0.doneBy = newValue } }
  }

  /// The byte at which the command begins in the text that its parts' offsets count from.
  var origin: Int { content.values.origin }

  /// The exit status with which the notes say that it ends.
  public var expectedStatus: Int {
    declaredStatus ?? expectation.map { ExpectedOutput($0).status } ?? 0
  }

  /// Whether bash can read it.
  public var isParsed: Bool { faults.isEmpty }
}

extension StepCommand: Equatable {
  public static func == (one: StepCommand, other: StepCommand) -> Bool {
    one.content === other.content || one.content.values == other.content.values
  }
}

/// Something in a command that bash would refuse.
public struct ShellFault: Sendable, Equatable {
  /// In words, without a final full stop.
  public var message: String
  public var position: SourcePosition
}
