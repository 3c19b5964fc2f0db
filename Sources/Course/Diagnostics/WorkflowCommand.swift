/// A workflow command, which GitHub Actions takes from a line of a job's output.
struct WorkflowCommand {
  /// `error`, `warning` or `notice`.
  var kind: String
  /// From the top of the repository.
  var path: String
  var line: Int
  /// In Unicode scalars; `nil` for the whole line.
  var column: Int?
  var title: String
  var message: String

  /// With a line feed at its end.
  var text: String {
    let place = "file=\(Self.property(path)),line=\(line)" + (column.map { ",col=\($0)" } ?? "")
    return "::\(kind) \(place),title=\(Self.property(title))::\(Self.data(message))\n"
  }

  /// The escapes of the runner's own toolkit for what follows `::`.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
