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

      The page is written into content/, or outside of a course into this folder. \
      Notebooks of the versions 3 and 4 are read. Nothing is executed, and nothing that is there is \
      overwritten unless --force is given.
      """)

  @Argument(help: "The notebook, a file *.ipynb.")
  var file: String

  @OptionGroup var writing: WritingOptions

  @Flag(help: "Write what Markdown has words for, without comments.")
  var plain = false

  @OptionGroup var course: CourseOption

  func run() throws {
    var diagnostics: [Diagnostic] = []
    let bytes = try Files.contents(file)
    let notebook = Notebook(path: file, bytes: bytes, diagnostics: &diagnostics)
    DiagnosticPrinter(nil).print(diagnostics)
    guard let notebook else { throw ExitStatus.trouble }
    let path = try target()
    let name = path == "-" ? stem : PagePath(path).name
    let folder = "\(name.addressable).files"
    let (text, files) =
      plain || notebook.isOfPage
      ? notebook.page(folder: folder) : notebook.markdown(folder: folder)
    if path == "-" { return Terminal.output.write(text) }
    let parent = Files.parent(Files.absolute(path))
    let page = NotebookFile(path: path, bytes: Array(text.utf8))
    let all = [page] + files.map { NotebookFile(path: "\(parent)/\($0.path)", bytes: $0.bytes) }
    // All or nothing: a page without its pictures is of no use.
    if !writing.force,
      let foreign = all.first(where: { file in
        (try? Files.read(file.path)).map { $0 != file.bytes } ?? false
      })
    {
      throw WritingOptions.refusal(foreign.path)
    }
    for file in all.reversed() { try writing.write(file.bytes, to: file.path) }
  }

  private var stem: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".ipynb") ? String(name.dropLast(6)) : name
  }

  private func target() throws -> String {
    if let output = writing.output { return output }
    let around = course.course == nil ? try? CourseFolder(nil) : try CourseFolder(course.course)
    return around.map { "\($0.root)/content/\(stem).md" } ?? "\(stem).md"
  }
}

extension String {
  /// The name of a file with `-` for each sign by which an address in Markdown would end.
  fileprivate var addressable: String {
    String(map { $0.isWhitespace || "()<>[]%#?&\\\"'`*".contains($0) ? "-" : $0 })
  }
}
