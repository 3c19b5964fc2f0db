import ArgumentParser
import Course
import FoundationEssentials
import Machine

/// `notes sync`
struct Sync: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring each page and its script together: content/week1.md and scripts/week1.sh.",
    discussion: """
      The script runs alone, as a whole or one step at a time (scripts/week1.sh 4.2, --list, --from, \
      --help). A step that was changed in the notes is written into the script; one that was changed in \
      the script is carried back into the block of the notes. Where both changed the same step, or a \
      change has no place on the other side, both differences are shown and nothing of the page is \
      written. results/PAGE.sync.json keeps what both agreed on.

      A script whose notes are gone is removed, unless it was changed by hand.
      """)

  @Argument(help: "Pages; all that have steps by default.")
  var pages: [String] = []

  @Flag(help: "Write scripts from the notes, and drop what was changed in them by hand.")
  var force = false

  @OptionGroup var course: CourseOption

  func run() throws {
    let folder = try CourseFolder(course.course)
    var isRefused = false
    for page in try folder.pages(named: pages) {
      if try !sync(page, in: folder) { isRefused = true }
    }
    if pages.isEmpty {
      for (script, notes) in try folder.orphanedScripts() {
        let isUntouched = Script.isUntouched(try folder.script(at: script) ?? "") == true
        if isUntouched || force {
          remove(script, PagePath(notes), in: folder, because: "\(notes) is gone")
        } else {
          DiagnosticPrinter(folder).print([ScriptCheck.orphan(script, of: notes)])
          isRefused = true
        }
      }
    }
    if isRefused { throw ExitStatus.trouble }
  }

  /// - Returns: whether both sides are one afterwards.
  private func sync(_ page: Page, in folder: CourseFolder) throws -> Bool {
    let path = page.names.script
    let old = try folder.script(at: path)
    guard let old, !force else {
      guard Script.isNeeded(for: page) else {
        if old != nil {
          remove(path, page.names, in: folder, because: "\(page.path) has no steps to run")
        }
        return true
      }
      try write(page, carried: [], in: folder)
      return true
    }
    var diagnostics: [Diagnostic] = []
    let record = try folder.syncRecord(of: page.names, diagnostics: &diagnostics)
    let merge = ScriptMerge(page, script: old, record: record)
    guard merge.conflicts.isEmpty else {
      DiagnosticPrinter(folder).print(diagnostics)
      for conflict in merge.conflicts {
        DiagnosticPrinter(folder).print([conflict.diagnostic])
        Terminal.error.write(conflict.diff.printable)
      }
      return false
    }
    guard Script.isNeeded(for: merge.page) else {
      remove(path, page.names, in: folder, because: "\(page.path) has no steps to run")
      return true
    }
    // Between reading and writing an editor may have saved either.
    guard try Files.contents("\(folder.root)/\(page.path)") == page.source.bytes,
      try folder.script(at: path) == old
    else {
      throw MachineError(
        "\(page.path) or \(path) was changed while they were compared", mend: "run it again")
    }
    try write(merge.page, carried: merge.carried, in: folder)
    return true
  }

  /// Writes the notes first, since they hold all that both sides say: whatever ends the program after
  /// that, the next run finds the script's changes in them, and writes the rest.
  private func write(_ page: Page, carried: [String], in folder: CourseFolder) throws {
    if !carried.isEmpty {
      try Files.write(page.source.bytes, to: "\(folder.root)/\(page.path)")
      let steps =
        carried.count == 1 ? "step \(carried[0])" : "steps \(carried.joined(separator: ", "))"
      Terminal.output.write("\(page.path) written: \(steps) as in \(page.names.script)\n")
    }
    let script = Script(page).text
    let isWritten = try Files.write(
      Array(script.utf8), to: "\(folder.root)/\(page.names.script)", isExecutable: true)
    let record = try JSONText.of(SyncRecord(page: page.path, script: script))
    try Files.write(Array(record.utf8), to: "\(folder.root)/\(page.names.syncRecord)")
    Terminal.output.write("\(page.names.script) \(isWritten ? "written" : "is up to date")\n")
  }

  private func remove(
    _ path: String, _ names: PagePath, in folder: CourseFolder, because reason: String
  ) {
    Files.remove("\(folder.root)/\(path)")
    Files.remove("\(folder.root)/\(names.syncRecord)")
    Terminal.output.write("\(path) removed: \(reason)\n")
  }
}

extension CourseFolder {
  /// The pages a person named, or all in natural order.
  func pages(named names: [String]) throws -> [Page] {
    if names.isEmpty { return try pages() }
    return try names.map { name in
      let argument = try PageArgument(name, course: root)
      guard argument.folder != nil else {
        throw WrongUse(description: "'\(name)' is not in \(root)/content, so it has no script")
      }
      return argument.page
    }
  }

  /// A script's text, or `nil` when there is none.
  func script(at path: String) throws -> String? {
    guard Files.exists("\(root)/\(path)") else { return nil }
    return String(decoding: try Files.contents("\(root)/\(path)"), as: UTF8.self)
  }

  /// What a page and its script last agreed on; `nil` where nothing that can be read tells.
  func syncRecord(of names: PagePath, diagnostics: inout [Diagnostic]) throws -> SyncRecord? {
    let path = names.syncRecord
    guard Files.exists("\(root)/\(path)") else { return nil }
    let bytes = try Files.contents("\(root)/\(path)")
    do {
      return try JSONDecoder().decode(SyncRecord.self, from: Data(bytes))
    } catch {
      let text = String(decoding: bytes, as: UTF8.self)
      diagnostics.append(.brokenRecord(path, text: text, error))
      return nil
    }
  }
}
