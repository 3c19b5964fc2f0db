import ArgumentParser
import Course
import FoundationEssentials
import Machine

/// `notes import`
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a page of a Jupyter notebook.",
    discussion: """
      Code goes into fences in the kernel's language, outputs into fences below as what is expected to be \
      printed, pictures into files beside the page. What Markdown has no words for (ids, metadata, other \
      forms of an output) stands in comments, so that `notes export --to ipynb` gives the same notebook; \
      --plain leaves it out. A notebook that `notes export` made gives the page it was made of.

      Notebooks of the versions 3 and 4 are read. Nothing is executed, and nothing that is there is \
      overwritten unless --force is given.
      """)

  @Argument(help: "The notebook, a file *.ipynb.")
  var file: String

  @Option(
    name: .shortAndLong,
    help: "The page to write; - is standard output. By default the notebook's name in content/.")
  var output: String?

  @Flag(help: "Write what Markdown has words for, without comments.")
  var plain = false

  @Flag(help: "Overwrite files that are there and differ.")
  var force = false

  @OptionGroup var course: CourseOption

  func run() throws {
    var diagnostics: [Diagnostic] = []
    let bytes = try Files.contents(file)
    let notebook = Notebook(path: file, bytes: bytes, diagnostics: &diagnostics)
    DiagnosticPrinter(nil).print(diagnostics)
    guard let notebook else { throw ExitStatus.trouble }
    let path = try target()
    let name = path == "-" ? stem : PagePath(path).name
    let folder = "\(name).files"
    let (text, files) =
      plain || notebook.isOfPage
      ? notebook.page(folder: folder) : notebook.markdown(folder: folder)
    if path == "-" { return Terminal.output.write(text) }
    let parent = Files.parent(Files.absolute(path))
    let page = NotebookFile(path: path, bytes: Array(text.utf8))
    let all = [page] + files.map { NotebookFile(path: "\(parent)/\($0.path)", bytes: $0.bytes) }
    // All or nothing: a page without its pictures is of no use.
    if !force,
      let foreign = all.first(where: { file in
        (try? Files.read(file.path)).map { $0 != file.bytes } ?? false
      })
    {
      throw Export.refusal(foreign.path)
    }
    for file in all.reversed() { try Export.write(file.bytes, to: file.path, isForced: true) }
  }

  private var stem: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".ipynb") ? String(name.dropLast(6)) : name
  }

  private func target() throws -> String {
    if let output { return output }
    let around = course.course == nil ? try? CourseFolder(nil) : try CourseFolder(course.course)
    return around.map { "\($0.root)/content/\(stem).md" } ?? "\(stem).md"
  }
}
