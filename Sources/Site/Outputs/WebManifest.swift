public import Course

/// `manifest.webmanifest` (W3C): under which name and icon the site stands on a phone's screen.
public enum WebManifest {
  public static let path = "manifest.webmanifest"

  public static func file(settings: CourseSettings) -> SiteFile {
    var text = "{\n"
    text += "  \"name\": \(string(settings.title)),\n"
    if !settings.description.isEmpty {
      text += "  \"description\": \(string(settings.description)),\n"
    }
    text += "  \"lang\": \(string(settings.language)),\n"
    text += "  \"start_url\": \"index.html\",\n  \"scope\": \"./\",\n"
    text += "  \"display\": \"minimal-ui\",\n"
    text += "  \"theme_color\": \"\(SiteIcon.color(settings))\",\n"
    text += "  \"icons\": [\n"
    text += "    { \"src\": \"\(SiteIcon.path)\", \"sizes\": \"any\", \"type\": \"image/svg+xml\" }"
    for (size, path) in SiteIcon.sizes {
      // Their sign stands within the middle four fifths, and the ground reaches to the edges.
      for purpose in ["any", "maskable"] {
        text += ",\n    { \"src\": \"\(path)\", \"sizes\": \"\(size)x\(size)\", "
        text += "\"type\": \"image/png\", \"purpose\": \"\(purpose)\" }"
      }
    }
    text += "\n  ]\n}\n"
    return SiteFile(path: path, bytes: Array(text.utf8))
  }

  /// A string of JSON (RFC 8259 section 7).
  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20:
        result += scalar.value < 16 ? "\\u000" : "\\u00"
        result += String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
