internal import Markdown

/// Compares a page with the script made from it.
public struct ScriptCheck {
  public private(set) var diagnostics: [Diagnostic] = []
  /// From the script on disk to the one the notes make now, in the unified format.
  public private(set) var diff = ""

  /// - Parameters:
  ///   - script: the file's text, or `nil` when there is none.
  ///   - scriptPath: how messages name it.
  public init(_ page: Page, script: String?, scriptPath: String) {
    guard let script else {
      guard Script.isNeeded(for: page) else { return }
      let count = page.steps.count
      let steps = count == 1 ? "a step" : "\(count) steps"
      diagnostics = [
        Diagnostic(
          path: page.path, position: SourcePosition(line: 1, column: 1), severity: .error,
          message: "\(scriptPath) does not exist, and the page has \(steps)",
          rule: "script-drift", mend: "run `notes sync \(page.names.reference)`")
      ]
      return
    }
    let expected = Script(page)
    // By bytes: to Swift, é as one code point and as two are the same text.
    guard !script.utf8.elementsEqual(expected.text.utf8) else { return }
    let new = expected.lines.map(\.text)
    var old = Self.lines(script)
    // The checksum follows from the rest, so that its line is no difference of its own.
    if let line = old.firstIndex(where: Script.isChecksum),
      let newLine = new.first(where: Script.isChecksum)
    {
      old[line] = newLine
    }
    let comparison = LineDiff(from: old, to: new)
    diff = comparison.text(oldName: scriptPath, newName: "\(scriptPath) made from \(page.path)")
    let isUntouched = Script.isUntouched(script)
    if comparison.hunks.isEmpty {
      let line = zip(Self.lines(script), new).prefix { $0 == $1 }.count
      diagnostics = [
        Self.changedByHand(
          page, scriptPath, SourcePosition(line: min(line, new.count - 1) + 1, column: 1),
          "\(page.path):1:1")
      ]
      return
    }
    diagnostics = comparison.hunks.map { hunk in
      let oldLine = hunk.oldIndex < old.count ? old[hunk.oldIndex] : ""
      let newLine = hunk.newIndex < expected.lines.count ? expected.lines[hunk.newIndex] : nil
      let column = Self.firstDifference(oldLine, newLine?.text ?? "")
      return isUntouched == true
        ? notesChanged(page, expected, hunk, scriptPath: scriptPath)
        : Self.changedByHand(
          page, scriptPath, SourcePosition(line: hunk.oldIndex + 1, column: column),
          place(page, expected, hunk))
    }
  }

  /// - Parameter other: where the notes say it.
  private static func changedByHand(
    _ page: Page, _ scriptPath: String, _ position: SourcePosition, _ other: String
  ) -> Diagnostic {
    Diagnostic(
      path: scriptPath, position: position, severity: .error,
      message: "changed by hand; \(other) says otherwise", rule: "script-drift",
      mend:
        "run `notes sync \(page.names.reference)` to carry it into the notes, or with --force to drop it"
    )
  }

  /// What is told of a script whose notes are gone.
  public static func orphan(_ scriptPath: String, of notes: String) -> Diagnostic {
    Diagnostic(
      path: scriptPath, position: SourcePosition(line: 1, column: 1), severity: .error,
      message: "\(notes), from which it was written, does not exist", rule: "script-drift",
      mend: "run `notes sync` to remove it")
  }

  private func notesChanged(
    _ page: Page, _ expected: Script, _ hunk: LineDiff.Hunk, scriptPath: String
  ) -> Diagnostic {
    let position = page.source.filePosition(Self.position(expected, hunk))
    return Diagnostic(
      path: page.path, position: position, severity: .error,
      message: "changed since \(scriptPath) was written; line \(hunk.oldIndex + 1) there differs",
      rule: "script-drift", mend: "run `notes sync \(page.names.reference)`")
  }

  private func place(_ page: Page, _ expected: Script, _ hunk: LineDiff.Hunk) -> String {
    let position = page.source.filePosition(Self.position(expected, hunk))
    return "\(page.path):\(position.line):\(position.column)"
  }

  /// Where in the notes the first changed line comes from; for a removed one, what stands after it.
  private static func position(_ expected: Script, _ hunk: LineDiff.Hunk) -> SourcePosition {
    let lines = expected.lines
    let at = min(hunk.newIndex, lines.count - 1)
    return lines[at...].lazy.compactMap(\.position).first
      ?? lines[..<at].lazy.compactMap(\.position).last
      ?? SourcePosition(line: 1, column: 1)
  }

  private static func lines(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.last == "" ? lines.dropLast() : lines
  }

  /// The 1-based column of the first byte that differs.
  private static func firstDifference(_ left: String, _ right: String) -> Int {
    zip(left.utf8, right.utf8).prefix { $0 == $1 }.count + 1
  }
}
