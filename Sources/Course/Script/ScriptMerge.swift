internal import Markdown

/// Brings notes and the script made from them together: a three-way merge, a step at a time, on the
/// text that both last agreed on.
///
/// Either both sides hold every change of both afterwards, or ``conflicts`` says why not and nothing
/// is to be written.
public struct ScriptMerge {
  /// Why a step of both sides cannot become one.
  public struct Conflict: Sendable {
    public var diagnostic: Diagnostic
    /// What each side changed, in the unified format; empty where only one did.
    public var diff: String
  }

  public private(set) var conflicts: [Conflict] = []
  /// The notes with the changes of the script.
  public private(set) var page: Page
  /// How messages name the steps whose changes were carried into the notes.
  public private(set) var carried: [String] = []

  private let scriptPath: String

  /// - Parameters:
  ///   - script: the file's text.
  ///   - record: what both last agreed on; `nil` where nothing tells.
  public init(_ page: Page, script: String, record: SyncRecord?) {
    self.page = page
    scriptPath = page.names.script
    let generated = Script(page).text
    guard !generated.utf8.elementsEqual(script.utf8) else { return }
    let reading = ScriptReading(script)
    guard let untouched = Script.isUntouched(script) else {
      tell("was not written by `notes sync`", at: 1, "move it away, or give --force to replace it")
      return
    }
    let base: SyncRecord
    if untouched {
      // Whatever wrote it, both agreed on this text.
      base = SyncRecord(page: page.path, reading)
    } else if let record, record.isWhole {
      base = record
    } else {
      tell(
        "was changed by hand, and no \(page.names.syncRecord) tells what both agreed on", at: 1,
        "carry the change into the notes and give --force")
      return
    }
    guard reading.isReadable else {
      tell("cannot be read by bash", at: 1, "mend it")
      return
    }
    merge(reading, base, ScriptReading(generated))
  }

  private mutating func merge(
    _ reading: ScriptReading, _ base: SyncRecord, _ generated: ScriptReading
  ) {
    let notes = Script.functions(of: page).filter(\.isRun)
    let bodies = Dictionary(notes.map { ($0.name, ScriptBody($0.body.map(\.text))) }) { a, _ in a }
    let hands = Dictionary(reading.functions.map { ($0.name, $0) }) { first, _ in first }
    let names = Self.renamed(base, bodies, hands)
    var changes: [String: ScriptBody] = [:]
    var isMoved = reading.functions.count != Set(reading.functions.map(\.name)).count
    for entry in base.steps {
      let name = names[entry.function] ?? entry.function
      let old = ScriptBody(entry.text.scriptLines)
      let note = bodies[name]
      guard let hand = hands[entry.function] else {
        isMoved = true
        if note != nil {
          tell(
            "\(entry.function) is gone, and the notes still have the step", at: 1,
            "take the step out of \(page.path), or give --force to write it anew")
        }
        continue
      }
      let other = ScriptBody(hand.body)
      if other == old || other == note { continue }
      guard let note else {
        tell(
          "\(entry.function) was changed, and the notes have its step no more", at: hand.line,
          "carry the change into the notes, or give --force to drop it",
          diff(entry, hand, "the script"))
        continue
      }
      guard note == old, let function = notes.first(where: { $0.name == name }) else {
        let text = bodies[name] == nil ? "" : notesDiff(entry, notes.first { $0.name == name })
        tell(
          "\(entry.function) was changed here and in \(place(notes, name))", at: hand.line,
          "make both the same, or give --force to drop what the script says",
          text + diff(entry, hand, "the script"))
        continue
      }
      changes[function.name] = other
    }
    let known = Set(base.steps.map(\.function))
    for function in reading.functions where !known.contains(function.name) {
      isMoved = true
      if bodies[function.name] == ScriptBody(function.body) { continue }
      tell(
        "\(function.name) is no step of the notes", at: function.line - 1,
        "write the step into \(page.path), where its text and title belong")
    }
    let isFrameKept =
      reading.frame == generated.frame || SyncRecord.hash(reading.frame) == base.frame
    if conflicts.isEmpty, !isFrameKept || isMoved && reading.frame != generated.frame {
      let lines = LineDiff(
        from: generated.frame.scriptLines, to: reading.frame.scriptLines)
      tell(
        "was changed outside of the steps' functions, for which the notes have no place", at: 1,
        "take the change back, or give --force to drop it",
        lines.text(oldName: "\(scriptPath) as it is written", newName: scriptPath))
    }
    if conflicts.isEmpty, !changes.isEmpty { carry(changes, notes, hands, names) }
  }

