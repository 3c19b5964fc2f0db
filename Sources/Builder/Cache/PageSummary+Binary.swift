internal import Course
internal import Markdown
internal import Site

extension PageSummary {
  init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    self.init(
      path: try reader.text(), title: try reader.text(), description: try reader.optionalText(),
      order: try reader.optionalInteger(), isDraft: try reader.flag(),
      isHidden: try reader.flag(), stepCount: try reader.integer(),
      hasContents: try reader.flag(),
      diagnostics: try reader.array { reader throws(BinaryReader.Damaged) in
        try Diagnostic(from: &reader)
      })
  }

  func write(to writer: inout BinaryWriter) {
    writer.write(path)
    writer.write(title)
    writer.write(description)
    writer.write(order)
    writer.write(isDraft)
    writer.write(isHidden)
    writer.write(stepCount)
    writer.write(hasContents)
    writer.write(diagnostics) { $1.write(to: &$0) }
  }
}

extension Diagnostic {
  init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    let path = try reader.text()
    let position = SourcePosition(line: try reader.integer(), column: try reader.integer())
    guard let severity = Severity(rawValue: try reader.text()) else { throw BinaryReader.Damaged() }
    self.init(
      path: path, position: position, severity: severity, message: try reader.text(),
      rule: try reader.text(), mend: try reader.optionalText(), isFixable: try reader.flag())
    isSilenced = try reader.flag()
  }

  func write(to writer: inout BinaryWriter) {
    writer.write(path)
    writer.write(position.line)
    writer.write(position.column)
    writer.write(severity.rawValue)
    writer.write(message)
    writer.write(rule)
    writer.write(mend)
    writer.write(isFixable)
    writer.write(isSilenced)
  }
}
