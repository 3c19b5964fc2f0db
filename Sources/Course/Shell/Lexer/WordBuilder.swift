/// A word, or a quoted or bracketed stretch of one, while it is being read.
///
/// Two things run along: the literal text that has not yet become a part, which ends with the source
/// from ``runStart`` to the position, and the stretch of source that has not yet become a
/// highlighted token.
struct WordBuilder {
  /// The role of the plain stretches.
  var kind: ShellToken.Kind
  let quoting: WordPart.Quoting
  var parts: [WordPart] = []
  /// The tokens of the plain stretches.
  var pieces = WordPieces()
  /// The literal text before ``runStart``; most texts are one run.
  var literal: [UInt8] = []
  var literalStart: Int
  var runStart: Int
  var pieceStart: Int

  init(_ kind: ShellToken.Kind, _ quoting: WordPart.Quoting = .bare, at start: Int) {
    self.kind = kind
    self.quoting = quoting
    literalStart = start
    runStart = start
    pieceStart = start
  }

  /// The parts that are not literal text.
  var expansions: [WordPart] {
    parts.filter { if case .literal = $0.kind { false } else { true } }
  }
}

extension ShellLexer {
  /// Takes bytes as literal text: the run grows with the position.
  func take(_ count: Int = 1, into builder: inout WordBuilder) {
    position = min(position + count, limit)
  }

  /// Takes a byte and those after it that never mean anything to the shell.
  func takeRun(into builder: inout WordBuilder) {
    take(into: &builder)
    skip(while: ShellByte.isPlain)
  }

  /// Passes over bytes that are no part of the literal text they stand in.
  func skip(_ count: Int, in builder: inout WordBuilder) {
    builder.literal += bytes[builder.runStart..<position]
    position = min(position + count, limit)
    builder.runStart = position
  }

  /// Ends the literal text and the plain stretch at the position.
  func flush(_ builder: inout WordBuilder) {
    flushLiteral(&builder)
    if position > builder.pieceStart {
      builder.pieces.append(mark(builder.kind, from: builder.pieceStart))
    }
    resume(&builder)
  }

  /// Ends the literal text at the position, and makes it a part unless it is empty.
  func flushLiteral(_ builder: inout WordBuilder) {
    if builder.literal.isEmpty, builder.runStart == position { return }
    addLiteral(&builder)
  }

  /// Makes the literal text a part, even if it is empty.
  func addLiteral(_ builder: inout WordBuilder) {
    let source = text(builder.literalStart..<position)
    let run = bytes[builder.runStart..<position]
    let literal = String(
      decoding: builder.literal.isEmpty ? run : builder.literal + run, as: UTF8.self)
    builder.parts.append(
      WordPart(source: source, quoting: builder.quoting, kind: .literal(literal)))
    builder.literal = []
    builder.literalStart = position
    builder.runStart = position
  }

  /// Goes on with plain text at the position, after something else was read.
  func resume(_ builder: inout WordBuilder) {
    builder.literalStart = position
    builder.runStart = position
    builder.pieceStart = position
  }

  /// Adds an expansion that reaches from an offset to the position, and goes on after it.
  func add(_ kind: WordPart.Kind, from start: Int, to builder: inout WordBuilder) {
    builder.parts.append(
      WordPart(source: text(start..<position), quoting: builder.quoting, kind: kind))
    resume(&builder)
  }
}
