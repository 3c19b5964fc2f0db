import ArgumentParser
import Course

/// The flags by which steps of a page are chosen.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only these steps: numbers, names, globs ('4.*') or a line of the page (week1.md:57).",
      valueName: "step"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Begin with this step.", valueName: "step"))
  var from: String?

  @Option(help: ArgumentHelp("End with this step.", valueName: "step"))
  var until: String?

  @Option(help: ArgumentHelp("Leave these steps out.", valueName: "step"))
  var skip: [String] = []

  @Flag(help: "The optional steps too.")
  var optional = false

  var selection: StepSelection {
    var selection = StepSelection()
    selection.only = only.flatMap(Self.parts)
    selection.from = from
    selection.until = until
    selection.skip = skip.flatMap(Self.parts)
    return selection
  }

  /// `4.1,4.2` as two patterns.
  private static func parts(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }
}
