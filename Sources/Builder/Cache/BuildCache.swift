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

  /// The first page that was made for the course, as it has none of its own.
  var made: SitePage?

  struct PageEntry: Equatable {
    /// The notes, as they were.
    var source: FileStamp
    /// The record of its last run, as it was read; `nil` without one.
    var record: FileStamp?
    /// `nil` for a draft that is not shown.
    var site: PageFiles?
    /// ``PictureFiles/hash(of:)`` of the page's pictures.
    var pictures: UInt64
    var page: SitePage
  }

  /// What a page has in the site.
  struct PageFiles: Equatable {
    /// The page's file, as it was written.
    var output: FileStamp
    /// The notes' copy.
    var twin: FileStamp
    /// ``Surroundings``
    var surroundings: UInt64
    var layout: PageLayout?
    /// The page's links that lead nowhere.
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
  private static let layout = "notes.build/6"

  /// What a file holds; an empty cache where it is missing, damaged or of another layout.
  init(reading path: String) {
    guard let standing = StandingCache(reading: path), let cache = try? Self(standing) else {
      return
    }
    self = cache
  }

  init() {}

  private init(_ standing: StandingCache) throws(BinaryReader.Damaged) {
    self = standing.course
    pages.reserveCapacity(standing.count)
    for number in 0..<standing.count {
      let page = try standing.page(number)
      pages[page.page.path] = page
    }
  }

  /// Reads all but the pages.
  init(course reader: inout BinaryReader) throws(BinaryReader.Damaged) {
    guard try reader.text() == Self.layout else { throw BinaryReader.Damaged() }
    ground = try reader.number()
    links = try reader.number()
    let files = try reader.array { reader throws(BinaryReader.Damaged) in
      let path = try reader.text()
      let source = try FileStamp(from: &reader)
      return (path, FileEntry(source: source, output: try FileStamp(from: &reader)))
    }
    let pictures = try reader.array { reader throws(BinaryReader.Damaged) in
      let path = try reader.text()
      return (path, try PictureEntry(from: &reader))
    }
    self.files = Dictionary(files, uniquingKeysWith: { $1 })
    self.pictures = Dictionary(pictures, uniquingKeysWith: { $1 })
    if try reader.flag() {
      let output = try FileStamp(from: &reader)
      whole = WholeEntry(output: output, layout: try WholeCourseWriter.Layout(from: &reader))
    }
    search = try reader.flag() ? SearchLayout(from: &reader) : nil
    made = try reader.flag() ? SitePage(from: &reader) : nil
  }

  /// Writes all but the pages.
  func write(courseTo writer: inout BinaryWriter) {
    writer.write(Self.layout)
    writer.write(ground)
    writer.write(links)
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
    writer.write(made != nil)
    made?.write(to: &writer)
  }

  var bytes: [UInt8] {
    var writer = BinaryWriter()
    write(courseTo: &writer)
    writer.write(pages.values.sorted { $0.page.path < $1.page.path }) { writer, page in
      writer.write(part: page.bytes[...])
    }
    return writer.bytes
  }
}
