import ArgumentParser
import FoundationEssentials
import Site

/// `notes theme list`
struct ThemeList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the theme's files, and which of them the course replaces.")

  @Flag(help: "Print JSON for programs.")
  var json = false

  @OptionGroup var course: CourseOption

  /// Where a file of the theme comes from.
  private enum Origin: String, Encodable {
    case builtIn = "default"
    case replaced
    case own
  }

  private struct Row: Encodable {
    var name: String
    var origin: Origin
  }

  func run() throws {
    let own = Set(try CourseFolder(course.course).themeOverrides().keys)
    let builtIn = Set(ThemeDefault.all.map(\.name))
    let rows = own.union(builtIn).sorted().map { name in
      Row(
        name: name,
        origin: !own.contains(name) ? .builtIn : builtIn.contains(name) ? .replaced : .own)
    }
    guard !json else { return try ThemeVerb.print(rows) }
    let width = rows.map(\.name.count).max() ?? 0
    for row in rows {
      let words: String? =
        switch row.origin {
        case .builtIn: nil
        case .replaced: "replaced by theme/\(row.name)"
        case .own: "the course's own"
        }
      let terminal = Terminal.output
      terminal.write(
        words.map { "\(row.name.padded(to: width))  \(terminal.paint($0, .dim))\n" }
          ?? "\(row.name)\n")
    }
  }
}

extension ThemeVerb {
  /// Prints a list for programs.
  static func print(_ rows: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    Terminal.output.write(String(decoding: try encoder.encode(rows), as: UTF8.self) + "\n")
  }
}
