internal import Course
internal import Site

extension BuildCache.PageEntry {
  init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    // What tells whether the page has changed stands first.
    source = try FileStamp(from: &reader)
    record = try reader.flag() ? FileStamp(from: &reader) : nil
    site = try reader.flag() ? BuildCache.PageFiles(from: &reader) : nil
    pictures = try reader.number()
    page = try SitePage(from: &reader)
  }

  var bytes: [UInt8] {
    var writer = BinaryWriter()
    source.write(to: &writer)
    writer.write(record != nil)
    record?.write(to: &writer)
    writer.write(site != nil)
    site?.write(to: &writer)
    writer.write(pictures)
    page.write(to: &writer)
    return writer.bytes
  }
}

extension BuildCache.PageFiles {
  fileprivate init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    output = try FileStamp(from: &reader)
    twin = try FileStamp(from: &reader)
    surroundings = try reader.number()
    layout = try reader.flag() ? PageLayout(from: &reader) : nil
    dead = try reader.array { reader throws(BinaryReader.Damaged) in
      try Diagnostic(from: &reader)
    }
  }

  fileprivate func write(to writer: inout BinaryWriter) {
    output.write(to: &writer)
    twin.write(to: &writer)
    writer.write(surroundings)
    writer.write(layout != nil)
    layout?.write(to: &writer)
    writer.write(dead) { $1.write(to: &$0) }
  }
}

extension PageLayout {
  fileprivate init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    self.init()
    pieces = try reader.array { reader throws(BinaryReader.Damaged) in
      guard let value = Value(rawValue: try reader.integer()) else { throw BinaryReader.Damaged() }
      let isEscaped = try reader.flag()
      let (start, count) = (try reader.integer(), try reader.integer())
      guard (0..<1 << 40).contains(start), (0..<1 << 40).contains(count) else {
        throw BinaryReader.Damaged()
      }
      return Piece(value: value, isEscaped: isEscaped, range: start..<start + count)
    }
  }

  fileprivate func write(to writer: inout BinaryWriter) {
    writer.write(pieces) { writer, piece in
      writer.write(piece.value.rawValue)
      writer.write(piece.isEscaped)
      writer.write(piece.range.lowerBound)
      writer.write(piece.range.count)
    }
  }
}
