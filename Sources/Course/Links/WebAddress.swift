/// An address of the web, taken apart as far as asking for it needs (RFC 3986 section 3).
public struct WebAddress: Sendable, Hashable {
  /// `http` or `https`.
  public let scheme: String
  /// As it is written, with user and port.
  public let authority: String
  /// In lowercase, without user and port; an address of IPv6 has its brackets.
  public let host: String
  /// What follows the authority, with query and without fragment; empty or from `/` or `?` on.
  public let rest: String

  /// `nil` for what has another scheme or no host.
  public init?(_ text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    scheme = text[..<colon].lowercased()
    let behind = text[colon...].utf8.dropFirst()
    guard scheme == "http" || scheme == "https", behind.starts(with: "//".utf8) else { return nil }
    let body = behind.dropFirst(2).prefix { $0 != UInt8(ascii: "#") }
    let authority = body.prefix { !"/?".utf8.contains($0) }
    self.authority = String(Substring(authority))
    rest = String(Substring(body[authority.endIndex...]))
    var host = authority
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[host.index(after: at)...] }
    if host.first == UInt8(ascii: "[") {
      host = host.firstIndex(of: UInt8(ascii: "]")).map { host[...$0] } ?? host
    } else {
      host = host.prefix { $0 != UInt8(ascii: ":") }
    }
    guard !host.isEmpty else { return nil }
    self.host = Substring(host).lowercased()
  }

  /// The whole address.
  public var text: String { "\(scheme)://\(authority)\(rest)" }

  /// The address as a request may hold it: what notes write as it looks is percent-encoded, what is
  /// encoded stays.
  public var requested: String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in rest.utf8 {
      if byte <= 0x20 || byte >= 0x7F || "\"<>\\^`{|}".utf8.contains(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return "\(scheme)://\(authority)\(String(decoding: bytes, as: UTF8.self))"
  }

  /// Where an answer from here leads on to (RFC 3986 section 5.2); `nil` where no web server is.
  ///
  /// - Parameter location: an address, whole or from here.
  public func resolved(_ location: String) -> WebAddress? {
    if let whole = WebAddress(location) { return whole }
    if location.utf8.starts(with: "//".utf8) { return WebAddress("\(scheme):\(location)") }
    let base = "\(scheme)://\(authority)"
    let path = Substring(rest.utf8.prefix { $0 != UInt8(ascii: "?") })
    switch location.utf8.first {
    case UInt8(ascii: "/"): return WebAddress(base + location)
    case UInt8(ascii: "?"): return WebAddress(base + path + location)
    case UInt8(ascii: "#"), nil: return self
    default:
      // `mailto:` and its like; a colon behind a slash is part of a name.
      guard !location.utf8.prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: ":"))
      else { return nil }
      let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? "/"
      return WebAddress(base + folder + location)
    }
  }
}

extension WebAddress {
  /// Who can reach a host, as far as its name tells.
  public enum Reach: Sendable {
    case everyone
    /// This machine or those near it.
    case near
    /// Nobody: names for documentation and names with a part to fill in.
    case nobody
  }

  /// By the names that RFC 2606, 6761, 6762 and 8375 keep apart and the addresses of RFC 6890.
  public var reach: Reach {
    let host = self.host.utf8.last == UInt8(ascii: ".") ? String(self.host.dropLast()) : self.host
    if host.utf8.first == UInt8(ascii: "[") { return Self.reach(ipv6: host) }
    guard !host.utf8.contains(where: { $0 <= 0x20 || "<>{}[]$*()|\"'\\^`%,;!".utf8.contains($0) })
    else { return .nobody }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard !labels.contains(where: \.isEmpty) else { return .nobody }
    let last = String(labels[labels.count - 1])
    if ["example", "invalid", "test"].contains(last) { return .nobody }
    if labels.count > 1, labels[labels.count - 2] == "example",
      ["com", "net", "org"].contains(last)
    {
      return .nobody
    }
    if last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Self.reach(ipv4: labels) }
    let isNear =
      labels.count == 1 || ["localhost", "local", "internal", "lan"].contains(last)
      || host.hasSuffix(".home.arpa")
    return isNear ? .near : .everyone
  }

  private static func reach(ipv4 labels: [Substring]) -> Reach {
    let numbers = labels.compactMap { UInt8($0) }
    // Short forms such as `127.1` are written for this machine alone.
    guard numbers.count == 4, labels.count == 4 else { return .near }
    switch (numbers[0], numbers[1], numbers[2]) {
    case (192, 0, 2), (198, 51, 100), (203, 0, 113): return .nobody
    case (0, _, _), (10, _, _), (127, _, _), (169, 254, _), (172, 16...31, _), (192, 168, _),
      (100, 64...127, _), (198, 18...19, _), (224...255, _, _):
      return .near
    default: return .everyone
    }
  }

  private static func reach(ipv6 host: String) -> Reach {
    let address = host.dropFirst()
    if address.hasPrefix("2001:db8:") { return .nobody }
    let isNear =
      address.hasPrefix("::")
      || ["fc", "fd", "fe8", "fe9", "fea", "feb", "ff"].contains { address.hasPrefix($0) }
    return isNear ? .near : .everyone
  }
}
