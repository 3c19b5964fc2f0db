internal import Markdown

/// A page's Markdown as it is given away: without front matter and the comments that are for this
/// program, and with links that hold beside the other pages' Markdown.
///
/// Links between notes hold as they are, as the files keep their places. Those to folders, from the
/// top (`/week1.md`), to files outside `content/` and to images, which have other names in the site,
/// are written anew.
public struct PublishedText {
  public let text: String

  /// A stretch of the page's text, in bytes, and what takes its place.
  private struct Edit {
    var range: Range<Int>
    var text: String
  }

  /// - Parameters:
  ///   - links: those of the page within the course.
  ///   - resolutions: where they lead.
  public init(_ page: Page, links: PageLinks, _ resolutions: PageResolutions) {
    let contentLine = page.frontMatter.contentLine
    var annotations: [SourceRange] = []
    page.document.blocks.appendAnnotations(to: &annotations)
    var replacements: [String: String] = [:]
    for link in links.links {
      replacements[link.destination] = Self.replacement(
        for: link.destination, on: page.path, resolutions)
    }
    // Their places in the text only the tree knows.
    let replaced =
      replacements.isEmpty
      ? []
      : LinkWalk(page.document).links.compactMap { link in
        replacements[link.destination].map { (link, $0) }
      }
    if contentLine == 1, annotations.isEmpty, replaced.isEmpty {
      text = page.source.text
      return
    }
    let bytes = Array(page.source.text.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    func offset(_ position: SourcePosition) -> Int? {
      guard starts.indices.contains(position.line - 1) else { return nil }
      return min(starts[position.line - 1] + position.column - 1, bytes.count)
    }
    let start = contentLine <= starts.count ? starts[contentLine - 1] : bytes.count
    var edits = annotations.compactMap { range -> Edit? in
      guard let first = offset(range.start), let last = offset(range.end) else { return nil }
      return Edit(range: Self.wholeLines(first..<min(last + 1, bytes.count), in: bytes), text: "")
    }
    var definitions: [String: [Range<Int>]]?
    for (link, new) in replaced {
      guard let first = offset(link.position) else { continue }
      if let place = Self.place(of: link.destination, in: bytes, from: first) {
        edits.append(Edit(range: place, text: new))
        continue
      }
      let known = definitions ?? Self.definitions(in: bytes, starts)
      definitions = known
      edits += (known[link.destination] ?? []).map { Edit(range: $0, text: new) }
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var result: [UInt8] = []
    var done = start
    for edit in edits where edit.range.lowerBound >= done {
      result += bytes[done..<edit.range.lowerBound]
      result += Array(edit.text.utf8)
      done = edit.range.upperBound
    }
    text = String(decoding: result + bytes[done...], as: UTF8.self)
  }

  /// The range with its line feed and the blanks before it, where nothing else stands in its lines.
  private static func wholeLines(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    while lower > 0, bytes[lower - 1] == 0x20 { lower -= 1 }
    guard lower == 0 || bytes[lower - 1] == 0x0A, range.upperBound < bytes.count,
      bytes[range.upperBound] == 0x0A
    else { return range }
    return lower..<range.upperBound + 1
  }

  /// What to write for a link; `nil` where it holds as it is.
  private static func replacement(
    for destination: String, on page: String, _ resolutions: PageResolutions
  ) -> String? {
    guard LinkDestination.isLocal(destination),
      case .local(let local) = LinkDestination(destination), !local.path.isEmpty
    else { return nil }
    let isFromTop = local.path.utf8.first == 0x2F
    let resolution = resolutions[destination]
    switch resolution.target {
    case .page(let path, let id):
      if !isFromTop, local.path.hasSuffix(".md") { return nil }
      let target = CoursePath.relative(from: CoursePath.folder(of: page), to: path)
      let fragment = id.map(AddressText.encoded) ?? local.fragment.map(String.init)
      return AddressText.encoded(target) + (fragment.map { "#" + $0 } ?? "")
    case .asset, .folder: return resolution.href == destination ? nil : resolution.href
    case .external, .other, .nowhere: return nil
    }
  }

  /// The places of addresses in lines `[label]: address`, by the address as it is written.
  private static func definitions(in bytes: [UInt8], _ starts: [Int]) -> [String: [Range<Int>]] {
    var result: [String: [Range<Int>]] = [:]
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count
      let line = bytes[start..<end].drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
      guard line.first == UInt8(ascii: "["), let close = line.firstIndex(of: UInt8(ascii: "]")),
        line[close...].dropFirst().first == UInt8(ascii: ":")
      else { continue }
      let rest = line[close...].dropFirst(2).drop { $0 == 0x20 || $0 == 0x09 }
      let isAngled = rest.first == UInt8(ascii: "<")
      let address = rest.dropFirst(isAngled ? 1 : 0).prefix {
        isAngled ? $0 != UInt8(ascii: ">") : $0 > 0x20
      }
      guard !address.isEmpty else { continue }
      let text = String(decoding: address, as: UTF8.self)
      result[text, default: []].append(address.startIndex..<address.endIndex)
    }
    return result
  }

  /// Where the address of a link stands, when it is written just as it is read: as the value of an
  /// attribute at the place itself, else soon behind it, after `](`.
  static func place(of address: String, in bytes: [UInt8], from start: Int) -> Range<Int>? {
    let wanted = Array(address.utf8)
    if bytes[start...].starts(with: wanted) { return start..<start + wanted.count }
    let end = min(start + 1000, bytes.count)
    var index = start
    while index + 2 < end {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: "(") else {
        continue
      }
      let from = bytes[index + 2] == UInt8(ascii: "<") ? index + 3 : index + 2
      let after = from + wanted.count
      guard after < bytes.count, bytes[from...].starts(with: wanted),
        [UInt8(ascii: ")"), UInt8(ascii: ">"), 0x20].contains(bytes[after])
      else { continue }
      return from..<after
    }
    return nil
  }
}

extension [Block] {
  /// Appends the places of comments that say something of a step or stand around tabs.
  fileprivate func appendAnnotations(to ranges: inout [SourceRange]) {
    for block in self {
      switch block.content {
      case .htmlBlock(let html): if block.isAnnotation(html) { ranges.append(block.range) }
      case .paragraph, .heading, .codeBlock, .thematicBreak, .table, .math: break
      case .blockQuote, .list, .alert, .definitionList:
        block.children.appendAnnotations(to: &ranges)
      }
    }
  }
}

extension Block {
  fileprivate func isAnnotation(_ html: String) -> Bool {
    if TabComment(html) != nil { return true }
    let isOne = html.utf8.drop { $0 == 0x20 }.starts(with: "<!--".utf8)
    let mark = isOne ? Comment(html: html, start: range.start).attributes?.mark : nil
    // Another comment before it in the same block may be one for readers of the source.
    return mark != nil && html.lastRange(ofASCII: "<!--") == html.firstRange(ofASCII: "<!--")
  }
}
