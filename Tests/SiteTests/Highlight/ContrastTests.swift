import Foundation
import Site
import Testing

/// The colours of code in the theme: legible on every ground that code stands on.
struct ContrastTests {
  /// Each role's property and the grounds it stands on.
  @Test(arguments: ["light", "dark"])
  func `code is legible on its grounds`(scheme: String) throws {
    let colors = try colors(scheme)
    let own = try #require(colors["--raised"])
    for role in ["keyword", "string", "value", "function", "name", "comment"] {
      let color = try #require(colors["--code-\(role)"])
      #expect(color.contrast(to: own) >= 7, "\(role), \(scheme): \(color.contrast(to: own))")
      // Samples stand on the page's ground, lines for a file on the one of lines that come.
      for ground in ["--canvas", "--good-tint"] {
        let contrast = color.contrast(to: try #require(colors[ground]))
        #expect(contrast >= 4.5, "\(role) on \(ground), \(scheme): \(contrast)")
      }
    }
    for (role, ground) in [("--good", "--good-tint"), ("--bad", "--bad-tint")] {
      let contrast = try #require(colors[role]).contrast(to: try #require(colors[ground]))
      #expect(contrast >= 4.5, "\(role), \(scheme): \(contrast)")
    }
  }

  @Test func `every role has a rule`() throws {
    let css = String(decoding: try #require(Theme.builtIn["style.css"]), as: UTF8.self)
    let layer = try #require(css.ranges(of: "@layer code {").first)
    let rules = css[layer.upperBound...].prefix(
      upTo: css.range(of: "@layer steps {")?.lowerBound ?? css.endIndex)
    for role in CodeRole.allCases where role != .plain {
      let letter = Character(UnicodeScalar(role.rawValue))
      #expect(
        rules.contains("    .\(letter) {") || rules.contains("    .\(letter), ")
          || rules.contains(", .\(letter) {"), "\(letter)")
    }
  }

  /// The properties of the theme that are colours.
  private func colors(_ scheme: String) throws -> [String: Color] {
    let css = String(decoding: try #require(Theme.builtIn["style.css"]), as: UTF8.self)
      .replacing("var(--hue)", with: "258")
    let pattern = /(--[a-z-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)/
    return Dictionary(
      uniqueKeysWithValues: css.matches(of: pattern).map { match in
        (String(match.1), Color(oklch: scheme == "light" ? match.2 : match.3))
      })
  }
}

/// A colour's relative luminance.
private struct Color {
  let luminance: Double

  /// - Parameter text: lightness in percent, chroma and hue in degrees, as CSS Color 4 has them.
  init(oklch text: Substring) {
    let numbers = text.split(separator: " ").map { Double($0.filter { $0 != "%" }) ?? .nan }
    let (lightness, chroma, hue) = (numbers[0] / 100, numbers[1], numbers[2] * .pi / 180)
    let (a, b) = (chroma * cos(hue), chroma * sin(hue))
    // From Oklab to linear sRGB (Ottosson 2020).
    let l = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
    let m = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
    let s = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
    let red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
    let green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
    let blue = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    func clamp(_ part: Double) -> Double { min(max(part, 0), 1) }
    luminance = 0.2126 * clamp(red) + 0.7152 * clamp(green) + 0.0722 * clamp(blue)
  }

  /// WCAG 2.2: from 1 to 21.
  func contrast(to other: Color) -> Double {
    (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
  }
}
