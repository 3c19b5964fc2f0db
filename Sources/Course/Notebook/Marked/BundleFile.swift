/// Content of a notebook that is kept in a file of its own beside the Markdown.
public struct NotebookFile: Sendable, Equatable {
  /// From the folder of the Markdown file on, such as `week1.files/plot-0.png`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// How a value of a notebook is kept in a file.
enum BundleFile {
  /// Content that is longer than this goes into a file, so that Markdown can be read by people.
  static let limit = 800

  /// The file for content of a type, and what the marker says of it; `nil` where it stays in the marker.
  static func file(
    _ type: String, _ value: JSONValue, named stem: String
  ) -> (file: NotebookFile, member: JSONValue)? {
    let ending = endings[type]
    let name = "\(stem).\(ending ?? "json")"
    if let text = value.string, ending != nil || type.hasPrefix("image/") {
      if type.hasPrefix("image/"), type != "image/svg+xml" {
        guard let bytes = Base64.bytes(of: text), let form = Base64.form(of: text, bytes: bytes),
          let ending
        else { return nil }
        var member: [String: JSONValue] = ["path": .string("\(stem).\(ending)")]
        if form != .plain { member["base64"] = .string(form.rawValue) }
        return (NotebookFile(path: "\(stem).\(ending)", bytes: bytes), .object(member))
      }
      guard type.hasPrefix("image/") || text.utf8.count > limit else { return nil }
      return (
        NotebookFile(path: name, bytes: Array(text.utf8)), .object(["path": .string(name)])
      )
    }
    let json = JSONWriter.text(of: value, .lines) + "\n"
    guard json.utf8.count > limit else { return nil }
    let path = "\(stem).json"
    return (
      NotebookFile(path: path, bytes: Array(json.utf8)),
      .object(["path": .string(path), "json": .bool(true)])
    )
  }

  /// The value that a file holds.
  ///
  /// - Parameter member: what the marker says of it.
  static func value(
    of bytes: [UInt8], type: String, _ member: JSONValue
  ) throws(JSONReader.Failure) -> JSONValue {
    if member["json"]?.bool == true { return try JSONReader.value(of: bytes) }
    guard type.hasPrefix("image/"), type != "image/svg+xml" else {
      return .string(String(decoding: bytes, as: UTF8.self))
    }
    let form = member["base64"]?.string.flatMap(Base64.Form.init) ?? .plain
    return .string(Base64.text(of: bytes, form))
  }

  /// The ending of a file for each type.
  static let endings = [
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp",
    "image/avif": "avif", "image/svg+xml": "svg", "text/html": "html", "text/latex": "tex",
    "text/markdown": "txt", "application/javascript": "js", "text/plain": "txt",
  ]

  /// The type of a picture by its name.
  static func type(ofImage path: String) -> String? {
    guard let point = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = path[path.utf8.index(after: point)...].lowercased()
    if ending == "jpeg" { return "image/jpeg" }
    return endings.first { $0.value == ending && $0.key.hasPrefix("image/") }?.key
  }
}

extension String {
  /// The name with a `-` for each byte that is no letter, digit, `-` or `_` of ASCII; no path leads
  /// elsewhere by it.
  var safeFileName: String {
    let bytes = utf8.prefix(64).map { byte -> UInt8 in
      let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      return isLetter || ShellByte.isDigit(byte) || byte == UInt8(ascii: "_") ? byte : 0x2D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