  /// Steps that only have another title now, and so another function: old names to new ones.
  ///
  /// After a merge that was ended between two files, the notes say what the script does.
  private static func renamed(
    _ base: SyncRecord, _ bodies: [String: ScriptBody],
    _ hands: [String: ScriptReading.Function]
  ) -> [String: String] {
    let known = Set(base.steps.map(\.function))
    var free = bodies.filter { !known.contains($0.key) }
    var names: [String: String] = [:]
    for entry in base.steps where bodies[entry.function] == nil {
      let body = ScriptBody(entry.text.scriptLines)
      let hand = hands[entry.function].map { ScriptBody($0.body) }
      let matches = free.filter { $0.value == body || $0.value == hand }.keys.sorted()
      guard matches.count == 1 else { continue }
      names[entry.function] = matches[0]
      free[matches[0]] = nil
    }
    return names
  }

  private mutating func carry(
    _ changes: [String: ScriptBody], _ notes: [ScriptFunction],
    _ hands: [String: ScriptReading.Function], _ names: [String: String]
  ) {
    let old = page
    guard old.source.repairedBytes == old.source.bytes else {
      tell(
        "was changed, and the notes' encoding is damaged", at: 1,
        "run `notes check --fix` before")
      return
    }
    var file = FileLines(old.source.bytes)
    let handName = Dictionary(names.map { ($1, $0) }) { first, _ in first }
    for function in notes {
      guard let body = changes[function.name] else { continue }
      var writing = BlockWriting(function, in: old.source)
      if let reason = writing.write(body, to: &file) {
        let line = hands[handName[function.name] ?? function.name]?.line ?? 1
        tell("\(function.name): \(reason)", at: line, "change it in \(place(notes, function.name))")
      }
    }
    guard conflicts.isEmpty else { return }
    let new = Page(path: old.path, bytes: file.bytes, runners: old.runners)
    if let reason = Self.difference(old, new, notes, changes) {
      let name = notes.first { changes[$0.name] != nil }?.name ?? ""
      tell(
        "what was changed cannot be written in the notes: \(reason)",
        at: hands[handName[name] ?? name]?.line ?? 1, "change it in \(place(notes, name))")
      return
    }
    page = new
    carried = notes.filter { changes[$0.name] != nil }.map(\.step.label)
  }

  /// What the notes would say otherwise than both sides together; `nil` where they are as wanted.
  private static func difference(
    _ old: Page, _ new: Page, _ notes: [ScriptFunction], _ changes: [String: ScriptBody]
  ) -> String? {
    let written = Script.functions(of: new).filter(\.isRun)
    guard written.count == notes.count, old.steps.map(\.kind) == new.steps.map(\.kind) else {
      return "a block would be read as another kind"
    }
    for (one, other) in zip(notes, written) {
      if let body = changes[one.name] {
        if ScriptBody(other.body.map(\.text)) != body {
          return "step \(one.step.label) would be read otherwise"
        }
      } else if one.step.fingerprint != other.step.fingerprint {
        return "step \(one.step.label) would change too"
      }
      let (before, after) = (one.step.expectedTexts, other.step.expectedTexts)
      if !after.allSatisfy(before.contains) {
        return "step \(one.step.label) would be expected to print something else"
      }
    }
    let prose = { (page: Page) in page.headings.map(\.text) }
    return prose(old) == prose(new) ? nil : "a heading would change"
  }

  private func place(_ notes: [ScriptFunction], _ name: String) -> String {
    guard let step = notes.first(where: { $0.name == name })?.step else { return page.path }
    return "\(page.path):\(page.source.filePosition(step.range.start).line)"
  }

  private func diff(
    _ entry: SyncRecord.Entry, _ hand: ScriptReading.Function, _ side: String
  ) -> String {
    LineDiff(from: entry.text.scriptLines, to: hand.body).text(
      oldName: "\(entry.function) as agreed", newName: "\(entry.function) in \(scriptPath)")
  }

  private func notesDiff(_ entry: SyncRecord.Entry, _ function: ScriptFunction?) -> String {
    LineDiff(from: entry.text.scriptLines, to: function?.body.map(\.text) ?? []).text(
      oldName: "\(entry.function) as agreed", newName: "\(entry.function) in \(page.path)")
  }

  private mutating func tell(
    _ message: String, at line: Int, _ mend: String, _ diff: String = ""
  ) {
    conflicts.append(
      Conflict(
        diagnostic: Diagnostic(
          path: scriptPath, position: SourcePosition(line: line, column: 1), severity: .error,
          message: message, rule: "sync-conflict", mend: mend), diff: diff))
  }
}

extension Step {
  fileprivate var expectedTexts: [String] {
    (commands.map(\.expectation) + [expectation]).compactMap { $0?.text }
  }
}

extension String {
  fileprivate var scriptLines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
