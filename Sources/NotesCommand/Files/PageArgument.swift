import Course
import Machine
import Markdown

/// Finds the page a person means by `week1`, `content/week1.md` or the path of any Markdown file.
struct PageArgument {
  let page: Page
  /// The course the page belongs to; `nil` for a file that stands by itself.
  let folder: CourseFolder?

  init(_ name: String, course: String?) throws {
    if let path = Self.file(name) {
      if Files.isFolder(path) {
        throw WrongUse(description: "'\(path)' is a folder; name a Markdown file in it")
      }
      let absolute = Files.absolute(path)
      // A course that was named has to be there; one that is looked for need not.
      let around = course == nil ? try? CourseFolder(nil) : try CourseFolder(course)
      if let folder = around, absolute.hasPrefix(folder.root + "/content/") {
        page = try folder.page(at: String(absolute.dropFirst(folder.root.count + 1)))
        self.folder = folder
      } else {
        page = Page(path: path, bytes: try Files.contents(path))
        folder = nil
      }
      return
    }
    let folder = try Self.course(for: name, course)
    let paths = try folder.pagePaths()
    let wanted = ["content/\(name).md", "content/\(name)/index.md", "content/\(name)", name]
    guard let path = wanted.first(where: paths.contains) ?? Self.byFileName(name, paths) else {
      let names = paths.map { String($0.dropFirst("content/".count).dropLast(3)) }
      throw WrongUse(description: Self.unknown(name, names))
    }
    page = try folder.page(at: path)
    self.folder = folder
  }

  /// The path when the name is that of a file on disk, however it is written.
  private static func file(_ name: String) -> String? {
    guard name.hasSuffix(".md") || name.contains("/") else { return nil }
    return Files.exists(name) ? name : nil
  }

  private static func course(for name: String, _ course: String?) throws -> CourseFolder {
    do {
      return try CourseFolder(course)
    } catch let error as WrongUse {
      guard name.hasSuffix(".md") else { throw error }
      throw WrongUse(description: "there is no file '\(name)'")
    }
  }

  /// A page of a section by its file's name alone, when only one has it.
  private static func byFileName(_ name: String, _ paths: [String]) -> String? {
    let matches = paths.filter { $0.hasSuffix("/\(name).md") }
    return matches.count == 1 ? matches[0] : nil
  }

  private static func unknown(_ name: String, _ names: [String]) -> String {
    let bare = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    let nearest = NearestName.suggestions(for: bare, among: names)
    if !nearest.isEmpty {
      return "no page '\(name)'; did you mean \(nearest.joined(separator: ", "))?"
    }
    if names.isEmpty { return "no page '\(name)'; the folder content has no .md file" }
    let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
    return "no page '\(name)'; there are \(shown)"
  }
}
