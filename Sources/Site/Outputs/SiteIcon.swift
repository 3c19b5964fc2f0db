public import Course
internal import Markdown

/// The site's icons. `icon.svg`: the first letter of the course's title on a colour made from the title.
public enum SiteIcon {
  public static let path = "icon.svg"
  /// Files of the theme, which know no course, for systems that take no SVG: 180 × 180 pixels for
  /// home screens of iOS, and those that the manifest names by their widths.
  static let touchIcon = "apple-touch-icon.png"
  static let sizes = [(192, "icon-192.png"), (512, "icon-512.png")]

  public static func file(settings: CourseSettings) -> SiteFile {
    var svg: [UInt8] = []
    svg.append(html: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">\n")
    svg.append(html: "<rect width=\"64\" height=\"64\" rx=\"14\" fill=\"\(color(settings))\"/>\n")
    svg.append(
      html: "<text x=\"32\" y=\"45\" font-family=\"system-ui, sans-serif\" font-size=\"38\" "
        + "font-weight=\"700\" text-anchor=\"middle\" fill=\"#fff\">")
    svg.append(escaping: initial(of: settings.title))
    svg.append(html: "</text>\n</svg>\n")
    return SiteFile(path: path, bytes: svg)
  }

  /// Dark enough for white letters: each has a contrast of 4.5 or more to white (WCAG 2.2, 1.4.3).
  static let colors = [
    "#1d4ed8", "#6d28d9", "#a21caf", "#be123c", "#b45309", "#15803d", "#0f766e", "#0e7490",
  ]

  /// The colour of the course's icon.
  public static func color(_ settings: CourseSettings) -> String {
    // FNV-1a: the standard library's hash is another in each run.
    let hash = settings.title.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return colors[Int(hash % UInt32(colors.count))]
  }

  /// The first letter or digit in upper case; a sign that every font has where there is none.
  private static func initial(of title: String) -> String {
    title.first { $0.isLetter || $0.isNumber }.map { String($0).uppercased() } ?? "#"
  }
}
