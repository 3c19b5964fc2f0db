public import Markdown

/// A Markdown file as bytes and as the text that is read from it.
///
/// Reading never fails: what is wrong with the bytes becomes diagnostics, and ``text`` is valid
/// whatever they are.
public struct SourceFile: Sendable, Equatable {
  /// The path as the user named it, or relative to the course.
  public let path: String
  /// The file as it is on disk.
  public let bytes: [UInt8]
  /// The content with line feeds as line endings, without byte-order mark, with damage undone.
  public let text: String
  public private(set) var diagnostics: [Diagnostic]

  /// From ``text`` to the file without damage, and on to the file.
  private let decodingMap: ColumnMap
  private let repairMap: ColumnMap
  private let damage: [EncodingDamage]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    let signs = ByteSigns(of: bytes)
    damage = signs.contains(.accent) ? EncodingDamage.find(in: bytes) : []
    let repair = Repair(damage, in: bytes)
    repairMap = repair.map
    let decoding = Decoding(repair.bytes, signs)
    decodingMap = decoding.map
    text = decoding.text
    diagnostics = []
    guard !repair.troubles.isEmpty || !decoding.troubles.isEmpty else { return }
    diagnostics =
      (repair.troubles + decoding.troubles).map { trouble in
        var position = trouble.position
        if trouble.isBeforeRepair == false { position = repairMap.original(position) }
        return Diagnostic(
          path: path, position: position, severity: trouble.severity, message: trouble.message,
          rule: trouble.rule, mend: trouble.mend, isFixable: trouble.isFixable)
      }.inOrder
  }

  /// Where a place in ``text`` stands in the file.
  public func filePosition(_ position: SourcePosition) -> SourcePosition {
    repairMap.original(decodingMap.original(position))
  }

  /// The file with its encoding damage undone and every other byte as it was.
  public var repairedBytes: [UInt8] { Repair(damage, in: bytes).bytes }

  /// A line of the file as text, without line ending; `nil` beyond the end.
  ///
  /// - Parameter number: 1-based; a line ends with LF, CR LF or CR (CommonMark 0.30 section 2.1).
  public func line(_ number: Int) -> String? {
    var lines = LineReader(bytes)
    var current = 0
    while let line = lines.next() {
      current += 1
      if current == number { return String(decoding: bytes[line], as: UTF8.self) }
    }
    return nil
  }
}

/// A trouble with the bytes of a file, before it has a path.
struct SourceTrouble {
  var position: SourcePosition
  var severity: Diagnostic.Severity
  var message: String
  var rule: String
  var mend: String?
  var isFixable = false
  /// Whether the position is that of the file itself, not of the file without damage.
  var isBeforeRepair = false
}

/// Walks over the lines of a file: each ends with LF, CR LF or CR (CommonMark 0.30 section 2.1).
struct LineReader: IteratorProtocol {
  private let bytes: [UInt8]
  private var offset = 0
  /// How the line given last ended.
  private(set) var ending = Ending.none

  enum Ending { case none, lineFeed, carriageReturn, both }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The offsets of the next line without its ending.
  mutating func next() -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    let start = offset
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
    let line = start..<offset
    if offset == bytes.count {
      ending = .none
    } else if bytes[offset] == 0x0A {
      ending = .lineFeed
    } else {
      let isPair = offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      ending = isPair ? .both : .carriageReturn
      if isPair { offset += 1 }
    }
    if ending != .none { offset += 1 }
    return line
  }
}
