import Course
import Markdown

/// A step in a terminal: what is typed, what a recorded run printed, and what became of it.
struct StepView {
  /// Each with the style it is shown in.
  private(set) var lines: [(text: String, style: Terminal.Style?)] = []

  init(_ step: Step, _ state: RecordedState, _ terminal: Terminal) {
    guard case .current(let entry) = state else {
      addBlock(step)
      if case .stale = state {
        lines.append(("· has changed since its run was recorded", .dim))
      }
      return
    }
    if entry.actions.isEmpty {
      addBlock(step)
    } else {
      for action in entry.actions { add(action) }
      // What stands behind the command that failed was not tried.
      for action in step.ownActions.dropFirst(entry.actions.count) {
        if case .command(let command) = action {
          addTyped(command.text, command.runner?.language)
        }
      }
    }
    let reason = entry.reason.map { ": \($0)" } ?? ""
    let time = entry.actions.isEmpty ? "" : ", \(Duration.seconds(entry.duration).seconds)"
    switch entry.outcome {
    case .passed: lines.append(("✓ passed\(time)", .green))
    case let outcome where outcome.isFailure:
      lines.append(("✗ \(outcome.words)\(reason)\(time)", .red))
    case let outcome: lines.append(("– \(outcome.words)\(reason)", .yellow))
    }
  }

  private mutating func addBlock(_ step: Step) {
    var code = step.code.literal
    if code.hasSuffix("\n") { code.removeLast() }
    lines += code.lines.map { ($0, nil) }
  }

  /// - Parameter language: that of a block which no shell runs.
  private mutating func addTyped(_ text: String, _ language: String?) {
    if let language { lines.append(("[\(language)]", .bold)) }
    lines += text.lines.enumerated().map { index, line in
      ("\(index == 0 && language == nil ? "$" : ">") \(line)", .bold)
    }
  }

  private mutating func add(_ action: RecordedAction) {
    if let command = action.command {
      addTyped(command, action.language)
    } else if let file = action.edit {
      lines.append(("edit \(file)", .bold))
    }
    var output = action.output
    if output.hasSuffix("\n") { output.removeLast() }
    if !output.isEmpty { lines += output.lines.map { ($0, nil) } }
  }
}

/// A table in columns.
struct TableView {
  private(set) var lines: [String] = []

  init(_ table: Table) {
    let rows = ([table.header] + table.rows).map { row in row.cells.map(\.plainText) }
    let widths = table.alignments.indices.map { column in
      rows.map { $0.indices.contains(column) ? $0[column].columns : 0 }.max() ?? 0
    }
    for (index, row) in rows.enumerated() {
      let cells = zip(row, widths).enumerated().map { column, cell in
        Self.padded(cell.0, cell.1, table.alignments[column])
      }
      lines.append(cells.joined(separator: " │ "))
      if index == 0 {
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─"))
      }
    }
  }

  private static func padded(_ text: String, _ width: Int, _ alignment: Table.Alignment?) -> String
  {
    let room = max(0, width - text.columns)
    let before =
      switch alignment {
      case .right: room
      case .center: room / 2
      case .left, nil: 0
      }
    return String(repeating: " ", count: before) + text
      + String(repeating: " ", count: room - before)
  }
}
