internal import Markdown
internal import Yams

/// What a page says of where it is listed: tags, earlier addresses, lists it stays out of.
extension FrontMatter {
  /// A list's texts, or a text that commas part.
  mutating func readTags(
    _ value: Node, _ source: SourceFile, _ diagnostics: inout [Diagnostic]
  ) {
    for node in value.sequence.map(Array.init) ?? [value] {
      guard let text = node.string else {
        diagnostics.append(.frontMatter("a tag must be a text", at: node, source))
        continue
      }
      let names = value.sequence == nil ? text.split(separator: ",").map(\.trimmed) : [text.trimmed]
      for name in names where !name.isEmpty && !tags.contains(name) { tags.append(name) }
    }
  }

  mutating func readAliases(
    _ value: Node, _ source: SourceFile, _ diagnostics: inout [Diagnostic]
  ) {
    for node in value.sequence.map(Array.init) ?? [value] {
      guard let address = node.string.flatMap(PageAlias.address) else {
        diagnostics.append(
          .frontMatter(
            "an alias must be an address in this site", at: node, source,
            mend: "write it as `/old/page.html`"))
        continue
      }
      let position = source.filePosition(Diagnostic.textPosition(node))
      aliases.append(PageAlias(address: address, position: position))
    }
  }

  /// `true`, or the names of lists.
  mutating func readHiding(
    _ value: Node, _ source: SourceFile, _ diagnostics: inout [Diagnostic]
  ) {
    if let flag = value.bool {
      hiding = flag ? .everywhere : []
      return
    }
    let names = PageHiding.names.map(\.name)
    for node in value.sequence.map(Array.init) ?? [value] {
      if let name = node.string, PageHiding.foreign.contains(name) { continue }
      guard let entry = PageHiding.names.first(where: { $0.name == node.string }) else {
        let nearest = NearestName.suggestions(for: node.string ?? "", among: names).first
        diagnostics.append(
          .frontMatter(
            "'hide' must be true, or some of \(names.joined(separator: ", "))", at: node, source,
            mend: "write `hide: [\(nearest ?? names[0])]`"))
        continue
      }
      hiding.insert(entry.hiding)
    }
  }
}
