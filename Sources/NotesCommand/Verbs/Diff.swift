import ArgumentParser
import Builder
import Course
import FoundationEssentials
import Machine

/// `notes diff`
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what changed between two recorded runs of a page.",
    discussion: """
      Compares outcomes, what was printed, times, and versions of tools. The newer record is \
      results/PAGE.json as it is on disk, the older one is that of git's HEAD or of the revision that is \
      named. Two files are compared as they are. The exit status is 1 when the runs differ in more than \
      their times.

      Examples:
        notes diff week1
        notes diff week1 HEAD~3
        notes diff before.json after.json
      """)

  @Argument(help: "A page's name, or the file of the older record.")
  var page: String

  @Argument(help: "A revision of git, or the file of the newer record.")
  var other: String?

  @Flag(help: "Print JSON for programs, in the schema notes.diff/1.")
  var json = false

  @OptionGroup var course: CourseOption

  func run() throws {
    let (old, new) = try records()
    let diff = RecordDiff(from: old, to: new)
    if json {
      Terminal.output.write(try JSONText.of(diff))
    } else {
      Terminal.output.write(RecordDiffText(diff, Terminal.output).text)
    }
    if diff.isChange { throw ExitStatus.trouble }
  }

  private func records() throws -> (PageRecord, PageRecord) {
    if page.hasSuffix(".json") {
      guard let other else {
        throw WrongUse(description: "name the newer record too: notes diff \(page) NEWER.json")
      }
      return (try Self.record(page), try Self.record(other))
    }
    let argument = try PageArgument(page, course: course.course)
    guard let folder = argument.folder else {
      throw WrongUse(description: "'\(page)' belongs to no course, and so has no results")
    }
    let path = argument.page.names.record
    var diagnostics: [Diagnostic] = []
    let new = try folder.record(of: argument.page, diagnostics: &diagnostics)
    DiagnosticPrinter(folder).print(diagnostics)
    guard diagnostics.isEmpty else { throw ExitStatus.trouble }
    guard let new else {
      throw WrongUse(
        description: "there is no \(path); notes exec \(page) --record writes it")
    }
    let revision = other ?? "HEAD"
    guard let git = Git(in: folder.root) else {
      throw MachineError("git is not there", mend: "install it, or compare two files")
    }
    // The name of a revision is no option, whatever it begins with.
    guard !revision.hasPrefix("-"), let bytes = git.output(["show", "\(revision):./\(path)"]) else {
      throw WrongUse(description: "git has no \(path) in '\(revision.printable)'")
    }
    return (try Self.record(bytes, path: "\(revision):\(path)"), new)
  }

  private static func record(_ path: String) throws -> PageRecord {
    try record(try Files.contents(path), path: path)
  }

  private static func record(_ bytes: [UInt8], path: String) throws -> PageRecord {
    do {
      return try JSONDecoder().decode(PageRecord.self, from: Data(bytes))
    } catch {
      let text = String(decoding: bytes, as: UTF8.self)
      DiagnosticPrinter(nil).print([.brokenRecord(path, text: text, error)])
      throw ExitStatus.trouble
    }
  }
}
