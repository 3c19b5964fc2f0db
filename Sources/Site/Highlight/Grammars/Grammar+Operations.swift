/// What machines and services are set up with.
extension Grammar {
  static let hcl = Grammar(
    keywords: "for if in else endif endfor", constants: "true false null",
    types: "any bool list map number object set string tuple",
    variables: "var local data module each count path self terraform",
    regions: [
      .line("#"), .line("//"), .block("/*", "*/"), .string("\"", .dollarBrace),
    ], wordBytes: "-", keys: (before: "{,\n", after: "="),
    features: [.calls, .keys, .blockNames, .hereDocuments])

  static let docker = Grammar(
    keywords: """
      add arg cmd copy entrypoint env expose from healthcheck label maintainer onbuild run shell
      stopsignal user volume workdir
      """,
    operators: "as",
    regions: [
      .line("#", needsBlank: true), .text("\"", .dollar), .raw("'"),
      Region(opening: "${", closing: "}", role: .variable),
    ], wordBytes: "-./:",
    features: [.foldsCase, .dollarVariables, .flags, .hereDocuments, .wordsStandFirst])

  static let nginx = Grammar(
    constants: "on off",
    regions: [
      .line("#", needsBlank: true), .text("\"", .dollar), .text("'", .dollar),
      Region(opening: "${", closing: "}", role: .variable),
    ], wordBytes: "-./:*", numberBytes: ":/", features: [.firstWords, .dollarVariables])
}

extension SettingsLexer.Format {
  static let ini = SettingsLexer.Format(
    comments: [0x23, 0x3B], laterComments: [0x23, 0x3B], separators: [0x3D, 0x3A])

  static let properties = SettingsLexer.Format(
    comments: [0x23, 0x21], laterComments: [], separators: [0x3D, 0x3A])

  static let environment = SettingsLexer.Format(
    keywords: WordTable([("export", .role(.keyword))], foldsCase: false))

  static let make = SettingsLexer.Format(
    separators: [0x3D, 0x3A],
    keywords: WordTable(
      [
        (
          """
          define else endef endif export ifdef ifeq ifndef ifneq include -include sinclude override
          private undefine unexport vpath
          """, .role(.keyword)
        )
      ], foldsCase: false), hasRules: true)
}
