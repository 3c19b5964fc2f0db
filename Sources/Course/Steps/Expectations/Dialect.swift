/// How a family of tools writes what commands print: the parameters of the one reader and the one
/// comparer.
///
/// Each value is a tool's own rules, faults and all, so that its documents mean here what they mean
/// there. Sources: cram 0.7 (`_test.py`, `_diff.py`), scrut (`line_parser.rs`, `rules/`, `diff.rs`),
/// mdx 2.5 (`lexer_cram.mll`, `output.ml`).
public struct Dialect: Sendable, Equatable {
  public enum Name: String, Sendable, CaseIterable { case notes, cram, scrut, mdx }

  /// Which parts of a document are tests.
  public enum Blocks: Sendable, Equatable {
    /// The steps of a page.
    case steps
    /// Lines that begin with this many blanks; text between them ends the output or, as in cram,
    /// only breaks it.
    case indented(Int, endsAtText: Bool)
    /// Fenced blocks in one of these languages; whether one without any language is an error.
    case fenced([String], needsLanguage: Bool)
  }

  /// How a command goes on.
  public enum Continuation: Sendable, Equatable {
    /// On the lines that begin with `> `.
    case prompt
    /// So, where the line before ends with a backslash, which is no part of the command.
    case backslash
  }

  /// How `[2]` tells an exit status.
  public enum StatusMark: Sendable, Equatable {
    /// The last line of a transcript.
    case lastLine
    /// A line that counts as printed, after all others.
    case printed
    /// Any line, once; it is compared before the output.
    case anyLine
    /// The line that ends what is printed.
    case end
  }

  /// Which way of several is taken where a line can be repeated.
  public enum Repetition: Sendable, Equatable {
    /// Any that fits.
    case anyWay
    /// As often as it matches, until the next line matches too.
    case untilNext
  }

  /// How a regular expression is held at a line's ends.
  public enum Anchoring: Sendable, Equatable {
    /// The whole of it matches the whole line.
    case whole
    /// The line's indentation is put before it and `\Z` after it: of `a|b` only `a` can match, and
    /// need not end the line.
    case end(indent: String)
    /// It stands between `^` and `$`: of `a|b` only `a` has to begin the line, only `b` to end it.
    case loose
  }

  public enum Stream: String, Sendable { case combined, stdout, stderr }

  /// What blanks mean.
  public enum Blanks: Sendable, Equatable {
    /// At the end of lines nothing, and nor do blank lines at the end of all.
    case trimmed
    /// At the end of printed lines nothing; they must not be written.
    case trimmedOutput
    case kept
  }

  /// What becomes of a shell from one command to the next.
  public enum Session: Sendable, Equatable {
    case shared
    /// Each command has a shell of its own, `sh -c`.
    case fresh
  }

  public var name: Name
  public var blocks: Blocks
  public var continuation = Continuation.prompt
  /// Whether a block may hold more than one command.
  public var hasManyCommands = true
  public var session = Session.shared
  public var status: StatusMark
  /// The suffixes by which a line tells how it is meant.
  var suffixes = LineSuffix.kinds
  public var hasQuantifiers = true
  public var repetition = Repetition.anyWay
  public var anchoring = Anchoring.whole
  /// Whether stray braces and brackets of a regular expression stand for themselves.
  public var forgivesExpressions = false
  /// Whether `\*` in a glob is an asterisk.
  public var globHasEscapes = true
  /// The letters that stand for control characters after a backslash.
  public var escapes: String
  /// Whether a line with a suffix may also be meant as it stands.
  public var suffixMayBeText = false
  /// Whether a line `...` stands for any lines.
  public var hasEllipsisLines = false
  /// Whether `...` at a line's end stands for the rest of it.
  public var hasEllipsisEnds = false
  /// Whether `[..]` stands for any text in a line.
  public var hasInlineGaps = false
  /// Whether lines are compared as cram writes them: control characters and all beyond ASCII as
  /// escapes with ` (esc)`, an end without line feed as ` (no-eol)`.
  public var comparesWritten = false
  /// Whether a plain line asks for the line feed at its end.
  public var asksForFeed = false
  public var stream: Stream
  public var blanks = Blanks.kept
  public var keepsCarriageReturns = false
  /// The exit status by which a command says that the document is not for this machine.
  public var skipStatus: Int?

  public static let notes = Dialect(
    name: .notes, blocks: .steps, status: .lastLine, escapes: #"abtnvfre\"#, hasEllipsisLines: true,
    hasInlineGaps: true, stream: .combined, blanks: .trimmed)

  public static let cram = Dialect(
    name: .cram, blocks: .indented(2, endsAtText: false), status: .printed,
    suffixes: ["re": .expression, "glob": .glob, "esc": .escaped], hasQuantifiers: false,
    anchoring: .end(indent: "  "), forgivesExpressions: true, escapes: #"abtnvfr\'""#,
    suffixMayBeText: true,
    comparesWritten: true, stream: .combined, keepsCarriageReturns: true, skipStatus: 80)

  public static let scrut = Dialect(
    name: .scrut, blocks: .fenced(["scrut"], needsLanguage: true), hasManyCommands: false,
    status: .anyLine, repetition: .untilNext, anchoring: .loose, forgivesExpressions: true,
    globHasEscapes: false, escapes: #"abefrtv\"#, asksForFeed: true, stream: .stdout,
    skipStatus: 80)

  public static let mdx = Dialect(
    name: .mdx, blocks: .fenced(["sh", "bash"], needsLanguage: false), continuation: .backslash,
    session: .fresh, status: .end, suffixes: [:], hasQuantifiers: false, escapes: "",
    hasEllipsisLines: true, hasEllipsisEnds: true, stream: .combined, blanks: .trimmedOutput)
}

extension Dialect {
  /// - Parameter path: that of the document; one that ends in `.t` is indented as cram's are.
  public init(_ name: Name, for path: String) {
    let isIndented = path.hasSuffix(".t")
    switch name {
    case .notes: self = .notes
    case .cram: self = .cram
    case .scrut:
      self = .scrut
      guard isIndented else { return }
      blocks = .indented(2, endsAtText: true)
      (hasManyCommands, globHasEscapes, stream, keepsCarriageReturns) = (
        true, true, .combined, true
      )
    case .mdx:
      self = .mdx
      if isIndented { blocks = .indented(2, endsAtText: true) }
    }
  }
}
