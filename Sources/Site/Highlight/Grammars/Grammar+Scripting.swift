/// Languages of notebooks, and others in which lines end statements.
extension Grammar {
  static let python = Grammar(
    keywords: """
      and as assert async await break case class continue def del elif else except finally for from
      global if import in is lambda match nonlocal not or pass raise return try while with yield
      """,
    constants: "True False None Ellipsis NotImplemented",
    types: "bool bytes complex dict float frozenset int list object set str tuple type",
    variables: "self cls",
    prefixes: [
      ("f F t T", .format), ("r R rb Rb rB RB br Br bR BR", .raw),
      ("fr Fr fR FR rf Rf rF RF", .rawFormat), ("b B u U", .prefix),
    ],
    regions: [
      .line("#"), .text("\"\"\"", .brace), .text("'''", .brace), .string("\"", .brace),
      .string("'", .brace),
    ], features: [.calls, .capitalTypes, .decorators])

  static let r = Grammar(
    keywords: "break else for function if in next repeat return while",
    constants: """
      TRUE FALSE NULL NA NA_integer_ NA_real_ NA_character_ Inf NaN T F
      """,
    prefixes: [("r R", .raw)],
    regions: [
      .line("#"), .text("\""), .text("'"), Region(opening: "`", closing: "`", role: .plain),
    ], wordBytes: ".", features: [.calls, .delimitedStrings])

  static let ruby = Grammar(
    keywords: """
      alias and attr_accessor attr_reader attr_writer begin break case class def defined? do else elsif
      end ensure extend for if in include module next not or private protected public redo require
      require_relative rescue retry return super then undef unless until when while yield
      """,
    constants: "true false nil", variables: "self",
    regions: [.line("#"), .text("\""), .text("'"), .text("`")],
    features: [.calls, .capitalTypes, .atVariables, .dollarVariables])

  static let lua = Grammar(
    keywords: """
      and break do else elseif end for function goto if in local not or repeat return then until while
      """,
    constants: "true false nil", variables: "self",
    regions: [
      .block("--[[", "]]"), .line("--"), .string("\""), .string("'"),
      Region(opening: "[[", closing: "]]", role: .string, spansLines: true),
    ], features: [.calls])

  static let php = Grammar(
    keywords: """
      abstract and array as break callable case catch class clone const continue declare default do
      echo else elseif empty enum extends final finally fn for foreach function global goto if
      implements include include_once instanceof insteadof interface isset list match namespace new
      or print private protected public readonly require require_once return static switch throw
      trait try unset use var while xor yield
      """,
    constants: "true false null TRUE FALSE NULL",
    types: "bool float int iterable mixed never object string void",
    regions: [
      .line("//"), .line("#"), .block("/*", "*/"), .text("\"", .dollar), .text("'"),
    ], features: [.calls, .capitalTypes, .dollarVariables])

  static let powerShell = Grammar(
    keywords: """
      begin break catch class continue do dynamicparam else elseif end enum exit filter finally for
      foreach function if in param process return switch throw trap try until using while
      """,
    regions: [
      .block("<#", "#>"), .line("#"),
      Region(
        opening: "\"", closing: "\"", role: .string, escape: 0x60, spansLines: true,
        filling: .dollar), .doubled("'"),
    ], wordBytes: "-",
    features: [.foldsCase, .calls, .dollarVariables, .flags])
}
