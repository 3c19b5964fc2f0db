public import Course
public import Machine

/// Runs a document's commands in a session of their own and compares what they do with what it says.
public struct TestRunner {
  private var options: Runner.Options
  private let environment: [String: String]

  /// - Parameter environment: the variables of this program, by name.
  public init(_ options: Runner.Options, environment: [String: String]) {
    self.options = options
    // What is compared has to be what was printed.
    self.options.keepsBytes = true
    self.environment = environment
  }

  /// - Parameters:
  ///   - place: where the document stands and a folder for the run.
  ///   - isInterrupted: asked at least ten times a second whether the person wants to stop.
  /// - Throws: when the machine cannot run commands at all.
  public func run(
    _ document: TestDocument, in place: DocumentPlace, isInterrupted: @escaping () -> Bool
  ) throws(MachineError) -> TestReport {
    var report = TestReport(document)
    guard !document.diagnostics.hasErrors else { return report }
    let clock = ContinuousClock()
    let start = clock.now
    if let page = document.page {
      let results = try Runner(options, environment: environment).run(
        page.steps, stop: { isInterrupted() ? .gently : .none }, observer: { _ in })
      report.add(results, of: page)
      report.isInterrupted = isInterrupted()
    } else {
      try run(document, in: place, isInterrupted, start, &report)
    }
    report.duration = clock.now - start
    report.hide(
      Masking(
        names: options.secrets, environment: environment, steps: document.page?.steps ?? []))
    return report
  }

  private func run(
    _ document: TestDocument, in place: DocumentPlace, _ isInterrupted: @escaping () -> Bool,
    _ start: ContinuousClock.Instant, _ report: inout TestReport
  ) throws(MachineError) {
    let script = TestScript(document, in: place)
    let end = document.limit.map { start + $0 }
    let stop = Stop()
    var outcomes: [Int: TestOutcome] = [:]
    _ = try Runner(options, environment: environment).run(
      script.steps,
      stop: {
        let isOver = end.map { ContinuousClock().now > $0 } ?? false
        return isInterrupted() || stop.isRequested || isOver ? .gently : .none
      },
      observer: { event in
        guard case .finished(let result) = event else { return }
        if let index = script.variables[result.step.id] {
          let bytes = result.actions.last?.result.standardOutput.bytes ?? []
          outcomes[index]?.output?.variables = Self.variables(bytes)
        }
        guard let index = script.cases[result.step.id] else { return }
        let outcome = TestOutcome(result, document.cases[index], document.dialect)
        outcomes[index] = outcome
        let skip = document.cases[index].options.skipStatus
        if let skip, outcome.output?.status == skip {
          stop.skipReason = "a command ended with \(skip)"
          stop.isRequested = true
        } else if outcome.endsDocument
          || (document.cases[index].options.failsFast && outcome.isFailure(document, index))
        {
          stop.isRequested = true
        }
      })
    report.isInterrupted = isInterrupted()
    report.skipReason = stop.skipReason
    guard report.skipReason == nil else { return }
    report.add(outcomes)
  }

  /// What `env -0` prints.
  private static func variables(_ bytes: [UInt8]) -> [String: String] {
    var result: [String: String] = [:]
    for entry in bytes.split(separator: 0) {
      guard let sign = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
      result[String(decoding: entry[..<sign], as: UTF8.self)] = String(
        decoding: entry[(sign + 1)...], as: UTF8.self)
    }
    return result
  }

  /// A wish to stop that the observer of a run tells the run.
  private final class Stop {
    var isRequested = false
    var skipReason: String?
  }
}

/// What the command of a case did.
struct TestOutcome {
  var output: TestOutput?
  /// Why there is nothing to compare, or nothing that may be written.
  var trouble: String?
  /// Whether nothing of the document can be run after it.
  var endsDocument = false

  init(_ result: StepResult, _ test: TestCase, _ dialect: Dialect) {
    guard let last = result.actions.last?.result else {
      trouble = "it was not run"
      return
    }
    switch last.ending {
    case .finished, .endedShell: break
    case .timedOut, .interrupted, .printedTooMuch:
      trouble = "it \(last.failure)"
      return
    }
    if test.options.isDetached {
      output = TestOutput([], status: 0)
      return
    }
    if result.actions.count < result.step.actions.count {
      trouble = "what it waits for did not come"
      return
    }
    let buffer =
      switch test.options.stream {
      case .stdout, .combined: last.standardOutput
      case .stderr: last.standardError
      }
    guard let bytes = buffer.bytes else {
      trouble = "it printed \(buffer.count) bytes, too many to compare"
      return
    }
    // Cram runs one shell, which tells no status of the command that ends it.
    let isEnd = dialect.name == .cram && last.ending == .endedShell
    endsDocument = isEnd
    output = TestOutput(
      bytes, status: isEnd && last.status != test.options.skipStatus ? 0 : last.status)
  }

  func isFailure(_ document: TestDocument, _ index: Int) -> Bool {
    guard let output else { return true }
    return document.mismatch(document.cases[index], output) != nil
  }

  /// Whether the command could not be run at all: its message is no output.
  var isBroken: Bool { [126, 127].contains(output?.status) }
}
