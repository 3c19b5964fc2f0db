internal import Course
internal import Mustache

/// The templates, style and script that make pages of notes.
///
/// The theme of the repository is part of the program; a course replaces any file of it by one of the
/// same name in its own folder `theme`.
public struct Theme: Sendable {
  /// Style, script and other files that are copied as they are, by name.
  public let assets: [String: [UInt8]]
  /// The same for a theme of the same files.
  public let hash: UInt64
  private let library: MustacheLibrary

  /// The files of the built-in theme, by name.
  public static let builtIn: [String: [UInt8]] = [
    "page.mustache": PackageResources.page_mustache,
    "head.mustache": PackageResources.head_mustache,
    "head-extra.mustache": PackageResources.head_extra_mustache,
    "header.mustache": PackageResources.header_mustache,
    "sidebar.mustache": PackageResources.sidebar_mustache,
    "breadcrumb.mustache": PackageResources.breadcrumb_mustache,
    "contents.mustache": PackageResources.contents_mustache,
    "source.mustache": PackageResources.source_mustache,
    "pager.mustache": PackageResources.pager_mustache,
    "print.mustache": PackageResources.print_mustache,
    "footer.mustache": PackageResources.footer_mustache,
    "style.css": PackageResources.style_css,
    "notes.js": PackageResources.notes_js,
    "search.js": PackageResources.search_js,
    "apple-touch-icon.png": PackageResources.apple_touch_icon_png,
    "icon-192.png": PackageResources.icon_192_png,
    "icon-512.png": PackageResources.icon_512_png,
  ]

  /// - Parameter overrides: the files of the course's own theme, by name.
  /// - Throws: ``ThemeError`` for the first template that is not Mustache.
  public init(overrides: [String: [UInt8]] = [:]) throws(ThemeError) {
    var templates: [String: MustacheTemplate] = [:]
    var assets: [String: [UInt8]] = [:]
    var partials: [String: [String]] = [:]
    for (name, bytes) in Self.builtIn.merging(overrides, uniquingKeysWith: { _, own in own }) {
      guard let template = Self.templateName(ofFile: name) else {
        assets[name] = bytes
        continue
      }
      do {
        partials[template] = TemplateTag.all(in: bytes).filter { $0.kind == .partial }.map(\.name)
        templates[template] = try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
      } catch {
        throw ThemeError(file: name, error)
      }
    }
    for name in templates.keys.sorted() {
      try Self.refuseCycle(from: name, partials, path: [name])
    }
    var hash = StableHash()
    for (name, bytes) in overrides.sorted(by: { $0.key < $1.key }) {
      hash.combine(name)
      hash.combine(bytes)
    }
    self.hash = hash.value
    self.assets = assets
    library = MustacheLibrary(templates: templates)
  }

  /// A template that leads back to itself would be filled in for ever.
  private static func refuseCycle(
    from name: String, _ partials: [String: [String]], path: [String]
  ) throws(ThemeError) {
    for next in partials[name] ?? [] {
      if path.contains(next) {
        throw ThemeError(
          file: "\(name).mustache", line: 1, column: 1,
          message:
            "the partial '\(next)' leads back to itself: \((path + [next]).joined(separator: " > "))"
        )
      }
      try refuseCycle(from: next, partials, path: path + [next])
    }
  }

  /// What templates call a file by: `pager` for `pager.mustache`; `nil` for what is no template.
  static func templateName(ofFile name: String) -> String? {
    name.hasSuffix(".mustache") ? String(name.dropLast(".mustache".count)) : nil
  }

  /// A page's HTML.
  ///
  /// - Parameters:
  ///   - values: what the template may use; a dictionary, since structures go through reflection and
  ///     take twice the time.
  ///   - template: its file's name without `.mustache`, one of the built-in theme's.
  func page(_ values: [String: Any], template: String = "page") -> String {
    guard let html = library.render(values, withTemplate: template) else {
      preconditionFailure("the built-in theme has the template '\(template)'")
    }
    return html
  }
}

/// A template of a course's theme that cannot be read.
public struct ThemeError: Error, Equatable {
  /// The file's name in the theme.
  public var file: String
  /// 1-based.
  public var line: Int
  /// 1-based, in characters.
  public var column: Int
  public var message: String

  init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  init(file: String, _ error: any Error) {
    self.file = file
    let context = (error as? MustacheTemplate.ParserError)?.context
    line = context?.lineNumber ?? 1
    column = context?.columnNumber ?? 1
    let cause = (error as? MustacheTemplate.ParserError)?.error ?? error
    message =
      switch cause as? MustacheTemplate.Error {
      case .sectionCloseNameIncorrect?:
        "a section is closed by another name than it was opened with"
      case .unfinishedName?: "a tag is not closed by `}}`"
      case .expectedSectionEnd?: "a section is never closed"
      default: "not Mustache: \(cause)"
      }
  }
}
