internal import Course
internal import Markdown

/// What a step has printed, as its card shows it: so much of it as a reader wants to see at once.
struct RecordedOutput {
  /// How many lines are on screen.
  static let shownLines = 16
  /// How many more open behind a disclosure.
  static let openedLines = 200
  /// What is cut off longer lines.
  static let lineLength = 400

  private let lines: [String]
  /// Whether the end matters more than the beginning.
  private let isFailure: Bool

  init(_ text: String, isFailure: Bool) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.utf8.count > Self.lineLength ? String(line.prefix(Self.lineLength)) + "…" : String(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    self.isFailure = isFailure
  }

  func append(to output: inout [UInt8]) {
    guard !lines.isEmpty else { return }
    output.append(html: "<div class=\"output\">\n")
    // A disclosure of a few lines is not worth its own.
    let isWhole = lines.count <= Self.shownLines + 4
    let shown = isWhole ? lines.count : Self.shownLines
    if isFailure {
      appendRest(lines.dropLast(shown), "earlier", to: &output)
      append(lines.suffix(shown), to: &output)
    } else {
      append(lines.prefix(shown), to: &output)
      appendRest(lines.dropFirst(shown), "more", to: &output)
    }
    output.append(html: "</div>\n")
  }

  private func appendRest(
    _ rest: ArraySlice<String>, _ word: String, to output: inout [UInt8]
  ) {
    guard !rest.isEmpty else { return }
    let opened = isFailure ? rest.suffix(Self.openedLines) : rest.prefix(Self.openedLines)
    output.append(html: "<details><summary>\(rest.count) \(word) lines")
    if opened.count < rest.count { output.append(html: ", of which \(opened.count) are kept here") }
    output.append(html: "</summary>\n")
    append(opened, to: &output)
    output.append(html: "</details>\n")
  }

  private func append(_ lines: ArraySlice<String>, to output: inout [UInt8]) {
    ScrollingCode.open("Output", in: &output)
    output.append(html: "<samp>")
    for line in lines { output.append(escaping: line + "\n") }
    output.append(html: "</samp></pre>\n")
  }
}
