public import Markdown

extension CodeBlock {
  /// What the info string calls the block, with `title` or `caption`.
  public var title: String? {
    let language = (self.language?.utf8.count ?? 0)
    guard language < info.utf8.count else { return nil }
    return AttributeReader(info, from: language).attributes.lazy
      .filter { ["title", "caption"].contains($0.name.lowercased()) }
      .compactMap(\.value.text).first { !$0.isEmpty }
  }
}
