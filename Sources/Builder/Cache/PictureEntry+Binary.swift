internal import Course

extension BuildCache.PictureEntry {
  init(from reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    source = try FileStamp(from: &reader)
    digits = try reader.text()
    switch try reader.integer() {
    case 0: header = nil
    case 1: header = .sizeless
    default: header = .sized(width: try reader.integer(), height: try reader.integer())
    }
  }

  func write(to writer: inout BinaryWriter) {
    source.write(to: &writer)
    writer.write(digits)
    switch header {
    case nil: writer.write(0)
    case .sizeless?: writer.write(1)
    case .sized(let width, let height)?:
      writer.write(2)
      writer.write(width)
      writer.write(height)
    }
  }
}
