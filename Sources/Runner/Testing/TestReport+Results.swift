internal import Course

extension TestReport {
  /// Judges the cases of a document by what their commands did.
  mutating func add(_ outcomes: [Int: TestOutcome]) {
    for (index, test) in document.cases.enumerated() {
      var verdict = verdict(test)
      if let reason = test.options.skipReason {
        verdict.state = .skipped(reason)
      } else if let outcome = outcomes[index] {
        judge(outcome, index, &verdict)
      } else {
        verdict.state = .failed("the shell had ended before it")
      }
      verdicts.append(verdict)
    }
  }

  private mutating func judge(_ outcome: TestOutcome, _ index: Int, _ verdict: inout TestVerdict) {
    let test = document.cases[index]
    guard let output = outcome.output, outcome.trouble == nil else {
      verdict.state = .failed(outcome.trouble ?? "it was not run")
      return
    }
    guard !test.options.isNotCompared, !test.options.isDetached else { return }
    guard let mismatch = document.mismatch(test, output) else { return }
    differ(mismatch, test, output, &verdict)
    if !outcome.isBroken { outputs[index] = output }
  }

  private func verdict(_ test: TestCase) -> TestVerdict {
    TestVerdict(
      title: test.title, position: document.source.filePosition(test.position))
  }

  private func differ(
    _ mismatch: TestDocument.Mismatch, _ test: TestCase, _ output: TestOutput,
    _ verdict: inout TestVerdict
  ) {
    switch mismatch {
    case .fault(let fault): verdict.state = .failed(fault)
    case .status(let expected):
      verdict.state = .failed("exit status \(output.status), not \(expected)")
    case .output: verdict.state = test.isHint ? .warned : .failed("output differs")
    }
    if let first = test.lines.first {
      verdict.position = document.source.filePosition(first.start)
    }
    verdict.expected = test.lines.map(\.text)
    verdict.printed = document.shown(test, output)
  }

  /// Judges the steps of a page: each by its outcome, and by what the notes say that it prints.
  mutating func add(_ results: [StepResult], of page: Page) {
    for (number, result) in results.enumerated() {
      var verdict = TestVerdict(
        title: "\(result.step.label) \(result.step.title)",
        position: page.source.filePosition(result.step.position))
      switch result.outcome {
      case .passed:
        let differing = document.cases.indices.filter { document.cases[$0].step == number }
          .compactMap { difference($0, result, verdict) }
        verdicts += differing.isEmpty ? [verdict] : differing
        continue
      case .skipped(let reason): verdict.state = .skipped("\(reason)")
      case .blocked(let labels):
        verdict.state = .skipped("blocked by \(labels.joined(separator: ", "))")
      case .failed, .timedOut, .interrupted, .unmet: fail(result, &verdict)
      }
      verdicts.append(verdict)
    }
  }

  /// The verdict about an expectation that does not hold; `nil` for one that does.
  private mutating func difference(
    _ index: Int, _ result: StepResult, _ verdict: TestVerdict
  ) -> TestVerdict? {
    let test = document.cases[index]
    var tried = result.actions.filter { action in
      if case .command = action.action { true } else { false }
    }.map { (action: $0.action, bytes: $0.result.output.bytes) }
    if !test.isWholeStep { tried.removeAll { $0.action.position != test.position } }
    guard let last = tried.last else { return nil }
    let whole = tried.reduce([UInt8]?.some([])) { all, next in
      all.flatMap { all in next.bytes.map { all + $0 } }
    }
    guard let bytes = last.bytes, let whole else {
      var verdict = verdict
      verdict.state = .failed("it printed too much to compare")
      return verdict
    }
    let output = TestOutput(bytes, status: test.expectedStatus)
    guard let mismatch = document.mismatch(test, output),
      document.mismatch(test, TestOutput(whole, status: output.status)) != nil
    else { return nil }
    var verdict = verdict
    verdict.title = test.title
    differ(mismatch, test, output, &verdict)
    if !test.isHint { outputs[index] = output }
    return verdict
  }

  private func fail(_ result: StepResult, _ verdict: inout TestVerdict) {
    guard let failure = result.failure else {
      verdict.state = .failed("it was not run")
      return
    }
    verdict.position = document.source.filePosition(failure.action.position)
    switch result.outcome {
    case .failed where failure.result.ending == .finished:
      verdict.state = .failed(failure.result.failure)
    default: verdict.state = .failed("it \(failure.result.failure)")
    }
    let expected = document.cases.first {
      $0.position == failure.action.position && !$0.isWholeStep
    }
    verdict.expected = expected?.lines.map(\.text) ?? []
    verdict.printed = Array(ExpectedOutput.lines(failure.result.output.text).suffix(20))
  }
}
