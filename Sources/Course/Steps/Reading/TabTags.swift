/// The tabs that tags of site generators open around blocks, one after the other as they stand in the
/// text: `{% tab install Linux %}` of Jekyll and GitBook, `{{< tab "Linux" >}}` of Hugo, `<TabItem>` of
/// Docusaurus and others.
struct TabTags {
  /// The labels of the tabs so far in each group that is open, outermost first.
  private var groups: [[String]] = []
  /// The labels of the tabs that are open, outermost first, each with whether a tab before it shows the
  /// same for this system.
  private var open: [(label: String, isLater: Bool)] = []

  /// The label of an open tab whose content a reader of this system has no use for: another one before it
  /// shows the same, or it is for another system.
  var laterTab: String? { open.last(where: \.isLater)?.label }

  /// Takes note of the tags in a paragraph, which begin it or stand within an open group.
  ///
  /// - Returns: whether the paragraph has text for a reader.
  mutating func note(_ prose: Prose) -> Bool {
    let begins = prose.firstByte == ShellByte.openBrace
    guard begins || !groups.isEmpty else { return true }
    return !take(prose.text.utf8[...], from: ShellByte.openBrace, to: "%>}") || !begins
  }

  /// Takes note of the tags in a block of HTML.
  mutating func note(html: String) {
    guard html.contains(ascii: "Tab") else { return }
    take(html.utf8[...], from: ShellByte.less, to: ">")
  }

  /// - Returns: whether the text is nothing but tags.
  @discardableResult
  private mutating func take(
    _ text: Substring.UTF8View, from opening: UInt8, to closings: String
  ) -> Bool {
    var rest = text
    var isBare = true
    while let start = rest.firstIndex(of: opening) {
      let before = rest[..<start]
      isBare = isBare && before.allSatisfy { "}%> ".utf8.contains($0) }
      rest = rest[start...].dropFirst()
      // `{{ name }}` stands for a text, and `{ …` is one.
      let isTag =
        opening == ShellByte.less || rest.first == UInt8(ascii: "%")
        || rest.first == opening && rest.dropFirst().first.map { "%<".utf8.contains($0) } == true
      guard isTag else {
        isBare = false
        continue
      }
      let tag = rest.drop { "{%<- ".utf8.contains($0) }
      guard let end = tag.firstIndex(where: { closings.utf8.contains($0) }) else { return false }
      take(Substring(tag[..<end]))
      rest = tag[end...]
    }
    return isBare && rest.allSatisfy { "}%> ".utf8.contains($0) }
  }

  /// - Parameter tag: what stands within its signs.
  private mutating func take(_ tag: Substring) {
    // `<TabItem value="a" />` has no content.
    if tag.utf8.last == UInt8(ascii: "/") { return }
    let name = String(Substring(tag.utf8.prefix { $0 != 0x20 && $0 != 0x0A }))
    switch Self.meanings[name] {
    case .openGroup: groups.append([])
    case .closeGroup:
      if !groups.isEmpty { groups.removeLast() }
      if open.count > groups.count { open.removeLast(open.count - groups.count) }
    case .openTab:
      if groups.isEmpty { groups.append([]) }
      if open.count == groups.count { open.removeLast() }
      let label = Self.label(String(tag.dropFirst(name.utf8.count)))
      let isOther = OtherSystem.isFor(label) || OtherSystem.isOtherDistribution(label)
      let isSecond =
        !AnnouncedContent.isStage(label) && groups[groups.count - 1].contains { !$0.isEmpty }
      open.append((label, isOther || isSecond))
      groups[groups.count - 1].append(isOther ? "" : label)
    case .closeTab: if open.count == groups.count, !open.isEmpty { open.removeLast() }
    case nil: break
    }
  }

  private enum Meaning { case openGroup, openTab, closeTab, closeGroup }

  private static let meanings: NameTable<Meaning> = [
    "tabs": .openGroup, "tab": .openTab, "endtab": .closeTab, "endtabs": .closeGroup,
    "/tab": .closeTab, "/tabs": .closeGroup, "tabpane": .openGroup, "/tabpane": .closeGroup,
    "Tabs": .openGroup, "/Tabs": .closeGroup, "TabItem": .openTab, "/TabItem": .closeTab,
    "Tab": .openTab, "/Tab": .closeTab,
  ]

  /// `Linux` of ` install Linux`, ` title="Linux"`, ` "Linux"` and ` value="a" label="Linux"`.
  private static func label(_ attributes: String) -> String {
    for name in ["label=", "title=", "name=", "header=", "value="] {
      guard let range = attributes.firstRange(ofASCII: name),
        let value = quoted(attributes[range.upperBound...])
      else { continue }
      return value
    }
    if let value = quoted(attributes.trimmed[...]) { return value }
    // Jekyll's tags begin with the name of the group.
    let words = attributes.split(separator: " ")
    return words.count > 1 ? words.dropFirst().joined(separator: " ") : attributes.trimmed
  }

  /// What stands between the quotes that a text begins with.
  private static func quoted(_ text: Substring) -> String? {
    guard let quote = text.utf8.first, quote == ShellByte.doubleQuote || quote == UInt8(ascii: "'")
    else { return nil }
    return String(Substring(text.utf8.dropFirst().prefix { $0 != quote }))
  }
}
