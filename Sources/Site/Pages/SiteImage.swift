public import Course

/// A picture of the course as pages show it.
public struct SiteImage: Sendable, Equatable {
  /// In the site: its path with the hash of its content in the name, so that browsers can keep it for
  /// ever.
  public let address: String
  /// `nil` for a file that is no picture.
  public let header: ImageHeader?

  /// - Parameters:
  ///   - path: in the course's folder `content`.
  ///   - digits: the hash of the file's content; see ``digits(of:)``.
  public init(path: String, digits: String, header: ImageHeader?) {
    address = ThemeAssets.name(path, digits: digits)
    self.header = header
  }

  /// The hash of a picture's content as it stands in its name.
  public static func digits(of bytes: [UInt8]) -> String {
    var hash = StableHash()
    hash.combine(bytes)
    return String(hash.digits.prefix(8))
  }

  /// The picture's size as attributes of `img`, with a blank before each.
  var attributes: String {
    guard case .sized(let width, let height)? = header else { return "" }
    return " width=\"\(width)\" height=\"\(height)\""
  }
}
