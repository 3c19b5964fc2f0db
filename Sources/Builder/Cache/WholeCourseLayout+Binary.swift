extension WholeCourseWriter.Layout {
  init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    surroundings = try reader.number()
    start = try reader.integer()
    sections = try reader.array { reader throws(BinaryReader.Damaged) in
      let path = try reader.text()
      let size = try reader.integer()
      // Sizes are added up, and a damaged one must not overflow.
      guard (0..<1 << 40).contains(size) else { throw BinaryReader.Damaged() }
      return Section(path: path, size: size)
    }
    guard (0..<1 << 40).contains(start) else { throw BinaryReader.Damaged() }
  }

  func write(to writer: inout BinaryWriter) {
    writer.write(surroundings)
    writer.write(start)
    writer.write(sections) { writer, section in
      writer.write(section.path)
      writer.write(section.size)
    }
  }
}
