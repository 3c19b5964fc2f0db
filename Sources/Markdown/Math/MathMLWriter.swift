/// Writes atoms as MathML Core.
///
/// Browsers space operators by a dictionary and by where they stand in their row, TeX by the kinds of
/// the atoms on both sides. The writer knows both and adds attributes only where they differ.
struct MathMLWriter {
  /// UTF-8.
  var output: [UInt8] = []

  init() { output.reserveCapacity(1024) }

  /// What an operator is to be like where it stands.
  struct Place {
    /// In eighteenths of an em; `nil` where browsers set none, as in scripts.
    var spacing: OperatorDefaults.Spacing?
    /// The form that browsers take it for; `nil` where that is not sure.
    var form: OperatorDefaults.Form?

    /// A script or an accent.
    static let alone = Place(spacing: nil, form: nil)
    /// Alone between braces, which take the space from an operator.
    static let braced = Place(spacing: .init(left: 0, right: 0), form: nil)
  }

  /// Writes atoms as one element.
  mutating func writeGroup(_ atoms: [MathAtom], _ style: MathStyle, _ place: Place = .alone) {
    if atoms.count == 1, !atoms[0].isNothing {
      write(atoms[0], style, place)
    } else {
      output.append(html: "<mrow>")
      writeRow(atoms, style)
      output.append(html: "</mrow>")
    }
  }

  /// Writes atoms side by side, with the space of TeX between them.
  mutating func writeRow(_ atoms: [MathAtom], _ style: MathStyle) {
    let edges = RowEdges(atoms)
    var left: Neighbour?
    // The atoms are looked at with their neighbours, and spaces are none.
    var next = Self.index(in: atoms, from: 0)
    var kind = next.map { resolved(atoms, at: $0, after: nil) }
    for (index, atom) in atoms.enumerated() {
      guard index == next, let present = kind else {
        write(atom, style, .alone)
        continue
      }
      next = Self.index(in: atoms, from: index + 1)
      kind = next.map { resolved(atoms, at: $0, after: present) }
      let before = left.map { AtomSpacing.between($0.kind, present, style) } ?? 0
      let after = kind.map { AtomSpacing.between(present, $0, style) } ?? 0
      let rank = Self.rank(atom, present)
      let leftRank = left?.rank ?? 0
      let rightRank = next.flatMap { next in kind.map { Self.rank(atoms[next], $0) } } ?? 0
      if rank == 0, leftRank == 0, before > 0 { writeSpace(AtomSpacing.widths[before]) }
      let spacing = OperatorDefaults.Spacing(
        left: rank > leftRank ? before : 0, right: rank > 0 && rank >= rightRank ? after : 0)
      if !atom.isNothing {
        write(atom, style, Place(spacing: spacing, form: edges.form(at: index)))
      }
      if atom.isFunction, let kind, Self.canBeApplied(to: kind) {
        output.append(html: "<mo>\u{2061}</mo>")
      }
      left = Neighbour(kind: present, rank: rank)
    }
  }

  mutating func writeSpace(_ width: String) {
    output.append(html: "<mspace width=\"")
    output.append(html: width)
    output.append(html: "\"/>")
  }

  /// Writes an element around what `content` writes.
  mutating func element(
    _ name: String, _ attributes: String = "", _ content: (inout MathMLWriter) -> Void
  ) {
    output.append(html: "<")
    output.append(html: name)
    output.append(html: attributes)
    output.append(html: ">")
    content(&self)
    output.append(html: "</")
    output.append(html: name)
    output.append(html: ">")
  }

  private struct Neighbour {
    var kind: MathAtom.Kind
    var rank: Int
  }

  /// The next atom that is no space.
  private static func index(in atoms: [MathAtom], from start: Int) -> Int? {
    var index = start
    while index < atoms.count {
      if !atoms[index].isSpace { return index }
      index += 1
    }
    return nil
  }

  private func resolved(
    _ atoms: [MathAtom], at index: Int, after left: MathAtom.Kind?
  ) -> MathAtom.Kind {
    guard atoms[index].kind == .binary else { return atoms[index].kind }
    let next = Self.index(in: atoms, from: index + 1)
    return AtomSpacing.resolve(.binary, after: left, before: next.map { atoms[$0].kind })
  }

  /// Of two neighbours the one of higher rank has the space between them as its attribute; with rank 0
  /// it has none.
  private static func rank(_ atom: MathAtom, _ kind: MathAtom.Kind) -> Int {
    guard atom.core != nil else { return 0 }
    switch kind {
    case .binary, .relation, .punctuation: return 3
    case .operator: return 2
    case .ordinary, .opening, .closing, .inner: return 1
    }
  }

  private static func canBeApplied(to kind: MathAtom.Kind) -> Bool {
    switch kind {
    case .ordinary, .operator, .opening, .inner: true
    case .binary, .relation, .closing, .punctuation: false
    }
  }
}

/// The forms that browsers take the operators of a row for, by where they stand.
private struct RowEdges {
  private let first: Int?
  private let last: Int?
  /// Whether there is a space at the start or the end, of which it is not sure that it counts.
  private let isFirstSure: Bool
  private let isLastSure: Bool

  init(_ atoms: [MathAtom]) {
    first = atoms.firstIndex { !$0.isSpace && !$0.isNothing }
    last = atoms.lastIndex { !$0.isSpace && !$0.isNothing }
    isFirstSure = first == atoms.firstIndex { !$0.isNothing }
    isLastSure = last == atoms.lastIndex { !$0.isNothing }
  }

  func form(at index: Int) -> OperatorDefaults.Form? {
    if first == last { return nil }
    if index == first { return isFirstSure ? .prefix : nil }
    if index == last { return isLastSure ? .postfix : nil }
    return .infix
  }
}
