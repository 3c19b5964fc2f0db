import ArgumentParser
import Course
import FoundationEssentials
import Machine

/// `notes export`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a page as a notebook, a script, Markdown, JSON or a PDF.",
    discussion: """
      Outputs are those of the record that `notes exec --record` has written; nothing is executed. A \
      page that was imported from a notebook becomes that notebook again.

        ipynb   a Jupyter notebook: a cell a step, the text between as Markdown
        sh      the steps as a bash script, as `notes sync` writes it
        md      the page without front matter, with recorded outputs below the steps
        json    steps and record for programs, in the schema notes.export/1
        pdf     the page as it is printed, by Chromium

      The file is written into this folder, unless --output says otherwise.

      Examples:
        notes export week1 --to ipynb
        notes export week1 --to md --output - | less
      """)

  @Argument(help: "A page's name, or the path of a Markdown file.")
  var page: String

  @Option(name: .customLong("to"), help: "What to write: ipynb, sh, md, json or pdf.")
  var format: ExportFormat

  @OptionGroup var writing: WritingOptions

  @OptionGroup var course: CourseOption

  func validate() throws {
    if format == .pdf, writing.isStandardOutput {
      throw ValidationError("a PDF goes into a file; name it with --output")
    }
  }

  func run() throws {
    let argument = try PageArgument(page, course: course.course)
    var diagnostics = argument.page.diagnostics
    let path = writing.output ?? "\(argument.page.names.name).\(format.rawValue)"
    if format == .pdf {
      DiagnosticPrinter(argument.folder).print(diagnostics)
      guard writing.force || !Files.exists(path) else { throw WritingOptions.refusal(path) }
      try PrintedPage(argument).write(to: path)
      return Terminal.output.write("\(path.printable) written\n")
    }
    let text = try text(argument, &diagnostics)
    DiagnosticPrinter(argument.folder).print(diagnostics.inOrder)
    if writing.isStandardOutput {
      Terminal.output.write(text)
    } else {
      try writing.write(Array(text.utf8), to: path, isExecutable: format == .sh)
    }
    if diagnostics.hasErrors { throw ExitStatus.trouble }
  }

  private func text(_ argument: PageArgument, _ diagnostics: inout [Diagnostic]) throws -> String {
    let page = argument.page
    if format == .sh { return Script(page).text }
    let record = try argument.folder?.record(of: page, diagnostics: &diagnostics)
    switch format {
    case .json: return try JSONText.of(PageExport(page, record))
    case .md: return PageWithOutputs(page, record).text
    case .ipynb, .sh, .pdf:
      return try argument.notebook(record: record, diagnostics: &diagnostics).text
    }
  }
}

/// What `--to` says; each is the ending of the file.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case ipynb, sh, md, json, pdf
}

/// A page for programs: schema `notes.export/1`.
private struct PageExport: Encodable {
  let schema = "notes.export/1"
  let page: String
  let title: String
  let steps: StepList
  let record: PageRecord?

  init(_ page: Page, _ record: PageRecord?) {
    self.page = page.path
    title = page.title
    steps = StepList(page)
    self.record = record
  }
}

extension PageArgument {
  /// The folder of the page's file, with a slash at its end.
  var pageFolder: String {
    let path = folder.map { "\($0.root)/\(page.path)" } ?? Files.absolute(page.path)
    return Files.parent(path) + "/"
  }

  /// The page as a notebook: the one that it was made of, or one of its steps.
  func notebook(record: PageRecord?, diagnostics: inout [Diagnostic]) throws -> Notebook {
    let text = String(decoding: page.source.bytes, as: UTF8.self)
    let marked = Notebook(markdown: text, path: page.path, diagnostics: &diagnostics) { path in
      try? Files.read(pageFolder + path)
    }
    if let marked { return marked }
    var files: [String: [UInt8]] = [:]
    for (address, path) in page.localPictures {
      files[address] = try? Files.read(pageFolder + path)
    }
    return Notebook(page, record: record, files: files)
  }
}
