import ArgumentParser
import Course
import Machine

/// `notes show`
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a page in the terminal, with what its steps printed.",
    discussion: """
      Outputs are those of the record that `notes exec --record` has written; nothing is executed. Text \
      is wrapped to the terminal. On a terminal a pager shows it: the one that PAGER names, else less.
      """)

  @Argument(help: "A page's name, or the path of a Markdown file.")
  var page: String

  @Flag(inversion: .prefixedNo, help: "Show it in a pager where a person reads it.")
  var pager = true

  @OptionGroup var course: CourseOption

  func run() throws {
    let argument = try PageArgument(page, course: course.course)
    var diagnostics = argument.page.diagnostics
    let record = try argument.folder?.record(of: argument.page, diagnostics: &diagnostics)
    let text = PageView(argument.page, record, Terminal.output).text
    if !(pager && Terminal.output.isInteractive && Self.page(text)) { Terminal.output.write(text) }
    DiagnosticPrinter(argument.folder).print(diagnostics.inOrder)
    if diagnostics.hasErrors { throw ExitStatus.trouble }
  }

  /// - Returns: `false` where there is no pager.
  private static func page(_ text: String) -> Bool {
    let environment = System.environment
    let named = environment["PAGER"].flatMap { $0.isEmpty ? nil : $0 }
    guard named != nil || Programs(environment).path(of: "less") != nil else { return false }
    // What fits on the screen is shown and left; colours are let through.
    return System.pipe(text, into: named ?? "less -FRX")
  }
}
