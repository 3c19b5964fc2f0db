public import Course
internal import Markdown

/// `print.html`: all pages of the course one after the other, for paper and PDF.
///
/// It is never whole in memory: it is the opening, a section for each page, and the closing.
public struct WholeCourse: Sendable {
  public static let path = "print.html"

  /// All before the first section: head, title and table of contents.
  public let opening: [UInt8]
  public let closing: [UInt8]
  /// The pages in order, as indices into those of the site; those hidden from navigation are left out.
  public let pages: [Int]
  /// What every section depends on beside its page: the same for the same.
  public let surroundings: UInt64

  private let addresses: [SiteAddress]
  /// The id of each page's section by the page's address, percent-encoded as links have it.
  private let ids: [String: String]

  /// - Parameters:
  ///   - listed: in the order of the outline, whose numbers are places in it.
  ///   - frame: the page with a mark where its content goes; see ``contentMark``.
  init(
    _ outline: CourseOutline, _ listed: [ListedPage], settings: CourseSettings, frame: String
  ) {
    pages = Array(0..<outline.listedCount)
    addresses = pages.map { listed[$0].address }
    var ids: [String: String] = [:]
    var hash = StableHash()
    for address in addresses {
      ids[AddressText.encoded(address.path)] = Self.id(of: address)
      hash.combine(address.path)
    }
    self.ids = ids
    surroundings = hash.value
    let bytes = Array(frame.utf8)
    let mark = bytes.firstRange(of: Array(Self.contentMark.utf8)) ?? bytes.endIndex..<bytes.endIndex
    var opening = Array(bytes[..<mark.lowerBound])
    Self.appendTitle(settings, to: &opening)
    let contents = WholeContents(ids: addresses.map(Self.id))
    contents.append(outline.entries, to: &opening)
    opening.append(html: "</nav>\n")
    self.opening = opening
    closing = Array(bytes[mark.upperBound...])
  }

  /// Stands in for the content while a template is filled in.
  static let contentMark = "\u{1}content\u{2}"

  private static func appendTitle(_ settings: CourseSettings, to output: inout [UInt8]) {
    output.append(html: "<h1>")
    output.append(escaping: settings.title)
    output.append(html: "</h1>\n")
    if !settings.description.isEmpty {
      output.append(html: "<p>")
      output.append(escaping: settings.description)
      output.append(html: "</p>\n")
    }
    output.append(
      html: "<nav class=\"whole-contents\" aria-labelledby=\"site:contents-title\">\n"
        + "<p class=\"panel-title\" id=\"site:contents-title\">Contents</p>\n")
  }

  /// A page's section, in which ids are told apart from those of other pages and links to pages lead
  /// to their sections.
  ///
  /// - Parameters:
  ///   - place: in ``pages``.
  ///   - body: the content of the page as its own file has it.
  public func section(_ place: Int, body: [UInt8]) -> [UInt8] {
    Self.section(of: addresses[place], body: body) { ids[$0] }
  }

  /// The same for a page by its address.
  ///
  /// - Parameter target: gives ``id(of:)`` of the page that has a section at an address in the site,
  ///   percent-encoded.
  public static func section(
    of address: SiteAddress, body: [UInt8], target: (String) -> String?
  ) -> [UInt8] {
    withoutActuallyEscaping(target) { target in
      var writer = WholeSection(
        body, folder: AddressText.encoded(address.folder), id: id(of: address), target: target)
      return writer.written()
    }
  }

  /// The id of a page's section: the path with all but the plainest characters written as `~` and two
  /// digits, so that it means the same as an id and in a link.
  public static func id(of address: SiteAddress) -> String {
    var id: [UInt8] = []
    for byte in address.path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        id.append(byte)
      default:
        id.append(html: (byte < 16 ? "~0" : "~") + String(byte, radix: 16))
      }
    }
    return String(decoding: id, as: UTF8.self)
  }
}

/// The table of contents of the whole course, as nested lists of links to its sections.
private struct WholeContents {
  /// By the number of a page.
  let ids: [String]

  func append(_ entries: [CourseOutline.Entry], to output: inout [UInt8]) {
    output.append(html: "<ol>\n")
    for entry in entries {
      output.append(html: "<li>")
      switch entry {
      case .page(let item): append(item, item.title, to: &output)
      case .section(let section):
        if let index = section.index {
          append(index, section.title, to: &output)
        } else {
          output.append(escaping: section.title)
        }
        if !section.entries.isEmpty {
          output.append(html: "\n")
          append(section.entries, to: &output)
        }
      }
      output.append(html: "</li>\n")
    }
    output.append(html: "</ol>\n")
  }

  private func append(
    _ item: CourseOutline.Item, _ title: String, to output: inout [UInt8]
  ) {
    output.append(html: "<a href=\"#")
    output.append(html: ids[item.number])
    output.append(html: "\">")
    output.append(escaping: title)
    output.append(html: "</a>")
  }
}
