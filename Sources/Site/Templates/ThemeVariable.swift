/// A value that templates may use, as `notes theme vars` lists them.
public struct ThemeVariable: Sendable, Equatable {
  public enum Kind: String, Sendable {
    /// Written with two braces, which escape it.
    case text
    /// Finished HTML, written with three braces.
    case html
    /// An address relative to the page, written with two braces.
    case address
    /// True or false, for sections alone.
    case flag
    /// A section with values of its own.
    case group
  }

  /// As templates write it; a point leads into a group.
  public let name: String
  public let kind: Kind
  /// When it has a value, where that is not on all pages: "on pages that have steps".
  public let condition: String?
  public let summary: String

  init(_ name: String, _ kind: Kind, _ summary: String, only condition: String? = nil) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.condition = condition
  }

  /// What stands before the point, or the whole name.
  var group: String { String(name.prefix { $0 != "." }) }

  /// All of them but those below `theme`, whose names the course chooses.
  public static let all: [ThemeVariable] = [
    ThemeVariable("language", .text, "the course's language as BCP 47 has it"),
    ThemeVariable("courseTitle", .text, "the course's title"),
    ThemeVariable("title", .text, "the page's title"),
    ThemeVariable(
      "description", .text, "the page's description", only: "where front matter has one"),
    ThemeVariable("root", .address, "what leads from the page to the site's own folder, as ../"),
    ThemeVariable("home", .address, "the first page"),
    ThemeVariable("stylesheet", .address, "style.css under the name it has in the site"),
    ThemeVariable("script", .address, "notes.js under the name it has in the site"),
    ThemeVariable(
      "print", .address, "the page of the whole course", only: "where no page has its address"),
    ThemeVariable("headings", .address, "the page of all headings"),
    ThemeVariable("search", .address, "search.js under the name it has in the site"),
    ThemeVariable("head", .html, "elements that tell programs of the page: canonical, Open Graph"),
    ThemeVariable("body", .html, "the page's text, with a card for each step"),
    ThemeVariable("contents", .html, "the list of headings", only: "on pages that have several"),
    ThemeVariable("hasContents", .flag, "whether there is a list of headings"),
    ThemeVariable("navigation", .html, "the list of pages, with the current one marked"),
    ThemeVariable("breadcrumb", .html, "the way to the page", only: "on pages in a section"),
    ThemeVariable(
      "run", .html, "what the last recorded run of the page did", only: "where there is a record"),
    ThemeVariable("stepCount", .text, "how many steps the page has", only: "where it has some"),
    ThemeVariable(
      "diagrams", .address, "the script that draws diagrams", only: "on pages with diagrams"),
    ThemeVariable("hasSource", .flag, "whether the page has a last change or an edit address"),
    ThemeVariable(
      "lastChange", .text, "the day of the last change, as 2026-03-01", only: "where it is known"),
    ThemeVariable(
      "editAddress", .address, "where a change of the notes is proposed",
      only: "where notes.yml names a repository"),
    ThemeVariable("previous", .group, "the page before", only: "on all but the first"),
    ThemeVariable("previous.href", .address, "its address"),
    ThemeVariable("previous.title", .text, "its title"),
    ThemeVariable("next", .group, "the page after", only: "on all but the last"),
    ThemeVariable("next.href", .address, "its address"),
    ThemeVariable("next.title", .text, "its title"),
    ThemeVariable("theme", .group, "what notes.yml has under `theme:`, as {{theme.name}}"),
  ]
}
