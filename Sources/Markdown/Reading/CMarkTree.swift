internal import CMark

/// A parsed libcmark tree, freed when this value goes away.
///
/// Every unsafe call of the package's Markdown reading lives in this file: callers get Swift values,
/// never a pointer. libcmark aborts when memory runs out, so there is no error to model.
@safe
struct CMarkTree: ~Copyable {
  private let root: OpaquePointer

  private let source: SourceText

  /// - Parameter isSmart: whether quotes, dashes and dots become typographic ones.
  init(parsing source: SourceText, isSmart: Bool) {
    self.source = source
    let bytes = source.bytes.span
    let root = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe cmark_parse_document(
          text.baseAddress, text.count, isSmart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT)
      }
    }
    guard let root = unsafe root else { preconditionFailure("libcmark returned no document") }
    unsafe self.root = root
  }

  deinit { unsafe cmark_node_free(root) }

  /// The tree as Swift values.
  ///
  /// - Parameter maximumNesting: how many blocks and inlines may stand within each other.
  borrowing func document(maximumNesting: Int = Document.maximumNesting) -> Document {
    guard let iterator = unsafe cmark_iter_new(root) else {
      preconditionFailure("libcmark returned no iterator")
    }
    defer { unsafe cmark_iter_free(iterator) }
    var builder = TreeBuilder(source, maximumNesting: maximumNesting)
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != .done, let node = unsafe cmark_iter_get_node(iterator) else { break }
      let reading = unsafe Self.read(node, isComplete: event == .exit)
      switch reading.node {
      case .leaf(let leaf): builder.add(leaf, at: reading.position)
      case .container(let container):
        if event == .enter {
          builder.enter(container, at: reading.position, childCount: unsafe Self.childCount(node))
        } else {
          builder.exit(container, at: reading.position)
        }
      }
    }
    return builder.document()
  }

  /// - Parameter isComplete: whether a container is left: only then are its texts read.
  private static func read(
    _ node: OpaquePointer, isComplete: Bool
  ) -> (node: RawNode, position: RawPosition) {
    let position = unsafe RawPosition(
      startLine: Int(cmark_node_get_start_line(node)),
      startColumn: Int(cmark_node_get_start_column(node)),
      endLine: Int(cmark_node_get_end_line(node)),
      endColumn: Int(cmark_node_get_end_column(node)))
    let raw: RawNode =
      switch unsafe cmark_node_get_type(node) {
      case .document: .container(.document)
      case .blockQuote: .container(.blockQuote)
      case .list: .container(.list(marker: unsafe marker(of: node), isTight: unsafe isTight(node)))
      case .item: .container(.item)
      case .codeBlock:
        .leaf(.codeBlock(info: unsafe text(cmark_node_get_fence_info(node)), unsafe literal(node)))
      case .htmlBlock: .leaf(.htmlBlock(unsafe literal(node)))
      case .paragraph: .container(.paragraph)
      case .heading: .container(.heading(level: unsafe Int(cmark_node_get_heading_level(node))))
      case .thematicBreak: .leaf(.thematicBreak)
      case .text: .leaf(.inline(.text(unsafe literal(node))))
      case .softBreak: .leaf(.inline(.softBreak))
      case .lineBreak: .leaf(.inline(.lineBreak))
      case .code: .leaf(.inline(.code(unsafe literal(node))))
      case .htmlInline: .leaf(.inline(.html(unsafe literal(node))))
      case .emphasis: .container(.emphasis)
      case .strong: .container(.strong)
      case .link:
        .container(
          .link(
            destination: isComplete ? unsafe text(cmark_node_get_url(node)) : "",
            title: isComplete ? unsafe text(cmark_node_get_title(node)) : ""))
      case .image:
        .container(
          .image(
            source: isComplete ? unsafe text(cmark_node_get_url(node)) : "",
            title: isComplete ? unsafe text(cmark_node_get_title(node)) : ""))
      case .none, .customBlock, .customInline:
        preconditionFailure("libcmark's parser makes no such node")
      }
    return (raw, position)
  }

  private static func childCount(_ node: OpaquePointer) -> Int {
    var count = 0
    var child = unsafe cmark_node_first_child(node)
    while let next = unsafe child {
      count += 1
      unsafe child = cmark_node_next(next)
    }
    return count
  }

  private static func marker(of list: OpaquePointer) -> List.Marker {
    switch unsafe cmark_node_get_list_type(list) {
    case .ordered: .ordered(start: unsafe Int(cmark_node_get_list_start(list)))
    case .bullet, .none: .bullet
    }
  }

  private static func isTight(_ list: OpaquePointer) -> Bool {
    unsafe cmark_node_get_list_tight(list) != 0
  }

  private static func literal(_ node: OpaquePointer) -> String {
    unsafe text(cmark_node_get_literal(node))
  }

  /// libcmark's text is valid UTF-8 when its source was, and ends with NUL, which no text holds:
  /// the parser replaces NUL by U+FFFD (CommonMark 0.30 section 2.3).
  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}
