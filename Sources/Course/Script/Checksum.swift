/// A short fingerprint that tells whether a text was changed by hand; no guard against intent.
public enum Checksum {
  /// The ``StableHash`` of the UTF-8, as 16 hexadecimal digits.
  public static func of(_ text: String) -> String {
    var hash = StableHash()
    hash.add(text)
    return hash.digits
  }
}
