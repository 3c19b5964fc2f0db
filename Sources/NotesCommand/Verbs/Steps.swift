import ArgumentParser
import Course
import FoundationEssentials
import Machine

/// `notes steps`
struct Steps: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the steps of a page: its shell code blocks as definitions.",
    discussion: """
      PAGE is a name such as week1, for content/week1.md, or the path of any Markdown file. Nothing is \
      executed. With --json the list is printed in the schema notes.steps/1.
      """)

  @Argument(help: "A page's name, or the path of a Markdown file.")
  var page: String

  @Flag(help: "Print JSON for programs.")
  var json = false

  @Flag(help: "Say which rule on which words made each step what it is.")
  var explain = false

  @Flag(help: "Print only which earlier steps each step needs, and what they make.")
  var graph = false

  @OptionGroup var course: CourseOption

  func run() throws {
    let argument = try PageArgument(page, course: course.course)
    let page = argument.page
    DiagnosticPrinter(argument.folder).print(page.diagnostics)
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let data = try encoder.encode(StepList(page))
      Terminal.output.write(String(decoding: data, as: UTF8.self) + "\n")
    } else if graph {
      Terminal.output.write(StepGraph(page).text(Terminal.output))
    } else {
      Terminal.output.write(StepTable(page, explains: explain).text(Terminal.output))
    }
    if page.diagnostics.hasErrors { throw ExitStatus.trouble }
  }
}
