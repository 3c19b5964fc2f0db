internal import Course
internal import Machine
internal import Site

/// What an earlier build knew, by which the next one leaves alone what has not changed.
///
/// It is no part of the site and can be lost at any time: then everything is made anew, and files whose
/// bytes are the same stay untouched all the same.
struct BuildCache: Equatable {
  /// A number for all that every page depends on: program, settings, theme, the names of all files.
  var ground: UInt64 = 0
  /// ``CourseLinks/ground``
  var links: UInt64 = 0
  /// By path in the course.
  var pages: [String: PageEntry] = [:]
  /// The files of the site that are not a page's, by path in the site.
  var files: [String: FileEntry] = [:]
  /// By path in the course's folder `content`.
  var pictures: [String: PictureEntry] = [:]

  /// The page of the whole course.
  var whole: WholeEntry?

  /// The files of search.
  var search: SearchLayout?

  struct WholeEntry: Equatable {
    /// As it was written.
    var output: FileStamp
    var layout: WholeCourseWriter.Layout
  }

  struct PageEntry: Equatable {
    /// The notes, as they were.
    var source: FileStamp
    /// The page's file in the site, as it was written.
    var output: FileStamp
    /// The notes' copy in the site.
    var twin: FileStamp
    /// ``Surroundings``
    var surroundings: UInt64
    /// ``PictureFiles/hash(of:)`` of the page's pictures.
    var pictures: UInt64
    /// The record of its last run, as it was read; `nil` without one.
    var record: FileStamp?
    var page: SitePage
    /// Its links that lead nowhere.
    var dead: [Diagnostic]
  }

  struct FileEntry: Equatable {
    /// The file it is a copy of.
    var source: FileStamp
    var output: FileStamp
  }

  struct PictureEntry: Equatable {
    /// The file, as it was read.
    var source: FileStamp
    /// The hash of its content in its name in the site.
    var digits: String
    /// `nil` for a file that is no picture.
    var header: ImageHeader?
  }

  /// The layout of the file; another one is not read.
  private static let layout = "notes.build/5"

  /// What a file holds; an empty cache where it is missing, damaged or of another layout.
  init(reading path: String) {
    guard let bytes = try? System.contents(of: path), let cache = try? Self(bytes) else { return }
    self = cache
  }

  init() {}

  private init(_ bytes: [UInt8]) throws(BinaryReader.Damaged) {
    var reader = BinaryReader(bytes)
    guard try reader.text() == Self.layout else { throw BinaryReader.Damaged() }
    ground = try reader.number()
    links = try reader.number()
    let pages = try reader.array { reader throws(BinaryReader.Damaged) in
      let source = try FileStamp(from: &reader)
      let output = try FileStamp(from: &reader)
      let twin = try FileStamp(from: &reader)
      let surroundings = try reader.number()
      let pictures = try reader.number()
      let record = try reader.flag() ? FileStamp(from: &reader) : nil
      let page = try SitePage(from: &reader)
      return PageEntry(
        source: source, output: output, twin: twin, surroundings: surroundings, pictures: pictures,
        record: record, page: page,
        dead: try reader.array { reader throws(BinaryReader.Damaged) in
          try Diagnostic(from: &reader)
        })
    }
    let files = try reader.array { reader throws(BinaryReader.Damaged) in
      let path = try reader.text()
      let source = try FileStamp(from: &reader)
      return (path, FileEntry(source: source, output: try FileStamp(from: &reader)))
    }
    let pictures = try reader.array { reader throws(BinaryReader.Damaged) in
      let path = try reader.text()
      return (path, try PictureEntry(from: &reader))
    }
    if try reader.flag() {
      let output = try FileStamp(from: &reader)
      whole = WholeEntry(output: output, layout: try WholeCourseWriter.Layout(from: &reader))
    }
    search = try reader.flag() ? SearchLayout(from: &reader) : nil
    guard reader.isAtEnd else { throw BinaryReader.Damaged() }
    self.pages = Dictionary(pages.map { ($0.page.path, $0) }, uniquingKeysWith: { $1 })
    self.files = Dictionary(files, uniquingKeysWith: { $1 })
    self.pictures = Dictionary(pictures, uniquingKeysWith: { $1 })
  }

  var bytes: [UInt8] {
    var writer = BinaryWriter()
    writer.write(Self.layout)
    writer.write(ground)
    writer.write(links)
    writer.write(pages.values.sorted { $0.page.path < $1.page.path }) { writer, page in
      page.source.write(to: &writer)
      page.output.write(to: &writer)
      page.twin.write(to: &writer)
      writer.write(page.surroundings)
      writer.write(page.pictures)
      writer.write(page.record != nil)
      page.record?.write(to: &writer)
      page.page.write(to: &writer)
      writer.write(page.dead) { $1.write(to: &$0) }
    }
    writer.write(files.sorted { $0.key < $1.key }) { writer, file in
      writer.write(file.key)
      file.value.source.write(to: &writer)
      file.value.output.write(to: &writer)
    }
    writer.write(pictures.sorted { $0.key < $1.key }) { writer, picture in
      writer.write(picture.key)
      picture.value.write(to: &writer)
    }
    writer.write(whole != nil)
    if let whole {
      whole.output.write(to: &writer)
      whole.layout.write(to: &writer)
    }
    writer.write(search != nil)
    search?.write(to: &writer)
    return writer.bytes
  }
}
