/// A run for GitHub Actions: annotations at the lines of the notes, and a summary of the job.
public struct GitHubReport {
  /// Workflow commands, to be printed: an error for each step that failed, a warning for each output
  /// that is not what the notes say.
  public let annotations: String
  /// Markdown, for the file that `GITHUB_STEP_SUMMARY` names.
  public let summary: String

  /// How many bytes of a failed step's output each of the two shows: annotations are cut by the site,
  /// and a summary of more than 1 MiB is refused.
  private static let limits = (annotation: 2000, summary: 8000)

  /// - Parameter folder: of the course in the repository, with a slash at its end; empty at the top.
  public init(_ pages: [PageRecord], folder: String = "") {
    annotations = pages.map { Self.annotations($0, folder) }.joined()
    summary = pages.map(Self.summary).joined(separator: "\n")
  }

  private static func annotations(_ page: PageRecord, _ folder: String) -> String {
    page.steps.flatMap { step -> [WorkflowCommand] in
      var commands = step.differences.filter { !$0.hint }.map { difference in
        WorkflowCommand(
          kind: "warning", path: folder + page.page, line: difference.line, title: step.name,
          message: "the output is not what the notes say:\n\(difference.printed)")
      }
      if step.outcome.isFailure {
        let output = step.failure?.output.end(of: limits.annotation) ?? ""
        commands.append(
          WorkflowCommand(
            kind: "error", path: folder + page.page, line: step.failure?.line ?? step.line,
            title: step.name,
            message: "\(step.outcome.words)\(step.reason.map { ": \($0)" } ?? "")\n\(output)"))
      }
      return commands
    }.map(\.text).joined()
  }

  private static func summary(_ page: PageRecord) -> String {
    let system = [page.system.distribution, page.system.kernel].filter { !$0.isEmpty }
    var text = "## \(cell(page.title))\n\n"
    text += "`\(page.page)`, in \(page.system.place)"
    text += "\(system.isEmpty ? "" : " on \(cell(system.joined(separator: ", ")))")\n\n"
    text += "| | Step | Outcome | Seconds |\n|---|---|---|---:|\n"
    for step in page.steps {
      let sign = step.outcome == .passed ? "✅" : step.outcome.isFailure ? "❌" : "➖"
      let reason = step.reason.map { ": \(cell($0))" } ?? ""
      text += "| \(sign) | \(cell(step.name)) | \(step.outcome.words)\(reason) |"
      text += " \(step.duration) |\n"
    }
    for step in page.steps where step.failure != nil {
      text += "\n<details><summary>\(cell(step.name))</summary>\n\n"
      text += "\(fenced(step.transcript.end(of: limits.summary)))\n</details>\n"
    }
    return text
  }

  /// Text that is neither markup nor the end of a table's cell.
  private static func cell(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\n": result += " "
      case "|", "\\", "`", "*", "_", "[", "]", "#", "~": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }

  /// A code block whose fence is longer than any in the text.
  private static func fenced(_ text: String) -> String {
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }
}

extension String {
  /// The last lines that fit in so many bytes.
  fileprivate func end(of limit: Int) -> String {
    guard utf8.count > limit else { return self }
    let rest = utf8.suffix(limit)
    let start = rest.firstIndex(of: 0x0A).map { rest.index(after: $0) } ?? rest.startIndex
    return "…\n" + String(decoding: rest[start...], as: UTF8.self)
  }
}
