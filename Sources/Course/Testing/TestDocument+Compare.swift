/// Comparing a case with what its command did.
extension TestDocument {
  /// What is wrong with what a command did; `nil` when nothing is.
  public enum Mismatch: Sendable, Equatable {
    /// It ended with another exit status than the document says.
    case status(expected: Int)
    /// It printed something else.
    case output
    /// Whatever it does would be wrong, for this reason.
    case fault(String)
  }

  public func mismatch(_ test: TestCase, _ output: TestOutput) -> Mismatch? {
    if let fault = test.fault { return .fault(fault) }
    let expected = expectation(test, output)
    // The exit status of the notes' own steps is the business of the run.
    if dialect.name != .notes, dialect.status != .printed, expected.status != output.status {
      return .status(expected: expected.status)
    }
    return expected.accepts(printed(test, output)) ? nil : .output
  }

  /// What was printed, as lines to show.
  public func shown(_ test: TestCase, _ output: TestOutput) -> [String] {
    let printed = printed(test, output)
    let lines = printed.lines.indices.map { index in
      // Where an end without line feed counts, it has to be seen.
      dialect.asksForFeed
        ? ExpectationUpdate.written(index, printed, dialect)
        : String(decoding: printed.lines[index].text, as: UTF8.self)
    }
    return lines
      + (dialect.status != .printed && output.status != 0 && dialect.name != .notes
        ? ["[\(output.status)]"] : [])
  }

  func expectation(_ test: TestCase, _ output: TestOutput) -> ExpectedOutput {
    ExpectedOutput(expectedLines(test, output), dialect, readsStatus: test.readsStatus)
  }

  /// The lines of the expectation as they are compared, as many as are written.
  func expectedLines(_ test: TestCase, _ output: TestOutput) -> [String] {
    var lines = test.lines.map(\.text)
    if dialect.blanks == .trimmed {
      lines = lines.map { ExpectedOutput.lines($0 + "\n").first ?? "" }
    }
    if test.options.isInterpolated {
      lines = lines.map { Self.interpolated($0, output.variables) }
    }
    return lines
  }

  func printed(_ test: TestCase, _ output: TestOutput) -> PrintedLines {
    var dialect = dialect
    dialect.keepsCarriageReturns = test.options.keepsCarriageReturns
    let bytes = test.options.stripsEscapes ? output.bytes.strippingEscapes : output.bytes
    return PrintedLines(bytes, status: output.status, dialect)
  }

  /// The line with `$NAME` and `${NAME}` replaced where there is such a variable, and `$$` by `$`.
  private static func interpolated(_ line: String, _ variables: [String: String]) -> String {
    var result = ""
    var rest = line[...]
    while let sign = rest.firstIndex(of: "$") {
      result += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      if rest.first == "$" {
        result += "$"
        rest.removeFirst()
        continue
      }
      let hasBraces = rest.first == "{"
      let name = rest.dropFirst(hasBraces ? 1 : 0).prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")
      }
      let end = rest[name.endIndex...].first
      guard let value = variables[String(name)], !hasBraces || end == "}" else {
        result += "$"
        continue
      }
      result += value
      rest = rest[name.endIndex...].dropFirst(hasBraces ? 1 : 0)
    }
    return result + rest
  }
}

extension [UInt8] {
  /// The bytes without escape sequences of terminals (ECMA-48: CSI, OSC and those of two bytes).
  fileprivate var strippingEscapes: [UInt8] {
    var result: [UInt8] = []
    var rest = self[...]
    while let byte = rest.popFirst() {
      guard byte == 0x1B else {
        result.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "["):
        rest = rest.drop { (0x20...0x3F).contains($0) }.dropFirst()
      case UInt8(ascii: "]"):
        rest = rest.drop { $0 != 0x07 && $0 != 0x1B }
        rest = rest.dropFirst(rest.first == 0x1B ? 2 : 1)
      default: break
      }
    }
    return result
  }
}
