internal import Markdown

/// Where a document of another tool's dialect is run.
public struct DocumentPlace: Sendable {
  /// The document's folder, absolute.
  public var folder: String
  /// The document's name in it.
  public var file: String
  /// A folder of the run's own; what is in it goes with the run.
  public var scratch: String

  public init(folder: String, file: String, scratch: String) {
    self.folder = folder
    self.file = file
    self.scratch = scratch
  }
}

/// The steps that run the cases of a document, each in a step of its own so that none stops another.
public struct TestScript: Sendable {
  /// A first one that makes the surroundings, then one or two a case.
  public private(set) var steps: [Step] = []
  /// For the id of a step the index of its case.
  public private(set) var cases: [String: Int] = [:]
  /// For the id of a step the index of the case whose variables it prints.
  public private(set) var variables: [String: Int] = [:]

  private let dialect: Dialect
  private let place: DocumentPlace

  public init(_ document: TestDocument, in place: DocumentPlace) {
    dialect = document.dialect
    self.place = place
    add("surroundings", [surroundings], at: SourcePosition(line: 1, column: 1))
    for (index, test) in document.cases.enumerated() where test.options.skipReason == nil {
      let before = before(test)
      add(
        "case-\(index)", [before, text(test)].filter { !$0.isEmpty }, at: test.position,
        limit: test.options.timeout.map { $0 + waiting(test) })
      cases["case-\(index)"] = index
      if test.options.isInterpolated {
        add("variables-\(index)", ["env -0"], at: test.position)
        variables["variables-\(index)"] = index
      }
    }
  }

  private mutating func add(
    _ id: String, _ texts: [String], at position: SourcePosition, limit: Duration? = nil
  ) {
    var settings = StepSettings()
    settings.timeout = limit
    let place = SourceRange(start: position, end: position)
    steps.append(
      Step(
        id: id, number: nil, title: id, headings: [], range: place, language: nil, traits: [],
        isOptional: false, needs: [], hasPrompts: true,
        actions: texts.map {
          .command(
            StepCommand(
              text: $0, position: position, expectation: nil, simpleCommands: []))
        }, expectation: nil,
        code: CodeBlock(
          form: .indented, info: "", infoStart: position, literal: "", lineStarts: []),
        decision: KindDecision(.transcript, "test"), settings: settings))
  }

  /// The folders and variables that cram and scrut promise.
  private var surroundings: String {
    guard dialect.name != .mdx else { return "cd -- \(place.folder.shellQuoted) || :" }
    let temporary = dialect.name == .cram ? "tmp" : "__tmp"
    let work = "\(place.scratch)/\(place.file)"
    let variables = [
      ("LANG", "C"), ("LC_ALL", "C"), ("LANGUAGE", "C"), ("TZ", "GMT"), ("CDPATH", ""),
      ("COLUMNS", "80"), ("GREP_OPTIONS", ""), ("TESTDIR", place.folder), ("TESTFILE", place.file),
      ("TESTSHELL", "/bin/bash"), ("SHELL", "/bin/bash"), ("CRAMTMP", place.scratch),
      ("TMPDIR", "\(place.scratch)/\(temporary)"), ("TMP", "\(place.scratch)/\(temporary)"),
      ("TEMP", "\(place.scratch)/\(temporary)"),
    ]
    return """
      mkdir -p -- \(work.shellQuoted) \("\(place.scratch)/\(temporary)".shellQuoted)
      export \(variables.map { "\($0.0)=\($0.1.shellQuoted)" }.joined(separator: " "))
      cd -- \(work.shellQuoted)
      """
  }

  /// What is set and waited for before the command.
  private func before(_ test: TestCase) -> String {
    var lines: [String] = []
    if dialect.name == .scrut {
      let line = "\(place.folder)/\(place.file):\(test.position.line)"
      lines.append("export SCRUT_TEST=\(line.shellQuoted)")
    }
    for variable in test.options.environment {
      lines.append("export \(variable.name)=\(variable.value.shellQuoted)")
    }
    if let wait = test.options.wait {
      let (seconds, fraction) = wait.limit.components
      let tenths = max(1, seconds * 10 + fraction / 100_000_000_000_000_000)
      if let path = wait.path {
        let file = path.hasPrefix("/") ? path.shellQuoted : "\"$TMPDIR\"/\(path.shellQuoted)"
        lines.append(
          "for ((_i = 0; _i < \(tenths); _i++)); do [[ -e \(file) ]] && break; sleep 0.1; done")
        lines.append("unset _i; [[ -e \(file) ]]")
      } else {
        lines.append("sleep \(tenths / 10).\(tenths % 10)")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func waiting(_ test: TestCase) -> Duration { test.options.wait?.limit ?? .zero }

  /// The command as the session's shell is to run it.
  private func text(_ test: TestCase) -> String {
    let options = test.options
    if dialect.session == .fresh {
      let unset = options.unset.map { "-u \($0.shellQuoted) " }.joined()
      let command = "env \(unset)sh -c \(test.command.shellQuoted) 2>&1"
      guard let folder = options.folder else { return command }
      return "(cd -- \(folder.shellQuoted) && \(command))"
    }
    if options.isDetached { return "{ \(test.command)\n} >/dev/null 2>&1 &" }
    // Through one pipe both streams keep their order.
    return options.stream == .combined ? "{ \(test.command)\n} 2>&1" : test.command
  }
}
