public import Course

/// `llms.txt` in the form of llmstxt.org: the course's title, what it is about, and its pages by
/// section, each as a link to its Markdown.
public enum LLMsText {
  public static let path = "llms.txt"

  /// - Parameters:
  ///   - outline: its numbers are indices into `pages`.
  ///   - pages: in the order of the outline.
  public static func file(
    _ outline: CourseOutline, _ pages: [ListedPage],
    settings: CourseSettings
  ) -> SiteFile {
    var text = "# \(line(settings.title))\n"
    if !settings.description.isEmpty { text += "\n> \(line(settings.description))\n" }
    func list(_ items: [CourseOutline.Item], under title: String) {
      let links = items.compactMap { item -> String? in
        let page = pages[item.number].summary
        if page.hiding.contains(.search) { return nil }
        let twin = (settings.baseURL ?? "") + AddressText.encoded(MarkdownTwin.path(of: page))
        let about = page.description.map { $0.isEmpty ? "" : ": \(line($0))" } ?? ""
        return "- [\(label(item.title))](\(twin))\(about)\n"
      }
      if !links.isEmpty { text += "\n## \(line(title))\n\n" + links.joined() }
    }
    // The form has sections of one level; those within others follow them.
    func add(_ entries: [CourseOutline.Entry], _ index: CourseOutline.Item?, under title: String) {
      let own = entries.compactMap { if case .page(let item) = $0 { item } else { nil } }
      list((index.map { [$0] } ?? []) + own, under: title)
      for case .section(let section) in entries {
        add(section.entries, section.index, under: section.title)
      }
    }
    add(outline.entries, nil, under: "Pages")
    return SiteFile(path: path, bytes: Array(text.utf8))
  }

  /// The text in one line.
  private static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) else { return text }
    return text.split { $0.isNewline }.joined(separator: " ")
  }

  /// The text of a link: brackets and backslashes would end it.
  private static func label(_ text: String) -> String {
    let special = [UInt8]("\\[]".utf8)
    var label: [UInt8] = []
    for byte in line(text).utf8 {
      if special.contains(byte) { label.append(UInt8(ascii: "\\")) }
      label.append(byte)
    }
    return String(decoding: label, as: UTF8.self)
  }
}
