public import Markdown

/// What `notes.yml` says of the course; nothing is required.
public struct CourseSettings: Sendable, Equatable {
  public var title = "Course notes"
  public var description = ""
  /// Where the site will stand, with a slash at its end: `https://example.org/course/`.
  public var baseURL: String?
  /// A BCP 47 tag, for `<html lang>`.
  public var language = "en"
  /// Where the notes are kept, for links by which readers propose changes.
  public var repository: Repository?
  /// The order of pages where it is not that of their names; what it does not name follows behind.
  public var navigation: [NavigationEntry] = []
  /// What templates may use, by name.
  public var theme: [String: ThemeValue] = [:]
  /// Values for the placeholders of steps on all pages, by name; those of a page's own go first.
  public var values: [String: String] = [:]
  public var rawHTML = RawHTML.allow
  /// Whether quotes, dashes and ellipses become those of print.
  public var isSmart = false
  /// How much a link that leads nowhere matters: an error or a warning.
  public var linkSeverity = Diagnostic.Severity.error
  /// How links to other sites are asked for.
  public var external = ExternalSettings()
  /// Names of variables whose values are shown nowhere.
  public var secrets: [String] = []
  /// What runs blocks of languages other than the shell's, by the language.
  public var runners: [String: LanguageRunner] = [:]

  /// How old the record of a page may be; `nil` for any age.
  public var maximumAge: Duration?

  /// The file's path in the course.
  public static let path = "notes.yml"

  public init() {}

  /// Reads the file; keys it does not know are told with the nearest that it does.
  public init(path: String, text: String, diagnostics: inout [Diagnostic]) {
    var reader = SettingsReader(path: path)
    self = reader.settings(text)
    diagnostics += reader.diagnostics
  }
}
