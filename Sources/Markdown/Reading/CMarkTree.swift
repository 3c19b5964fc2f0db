internal import CMark
internal import CMarkArena

/// A parsed libcmark tree, freed when this value goes away.
///
/// Every call of libcmark lives in this file: callers get Swift values, never a pointer. libcmark aborts
/// when memory runs out, so there is no error to model.
@safe
final class CMarkTree {
  private let root: OpaquePointer
  /// The memory of all nodes.
  private let arena: OpaquePointer
  private let source: SourceText

  /// - Parameter isSmart: whether quotes, dashes and dots become typographic ones.
  init(parsing source: SourceText, isSmart: Bool) {
    self.source = source
    let bytes = source.bytes.span
    var arena: OpaquePointer?
    let root = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe notes_parse(
          text.baseAddress, text.count, isSmart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT, &arena)
      }
    }
    guard let root = unsafe root, let arena = unsafe arena else {
      preconditionFailure("libcmark returned no document")
    }
    unsafe self.root = root
    unsafe self.arena = arena
  }

  deinit { unsafe notes_arena_free(arena) }

  /// The tree as Swift values.
  ///
  /// - Parameter maximumNesting: how many blocks and inlines may stand within each other.
  func document(maximumNesting: Int = Document.maximumNesting) -> Document {
    var reader = TreeReader(source, maximumNesting: maximumNesting)
    return reader.document(unsafe CMarkNode(root))
  }

  /// The blocks without the inlines in them, which takes a fraction of the time.
  func outline() -> [Block] {
    var reader = TreeReader(source, maximumNesting: Document.maximumNesting, readsInlines: false)
    return reader.document(unsafe CMarkNode(root)).blocks
  }
}

/// A node of a tree, not to be kept for longer than the tree.
@safe
struct CMarkNode: Equatable {
  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  static func == (left: CMarkNode, right: CMarkNode) -> Bool {
    unsafe left.pointer == right.pointer
  }

  var type: cmark_node_type { unsafe cmark_node_get_type(pointer) }

  var firstChild: CMarkNode? { unsafe CMarkNode(cmark_node_first_child(pointer)) }
  var next: CMarkNode? { unsafe CMarkNode(cmark_node_next(pointer)) }
  var parent: CMarkNode? { unsafe CMarkNode(cmark_node_parent(pointer)) }

  var childCount: Int {
    var count = 0
    var child = firstChild
    while let node = child {
      count += 1
      child = node.next
    }
    return count
  }

  /// The place as libcmark tells it; see ``BlockRanges`` for what is wrong with it.
  var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { unsafe Int(cmark_node_get_end_column(pointer)) }

  /// The text of a node that has one.
  var literal: String { unsafe Self.text(cmark_node_get_literal(pointer)) }
  /// Of a code block.
  var info: String { unsafe Self.text(cmark_node_get_fence_info(pointer)) }
  /// The address of a link or image.
  var address: String { unsafe Self.text(cmark_node_get_url(pointer)) }
  /// Of a link or image.
  var title: String { unsafe Self.text(cmark_node_get_title(pointer)) }

  /// The level of a heading.
  var level: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }

  /// Of a list.
  var isTight: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }
  /// Of a list.
  var marker: List.Marker {
    switch unsafe cmark_node_get_list_type(pointer) {
    case .ordered: .ordered(start: unsafe Int(cmark_node_get_list_start(pointer)))
    case .bullet, .none: .bullet
    }
  }

  /// libcmark's text ends with NUL, which no text holds: the parser replaces NUL by U+FFFD (CommonMark 0.30
  /// section 2.3). It is UTF-8 but for what libcmark makes of `&#xFFFF;` and `&#xFFFE;`, single bytes that
  /// become U+FFFD here.
  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    let length = unsafe strlen(pointer)
    return unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
      let bytes = unsafe Span(_unsafeStart: bytes, count: length)
      return unsafe String(utf8: bytes) ?? String(cString: pointer)
    }
  }
}
