extension ShellLexer {
  /// Reads the here-documents whose operators stand on the line that just ended, in their order
  /// (POSIX.1-2017 XCU 2.7.4).
  ///
  /// The result is the end of the last one, without its newline; nil without any.
  @discardableResult
  func readHereDocuments() -> Int? {
    let pending = nesting.pendingDocuments.dropFirst(nesting.outerDocuments)
    if pending.isEmpty { return nil }
    var end: Int?
    for document in pending { end = read(document) }
    nesting.pendingDocuments.removeLast(pending.count)
    return end
  }

  private func read(_ document: PendingHereDocument) -> Int {
    let start = position
    while position < limit {
      let line = bytes[position..<lineEnd(document)]
      if let found = delimiter(of: document, line) {
        finish(document, start, isTerminated: true)
        position = found.upperBound
        if !found.isEmpty { mark(.hereDocumentDelimiter, from: found.lowerBound) }
        let isWholeLine = position == line.endIndex
        if isWholeLine { position = min(position + 1, limit) } else { warn(document) }
        return found.upperBound
      }
      position = min(line.endIndex + 1, limit)
    }
    finish(document, start, isTerminated: false)
    warn(document)
    return position
  }

  /// The end of the line at the position; without quotes in the delimiter, a backslash joins a
  /// line to the next.
  private func lineEnd(_ document: PendingHereDocument) -> Int {
    var end = position
    while end < limit, bytes[end] != ShellByte.newline {
      let isEscape = !document.isQuoted && bytes[end] == ShellByte.backslash
      end = min(end + (isEscape ? 2 : 1), limit)
    }
    return end
  }

  /// Where the delimiter stands if a line ends the document.
  ///
  /// Inside `$(…)` bash also takes a line that starts with the delimiter and holds the `)`.
  private func delimiter(
    of document: PendingHereDocument, _ line: ArraySlice<UInt8>
  ) -> Range<Int>? {
    let rest = document.stripsTabs ? line.drop { $0 == ShellByte.tab } : line
    if rest.contains(ShellByte.newline) {
      return unfolded(rest) == document.delimiter ? rest.startIndex..<rest.endIndex : nil
    }
    guard rest.starts(with: document.delimiter) else { return nil }
    let after = rest.dropFirst(document.delimiter.count)
    let closes = nesting.isSubstitution && after.contains(ShellByte.closeParenthesis)
    return after.isEmpty || closes ? rest.startIndex..<after.startIndex : nil
  }

  /// A line without the backslashes and newlines that join it.
  private func unfolded(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var joined: [UInt8] = []
    var rest = line
    while let byte = rest.popFirst() {
      if byte == ShellByte.backslash, rest.first == ShellByte.newline {
        rest.removeFirst()
      } else {
        joined.append(byte)
      }
    }
    return joined
  }

  private func finish(_ document: PendingHereDocument, _ start: Int, isTerminated: Bool) {
    if position > start { mark(.hereDocumentBody, from: start) }
    documents[document.key] = HereDocument(
      delimiter: String(decoding: document.delimiter, as: UTF8.self),
      isQuoted: document.isQuoted, stripsTabs: document.stripsTabs,
      body: text(start..<position), isTerminated: isTerminated)
  }

  private func warn(_ document: PendingHereDocument) {
    let wanted = String(decoding: document.delimiter, as: UTF8.self)
    report(
      .unterminatedHereDocument, .warning, document.range,
      "here-document without a line '\(wanted)' of its own")
  }

  func report(
    _ kind: ShellProblem.Kind, _ severity: ShellProblem.Severity, _ range: Range<Int>,
    _ message: String
  ) {
    problems.append(ShellProblem(kind: kind, severity: severity, range: range, message: message))
  }
}
