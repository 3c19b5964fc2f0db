import ArgumentParser

/// `notes theme`
struct ThemeVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "Show what the site's theme is made of, and take files of it over.",
    discussion: """
      A file in the course's folder theme/ takes the place of the one of that name:

        notes theme copy footer.mustache   begin an own footer
        notes theme vars                   see what templates may use
        notes theme diff                   see how own files differ from the defaults
      """,
    subcommands: [ThemeList.self, ThemeVars.self, ThemeShow.self, ThemeCopy.self, ThemeDiff.self],
    defaultSubcommand: ThemeList.self)
}
