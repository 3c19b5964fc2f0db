internal import Markdown

/// The pictures of a page that a notebook takes along.
struct PagePictures {
  /// The bytes of the page's text at which an address stands.
  private var places: [(range: Range<Int>, address: String)] = []
  private let files: [String: [UInt8]]

  init(_ page: Page, files: [String: [UInt8]]) {
    self.files = files
    guard !files.isEmpty else { return }
    let bytes = Array(page.source.text.utf8)
    let starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    for link in LinkWalk(page.document).links where link.kind == .image {
      guard files[link.destination] != nil, starts.indices.contains(link.position.line - 1)
      else { continue }
      let start = min(bytes.count, starts[link.position.line - 1] + link.position.column - 1)
      if let place = PublishedText.place(of: link.destination, in: bytes, from: start),
        // The address in an HTML tag leads to no attachment.
        place.lowerBound > 1, bytes[place.lowerBound - 1] != UInt8(ascii: "\"")
      {
        places.append((place, link.destination))
      }
    }
  }

  /// A stretch of the page with its pictures attached.
  ///
  /// - Returns: the text, the attachments, and the address that each of them has in the notes.
  func attached(
    _ range: Range<Int>, of bytes: [UInt8]
  ) -> (text: String, attachments: [String: JSONValue], images: [String: String]) {
    var text: [UInt8] = []
    var attachments: [String: JSONValue] = [:]
    var images: [String: String] = [:]
    var names = UniqueNames(first: 2)
    var done = range.lowerBound
    for (place, address) in places
    where place.lowerBound >= done && place.upperBound <= range.upperBound {
      guard let file = files[address], let type = BundleFile.type(ofImage: address) else {
        continue
      }
      let name =
        images.first { $0.value == address }?.key
        ?? names.unique(CoursePath.name(of: address).safeAttachmentName)
      images[name] = address
      let content =
        type == "image/svg+xml" ? String(decoding: file, as: UTF8.self) : Base64.text(of: file)
      attachments[name] = .object([type: .string(content)])
      text += bytes[done..<place.lowerBound]
      text += Array("attachment:\(name)".utf8)
      done = place.upperBound
    }
    text += bytes[done..<range.upperBound]
    return (String(decoding: text, as: UTF8.self), attachments, images)
  }
}

extension String {
  /// The name of a file as one of an attachment, which stands in an address as it is.
  fileprivate var safeAttachmentName: String {
    let bytes = utf8.map { byte -> UInt8 in
      let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      return isLetter || ShellByte.isDigit(byte) || "._".utf8.contains(byte) ? byte : 0x2D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Page {
  /// Pictures beside the page that browsers show: the path of each from the page's folder on, by the
  /// address that the notes write.
  ///
  /// None of them leads out of the course.
  public var localPictures: [String: String] {
    let folder = CoursePath.folder(of: path.hasPrefix("/") ? CoursePath.name(of: path) : path)
    var pictures: [String: String] = [:]
    for link in LinkWalk(document).links where link.kind == .image {
      guard case .local(let local) = LinkDestination(link.destination), !local.path.isEmpty,
        !local.path.hasPrefix("/"), BundleFile.type(ofImage: String(local.path)) != nil
      else { continue }
      let path = AddressText.decoded(String(local.path))
      if CoursePath.resolved(path, in: folder) != nil { pictures[link.destination] = path }
    }
    return pictures
  }
}
