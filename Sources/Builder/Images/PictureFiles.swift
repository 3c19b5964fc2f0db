internal import Course
internal import Machine
internal import Site
internal import Synchronization

/// The pictures of a course: under which names they stand in the site, and how large they are.
///
/// A picture's file is read when it has changed since the last build.
struct PictureFiles {
  /// By path in the course.
  private(set) var entries: [String: BuildCache.PictureEntry] = [:]
  /// By path in the course.
  let images: [String: SiteImage]

  /// - Parameters:
  ///   - files: those of `content` that are no pages.
  ///   - known: what the last build knew.
  init(
    _ files: [(path: String, stamp: FileStamp)], root: String,
    known: [String: BuildCache.PictureEntry], jobs: Int
  ) throws(MachineError) {
    let pictures = files.filter { ImageHeader.isImage(path: $0.path) }
    let changed = pictures.filter { known[$0.path]?.source != $0.stamp }
    let made = try Workers.map(changed.count, jobs: jobs) { (index) throws(MachineError) in
      let (path, stamp) = changed[index]
      let bytes = try System.contents(of: "\(root)/\(path)")
      return BuildCache.PictureEntry(
        source: stamp, digits: SiteImage.digits(of: bytes), header: ImageHeader(bytes))
    }
    let read = Dictionary(uniqueKeysWithValues: zip(changed.map(\.path), made))
    var entries: [String: BuildCache.PictureEntry] = [:]
    var images: [String: SiteImage] = [:]
    for (path, _) in pictures {
      guard let entry = read[path] ?? known[path] else { continue }
      entries[path] = entry
      images[path] = SiteImage(
        path: LinkTable.address(ofFile: path), digits: entry.digits, header: entry.header)
    }
    self.entries = entries
    self.images = images
  }

  /// The addresses of all pictures in the site, by path in the course.
  var addresses: [String: String] { images.mapValues(\.address) }

  /// The paths of files in the course that are named like pictures and are none.
  var broken: Set<String> { Set(images.filter { $0.value.header == nil }.keys) }

  /// The same for pictures that are the same.
  ///
  /// - Parameter paths: those of pictures in the course.
  func hash(of paths: [String]) -> UInt64 {
    var hash = StableHash()
    for path in paths {
      hash.combine(path)
      hash.combine(images[path]?.address ?? "")
    }
    return hash.value
  }
}
