internal import Markdown

/// A line of a block of tests.
struct TestLine {
  /// Without what stands before it.
  var text: String
  /// Where the text begins in the document.
  var start: SourcePosition
  /// What stands before it, such as cram's two blanks.
  var prefix: String
}

/// Reads the lines of a block as commands and what they print.
struct TestLineReader {
  private let dialect: Dialect
  private(set) var cases: [TestCase] = []
  private(set) var faults: [(position: SourcePosition, fault: TestFault)] = []
  private var options: TestOptions
  private var fence: FencePlace?
  /// Whether lines still belong to the last command.
  private var isOpen = false
  private var isInCommand = false
  private var isCommandContinued = false
  private var settings: [String] = []
  /// Whether text stands below the last command's output.
  private var isBroken = false

  init(_ dialect: Dialect) {
    self.dialect = dialect
    options = TestOptions(dialect)
  }

  /// Begins a block.
  mutating func begin(_ options: TestOptions, fence: FencePlace?) {
    (self.options, self.fence) = (options, fence)
    (isOpen, isBroken, settings) = (false, false, [])
  }

  /// Reads text between indented lines.
  mutating func breakOutput() { isBroken = true }

  mutating func read(_ line: TestLine) {
    // Cram gives such a line to the shell wherever it stands.
    let mayGoOn = isCommandContinued || isInCommand || (isOpen && dialect.name == .cram)
    if mayGoOn, let more = continuation(line.text) {
      add(more, line)
      return
    }
    if let command = command(line.text), dialect.hasManyCommands || !isOpen {
      begin(command, line)
      return
    }
    isInCommand = false
    guard isOpen else {
      if dialect.name == .scrut, line.text.hasPrefix("#") { return }
      if dialect.name == .scrut, line.text.hasPrefix("% ") {
        settings.append(String(line.text.dropFirst(2)))
      } else if dialect.name != .mdx || !line.text.isEmpty || fence == nil {
        tell("output stands where a command should: begin a command with `$ `", line)
      }
      return
    }
    if isBroken, dialect.name == .cram { cases[cases.count - 1].fault = Self.broken }
    cases[cases.count - 1].lines.append(Expectation.Line(text: line.text, start: line.start))
    // What stands below an exit status of mdx belongs to nothing.
    cases[cases.count - 1].lastLine = line.start.line
  }

  private static let broken =
    "text stands between lines of its output: cram compares them in their order"

  private func command(_ text: String) -> String? {
    if dialect.name == .mdx {
      let rest = text.drop { $0 == " " || $0 == "\t" }
      return rest.hasPrefix("$ ") ? String(rest.dropFirst(2)) : nil
    }
    return text.hasPrefix("$ ") ? String(text.dropFirst(2)) : nil
  }

  private func continuation(_ text: String) -> String? {
    switch dialect.continuation {
    case .prompt:
      if dialect.name != .cram, text == ">" { return "" }
      return text.hasPrefix("> ") ? String(text.dropFirst(2)) : nil
    case .backslash:
      guard isCommandContinued else { return nil }
      let rest = text.drop { $0 == " " || $0 == "\t" }
      return rest.hasPrefix("> ") ? String(rest.dropFirst(2)) : nil
    }
  }

  private mutating func begin(_ command: String, _ line: TestLine) {
    var options = options
    if !settings.isEmpty {
      do throws(TestFault) { try options.read(yaml: settings.joined(separator: "\n")) } catch {
        faults.append((line.start, error))
      }
    }
    let (text, isContinued) = Self.continued(command, dialect)
    settings = []
    (isOpen, isInCommand, isCommandContinued) = (true, dialect.continuation == .prompt, isContinued)
    isBroken = false
    cases.append(
      TestCase(
        command: text, position: line.start, options: options, step: cases.count,
        lastLine: line.start.line, prefix: line.prefix, fence: fence))
  }

  private mutating func add(_ more: String, _ line: TestLine) {
    let (text, isContinued) = Self.continued(more, dialect)
    let last = cases.count - 1
    // Mdx joins with blanks what is no here-document.
    let joint =
      dialect.continuation == .prompt || cases[last].command.contains("<<") ? "\n" : " "
    cases[last].command += joint + text
    cases[last].lastLine = line.start.line
    isCommandContinued = isContinued
  }

  /// The command's line without the backslash by which it goes on.
  private static func continued(_ text: String, _ dialect: Dialect) -> (String, Bool) {
    guard dialect.continuation == .backslash else { return (text, false) }
    let line = text.trimmingEnd
    return line.hasSuffix("\\") ? (String(line.dropLast()), true) : (text, false)
  }

  private mutating func tell(_ message: String, _ line: TestLine) {
    faults.append((line.start, TestFault(message)))
    isOpen = false
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
