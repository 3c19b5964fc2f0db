internal import Course
internal import Markdown

/// The list of all pages; those of a folder stand in a section that opens.
struct Navigation {
  private let entries: [Entry]

  private struct Entry {
    var index: Int
    var title: String
    var path: String
    /// Address and title as HTML, made once for all pages.
    var address: [UInt8]
    var text: [UInt8]
    /// The folders it stands in.
    var folders: [Substring]
  }

  init(_ pages: [Page], _ addresses: [PageAddress]) {
    entries = pages.indices.map { index in
      var address: [UInt8] = []
      address.append(escapingPath: addresses[index].path)
      var text: [UInt8] = []
      text.append(escaping: pages[index].title)
      return Entry(
        index: index, title: pages[index].title, path: addresses[index].path, address: address,
        text: text, folders: addresses[index].path.split(separator: "/").dropLast())
    }
  }

  /// - Parameter current: the index of the page that the list is for.
  func html(current: Int) -> String {
    var output: [UInt8] = []
    let root = String(repeating: "../", count: entries[current].folders.count)
    append(entries[...], depth: 0, current: current, root: root, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func append(
    _ entries: ArraySlice<Entry>, depth: Int, current: Int, root: String, to output: inout [UInt8]
  ) {
    output.append(html: depth == 0 ? "<ul class=\"pages\">\n" : "<ul>\n")
    var rest = entries
    while let entry = rest.first {
      if entry.folders.count > depth {
        let folder = entry.folders[depth]
        let section = rest.prefix { $0.folders.count > depth && $0.folders[depth] == folder }
        rest = rest.dropFirst(section.count)
        let isOpen = section.contains { $0.index == current }
        output.append(html: "<li><details\(isOpen ? " open" : "")><summary>")
        output.append(escaping: title(of: folder, section, depth: depth + 1))
        output.append(html: "</summary>\n")
        append(section, depth: depth + 1, current: current, root: root, to: &output)
        output.append(html: "</details></li>\n")
      } else {
        rest = rest.dropFirst()
        output.append(html: "<li><a href=\"")
        output.append(html: root)
        output += entry.address
        output.append(html: entry.index == current ? "\" aria-current=\"page\">" : "\">")
        output += entry.text
        output.append(html: "</a></li>\n")
      }
    }
    output.append(html: "</ul>\n")
  }

  /// The title of the folder's index, or its name with blanks: `docker-sql` is "Docker sql".
  private func title(of folder: Substring, _ section: ArraySlice<Entry>, depth: Int) -> String {
    let index = section.first { $0.folders.count == depth && $0.path.hasSuffix("/index.html") }
    if let index { return index.title }
    let words = folder.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
