internal import Markdown

/// Writes the lines of a step as a script has them into the block of the notes: only lines that differ
/// are touched, and prompts, indents, marks of quotes and what stands behind a command stay.
struct BlockWriting {
  private let function: ScriptFunction
  private let source: SourceFile
  private let old: ScriptBody
  private let block: [BlockLine]

  init(_ function: ScriptFunction, in source: SourceFile) {
    self.function = function
    self.source = source
    old = ScriptBody(function.body.map(\.text))
    block = BlockLine.lines(of: function.step.code)
  }

  /// - Returns: why it cannot be written, or `nil`.
  mutating func write(_ new: ScriptBody, to file: inout FileLines) -> String? {
    for hunk in Self.hunks(old.lines, new.lines) {
      let (before, after) = (old.lines[hunk.old], new.lines[hunk.new])
      if before.contains(where: { $0.role == .frame })
        || after.contains(where: { $0.role == .frame })
      {
        return "what was changed there is made from the notes' text, not from a line of a block"
      }
      var paired = 0
      while paired < min(before.count, after.count) {
        let (one, other) = (
          before[hunk.old.lowerBound + paired], after[hunk.new.lowerBound + paired]
        )
        guard one.role == other.role else { break }
        guard replace(one, with: other, in: &file) else {
          return "the notes' line for '\(one.text)' is not as the script has it"
        }
        paired += 1
      }
      for line in before.dropFirst(paired) {
        guard drop(line, in: &file) else {
          return "'\(line.text)' is more than a line of the notes"
        }
      }
      let anchor = anchor(before: hunk.old.lowerBound + paired)
      guard let anchor else { return "the notes have no line to put it below" }
      for line in after.dropFirst(paired) {
        file.add(written(line), below: anchor)
      }
    }
    if case .fenced(let isClosed) = function.step.code.form {
      let range = function.step.range
      file.widen(
        FencePlace(opening: range.start.line, closing: isClosed ? range.end.line : nil))
    }
    return nil
  }

  private func words(_ line: ScriptBody.Line) -> [UInt8] {
    Array((function.template?.words(of: line.text) ?? line.text).utf8)
  }

  /// Where a line of the function stands in the file: its index, and the bytes before it.
  private func place(_ line: ScriptBody.Line, _ file: FileLines) -> (index: Int, start: Int)? {
    guard let position = function.body[line.index].position else { return nil }
    let place = source.filePosition(position)
    let index = place.line - 1
    guard block.contains(where: { $0.start.line == position.line }), file.count > index else {
      return nil
    }
    let bytes = file.text(index)
    var start = place.column - 1
    if line.role == .comment {
      while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    }
    guard start <= bytes.count, bytes[start...].starts(with: words(line)) else { return nil }
    return (index, start)
  }

  private func replace(
    _ line: ScriptBody.Line, with other: ScriptBody.Line, in file: inout FileLines
  ) -> Bool {
    guard let (index, start) = place(line, file) else { return false }
    file.replace(start..<start + words(line).count, of: index, with: words(other))
    return true
  }

  private func drop(_ line: ScriptBody.Line, in file: inout FileLines) -> Bool {
    guard let (index, start) = place(line, file) else { return false }
    let rest = file.text(index)[(start + words(line).count)...]
    guard rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return false }
    file.drop(index)
    // What a command printed goes with it.
    if line.role == .command, let command = command(at: line) {
      for printed in outputLines(command) { file.drop(printed) }
    }
    return true
  }

  private func command(at line: ScriptBody.Line) -> StepCommand? {
    guard let position = function.body[line.index].position else { return nil }
    return function.step.commands.first { $0.position.line == position.line }
  }

  /// The lines of the block, by their index in the file, that show what a command prints.
  private func outputLines(_ command: StepCommand) -> [Int] {
    let commandEnd = command.position.line + command.text.utf8.count { $0 == 0x0A }
    return command.expectation?.lines.map(\.start.line)
      .filter { line in line > commandEnd && block.contains { $0.start.line == line } }
      .map { $0 - 1 } ?? []
  }

  /// The index of the file's line below which a line is put that stands before the function's `index`th.
  private func anchor(before index: Int) -> Int? {
    for line in old.lines[..<index].reversed() where line.role != .frame {
      guard let position = function.body[line.index].position,
        block.contains(where: { $0.start.line == position.line })
      else { continue }
      let isInside = index < old.lines.count && old.lines[index].role == .continuation
      let command = function.step.commands.last { $0.position.line <= position.line }
      let printed =
        isInside || line.role == .comment ? nil : command.flatMap { outputLines($0).last }
      return max(position.line - 1, printed ?? 0)
    }
    return function.step.code.lineStarts.first.map { $0.line - 2 }
  }

  /// A new line of the block as its neighbours are written.
  private func written(_ line: ScriptBody.Line) -> [UInt8] {
    let model = block.first { !$0.text.isBlank } ?? block[0]
    let place = source.filePosition(model.start)
    let all = source.line(place.line).map { Array($0.utf8) } ?? []
    var bytes: [UInt8] = all.prefix(place.column - 1).map { byte in
      byte == UInt8(ascii: ">") || byte == 0x09 ? byte : 0x20
    }
    let isEdit = function.step.edits.contains { _ in true } && line.role == .continuation
    if function.step.hasPrompts, line.role == .command {
      let prompted = block.first { $0.prompt != nil }
      bytes += prompted.map { Array($0.text.utf8.prefix($0.prompt ?? 0)) } ?? []
    } else if function.step.hasPrompts, line.role == .continuation, !isEdit {
      bytes += Array("> ".utf8)
    }
    bytes += words(line)
    while bytes.last == 0x20 || bytes.last == 0x09, line.text.isEmpty { bytes.removeLast() }
    return bytes
  }

  /// The ranges in which two lists of lines differ, in order.
  private static func hunks(
    _ old: [ScriptBody.Line], _ new: [ScriptBody.Line]
  ) -> [(old: Range<Int>, new: Range<Int>)] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var hunks: [(Range<Int>, Range<Int>)] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let (startOld, startNew) = (i, j)
      while removed.contains(i) { i += 1 }
      while inserted.contains(j) { j += 1 }
      if i > startOld || j > startNew {
        hunks.append((startOld..<i, startNew..<j))
      } else {
        i += 1
        j += 1
      }
    }
    return hunks
  }
}
