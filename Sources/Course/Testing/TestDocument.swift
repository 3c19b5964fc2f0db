internal import Markdown

/// A document whose commands are run and compared with what it says that they print.
public struct TestDocument: Sendable {
  public let dialect: Dialect
  public let source: SourceFile
  /// The page, where its steps are the tests.
  public let page: Page?
  /// In the order of the document.
  public internal(set) var cases: [TestCase] = []
  /// What makes it no document of its dialect.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// Documents that are read as if they stood before or after this one, by paths from its folder.
  public internal(set) var prepended: [String] = []
  public internal(set) var appended: [String] = []
  /// How long all of it may take.
  public internal(set) var limit: Duration?

  public var path: String { source.path }

  /// Reads a document. Every sequence of bytes gives one.
  ///
  /// - Parameter runners: what runs blocks of other languages in a page, by the language.
  public init(
    path: String, bytes: [UInt8], dialect: Dialect, runners: [String: LanguageRunner] = [:]
  ) {
    self.dialect = dialect
    let page =
      dialect.blocks == .steps ? Page(path: path, bytes: bytes, runners: runners) : nil
    self.page = page
    source = page?.source ?? SourceFile(path: path, bytes: bytes)
    var reader = TestLineReader(dialect)
    switch dialect.blocks {
    case .steps:
      diagnostics = page?.diagnostics ?? []
      cases = page.map(Self.cases) ?? []
      return
    case .indented(let width, let endsAtText):
      readIndented(width, endsAtText, &reader)
    case .fenced(let languages, let needsLanguage):
      readFenced(languages, needsLanguage, &reader)
    }
    cases = reader.cases
    for (position, fault) in reader.faults { tell(fault, at: position) }
    diagnostics = diagnostics.inOrder
  }

  var lines: [Substring] { source.text.split(separator: "\n", omittingEmptySubsequences: false) }

  mutating func tell(_ fault: TestFault, at position: SourcePosition) {
    diagnostics.append(
      Diagnostic(
        path: path, position: source.filePosition(position), severity: .error,
        message: fault.message, rule: "test-document"))
  }

  private mutating func readIndented(
    _ width: Int, _ endsAtText: Bool, _ reader: inout TestLineReader
  ) {
    let indent = String(repeating: " ", count: width)
    var options = TestOptions(dialect)
    var isInside = false
    for (index, line) in lines.enumerated() {
      guard line.hasPrefix(indent) else {
        if dialect.name == .mdx, line.hasPrefix("<-- non-deterministic") {
          let choice = line.dropFirst("<-- non-deterministic".count).filter { $0 != " " }
          try? options.read(labels: "non-deterministic=\(choice)")
          continue
        }
        if endsAtText { isInside = isInside && dialect.name == .scrut && line.hasPrefix("#") }
        reader.breakOutput()
        continue
      }
      if !isInside {
        // In cram there is only one block.
        if endsAtText || index == 0 || reader.cases.isEmpty { reader.begin(options, fence: nil) }
        options = TestOptions(dialect)
        isInside = true
      }
      if !endsAtText { isInside = true }
      reader.read(
        TestLine(
          text: String(line.dropFirst(width)),
          start: SourcePosition(line: index + 1, column: width + 1), prefix: indent))
    }
  }

  private mutating func readFenced(
    _ languages: [String], _ needsLanguage: Bool, _ reader: inout TestLineReader
  ) {
    let lines = lines
    var defaults = TestOptions(dialect)
    let firstLine = dialect.name == .scrut ? readFrontMatter(&defaults) : 1
    let text = lines.dropFirst(firstLine - 1).joined(separator: "\n")
    let document = Document(parsing: text, firstLine: firstLine)
    var environment: [StepSettings.Variable] = []
    for block in document.codeBlocks {
      guard case .fenced(let isClosed) = block.code.form else { continue }
      let language = block.code.info.prefix { $0 != " " && $0 != "{" && $0 != "\t" }
      if language.isEmpty, needsLanguage {
        tell(
          TestFault("a block without a language: write `scrut`, or another language for text"),
          at: block.range.start)
      }
      var options = defaults
      let above = block.range.start.line >= 2 ? lines[block.range.start.line - 2] : ""
      let labels = dialect.name == .mdx ? Self.labels(block.code, above: above) : ""
      guard languages.contains(String(language)) || labels.split(separator: ",").contains("cram")
      else { continue }
      do throws(TestFault) {
        if dialect.name == .mdx {
          try options.read(labels: labels)
          // What a block sets stays for those below.
          environment += options.environment
          options.environment = environment
        } else {
          try options.read(yaml: block.code.info.dropFirst(language.count).trimmed)
        }
      } catch { tell(error, at: block.range.start) }
      let fence = FencePlace(
        opening: block.range.start.line, closing: isClosed ? block.range.end.line : nil)
      reader.begin(options, fence: fence)
      for line in testLines(block.code, lines) { reader.read(line) }
    }
  }

  /// The lines of a block; those of mdx without the blanks before the first one, and without blank
  /// lines above it.
  private func testLines(_ code: CodeBlock, _ lines: [Substring]) -> [TestLine] {
    let texts = code.literal.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    var result = zip(texts, code.lineStarts).map { text, start in
      TestLine(
        text: String(Substring(text)), start: start,
        prefix: Self.prefix(of: lines[start.line - 1], upTo: start.column))
    }
    guard dialect.name == .mdx else { return result }
    result = Array(result.drop { $0.text.isEmpty })
    let padding = (result.first?.text.prefix { $0 == " " } ?? "").count
    return result.map { line in
      TestLine(
        text: String(line.text.dropFirst(padding)),
        start: SourcePosition(line: line.start.line, column: line.start.column + padding),
        prefix: line.prefix + String(repeating: " ", count: padding))
    }
  }

  /// What stands before a line of code, without the marks of list items, which stand there once.
  static func prefix(of line: Substring, upTo column: Int) -> String {
    let bytes = line.utf8.prefix(column - 1).map { byte in
      byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") ? byte : 0x20
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func labels(_ code: CodeBlock, above: Substring) -> Substring {
    let line = String(above).trimmed
    if line.hasPrefix("<!--"), line.hasSuffix("-->"), let mark = line.firstRange(ofASCII: "$MDX") {
      return line[mark.upperBound...].dropLast(3).filter { $0 != " " }[...]
    }
    return code.info.drop { $0 != " " }.filter { $0 != " " }[...]
  }
}

extension Document {
  /// All code blocks, those in lists and quotes too, in the order of the text.
  var codeBlocks: [(code: CodeBlock, range: SourceRange)] { Self.codeBlocks(blocks) }

  private static func codeBlocks(_ blocks: [Block]) -> [(code: CodeBlock, range: SourceRange)] {
    blocks.flatMap { block -> [(code: CodeBlock, range: SourceRange)] in
      if case .codeBlock(let code) = block.content { return [(code, block.range)] }
      return codeBlocks(block.children)
    }
  }
}

extension TestDocument {
  /// Takes the cases of another document in, which are run as if they stood in this one.
  public mutating func join(_ other: TestDocument, isBefore: Bool) {
    cases = isBefore ? other.cases + cases : cases + other.cases
    diagnostics += other.diagnostics
  }
}
