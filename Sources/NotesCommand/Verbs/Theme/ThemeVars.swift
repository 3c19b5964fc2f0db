import ArgumentParser
import Site

/// `notes theme vars`
struct ThemeVars: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vars", abstract: "List what templates may use.",
    discussion: """
      A text or an address is written with two braces, {{title}}, which escape it; finished HTML with \
      three, {{{body}}}. What is not on all pages stands in a section of its name, \
      {{#description}}…{{/description}}, and so does what a group holds.
      """)

  @Flag(help: "Print JSON for programs.")
  var json = false

  private struct Row: Encodable {
    var name: String
    var kind: String
    var condition: String?
    var summary: String
  }

  func run() throws {
    let variables = ThemeVariable.all
    guard !json else {
      return try ThemeVerb.print(
        variables.map {
          Row(
            name: $0.name, kind: $0.kind.rawValue, condition: $0.condition, summary: $0.summary)
        })
    }
    let terminal = Terminal.output
    let names = variables.map(\.name.count).max() ?? 0
    let kinds = variables.map(\.kind.rawValue.count).max() ?? 0
    for variable in variables {
      let condition = variable.condition.map { terminal.paint(" (\($0))", .dim) } ?? ""
      terminal.write(
        "\(terminal.paint(variable.name.padded(to: names), .bold))  "
          + "\(variable.kind.rawValue.padded(to: kinds))  \(variable.summary)\(condition)\n")
    }
  }
}
