public import Course

/// What became of a document.
public struct TestReport: Sendable {
  public var document: TestDocument
  public var verdicts: [TestVerdict] = []
  /// Why the document as a whole says it is not for this machine.
  public var skipReason: String?
  /// What each case did whose output may be written into the document, by its index.
  public var outputs: [Int: TestOutput] = [:]
  /// Whether the person stopped it.
  public var isInterrupted = false
  public var duration: Duration = .zero

  public init(_ document: TestDocument) { self.document = document }

  public var isFailure: Bool {
    guard skipReason == nil else { return false }
    return isInterrupted || document.diagnostics.hasErrors
      || verdicts.contains { if case .failed = $0.state { true } else { false } }
  }
}
