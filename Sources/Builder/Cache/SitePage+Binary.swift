internal import Course
internal import Markdown
internal import Site

extension SitePage {
  init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    self.init(
      summary: try PageSummary(from: &reader), links: try PageLinks(from: &reader),
      stepCount: try reader.integer(), taskCount: try reader.integer(),
      run: try reader.flag() ? RunSummary(from: &reader) : nil,
      hasContents: try reader.flag(),
      drawsDiagrams: try reader.flag(),
      images: try reader.array { reader throws(BinaryReader.Damaged) in try reader.text() },
      diagnostics: try reader.array { reader throws(BinaryReader.Damaged) in
        try Diagnostic(from: &reader)
      })
  }

  func write(to writer: inout BinaryWriter) {
    summary.write(to: &writer)
    links.write(to: &writer)
    writer.write(stepCount)
    writer.write(taskCount)
    writer.write(run != nil)
    run?.write(to: &writer)
    writer.write(hasContents)
    writer.write(drawsDiagrams)
    writer.write(images) { $0.write($1) }
    writer.write(diagnostics) { $1.write(to: &$0) }
  }
}

extension RunSummary {
  fileprivate init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    self.init(
      steps: try reader.integer(), verified: try reader.integer(), failed: try reader.integer(),
      changed: try reader.integer(), stale: try reader.integer(), system: try reader.text(),
      day: try reader.text())
  }

  fileprivate func write(to writer: inout BinaryWriter) {
    for count in [steps, verified, failed, changed, stale] { writer.write(count) }
    writer.write(system)
    writer.write(day)
  }
}

extension PageSummary {
  fileprivate init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    self.init(path: try reader.text(), title: try reader.text())
    description = try reader.optionalText()
    order = try reader.optionalInteger()
    date = try reader.optionalText().flatMap { Timestamp($0) }
    updated = try reader.optionalText().flatMap { Timestamp($0) }
    tags = try reader.array { reader throws(BinaryReader.Damaged) in try reader.text() }
    aliases = try reader.array { reader throws(BinaryReader.Damaged) in
      PageAlias(address: try reader.text(), position: try SourcePosition(from: &reader))
    }
    hiding = PageHiding(rawValue: try reader.integer())
    isDraft = try reader.flag()
  }

  fileprivate func write(to writer: inout BinaryWriter) {
    writer.write(path)
    writer.write(title)
    writer.write(description)
    writer.write(order)
    writer.write(date?.text)
    writer.write(updated?.text)
    writer.write(tags) { $0.write($1) }
    writer.write(aliases) { writer, alias in
      writer.write(alias.address)
      alias.position.write(to: &writer)
    }
    writer.write(hiding.rawValue)
    writer.write(isDraft)
  }
}

extension PageLinks {
  fileprivate init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    self.init(
      path: try reader.text(), isDraft: try reader.flag(),
      links: try reader.array { reader throws(BinaryReader.Damaged) in
        PageLink(
          destination: try reader.text(), kind: try reader.flag() ? .image : .link,
          position: try SourcePosition(from: &reader),
          silenced: try reader.array { reader throws(BinaryReader.Damaged) in try reader.text() })
      },
      headings: try reader.array { reader throws(BinaryReader.Damaged) in try reader.text() },
      ids: Set(try reader.array { reader throws(BinaryReader.Damaged) in try reader.text() }))
    ids.formUnion(headings)
  }

  fileprivate func write(to writer: inout BinaryWriter) {
    writer.write(path)
    writer.write(isDraft)
    writer.write(links) { writer, link in
      writer.write(link.destination)
      writer.write(link.kind == .image)
      link.position.write(to: &writer)
      writer.write(link.silenced) { $0.write($1) }
    }
    writer.write(headings) { $0.write($1) }
    writer.write(ids.subtracting(headings).sorted()) { $0.write($1) }
  }
}

extension SourcePosition {
  fileprivate init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    self.init(line: try reader.integer(), column: try reader.integer())
  }

  fileprivate func write(to writer: inout BinaryWriter) {
    writer.write(line)
    writer.write(column)
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
