/// One piece of a formula with its scripts (The TeXbook, chapter 17).
struct MathAtom {
  var nucleus: Nucleus
  var kind: Kind = .ordinary
  var limits: Limits = .beside
  var `subscript`: [MathAtom]?
  var superscript: [MathAtom]?

  /// What TeX spaces an atom by. The raw values are rows and columns of ``AtomSpacing``.
  enum Kind: Int {
    case ordinary, `operator`, binary, relation, opening, closing, punctuation, inner
  }

  /// Where scripts stand.
  enum Limits { case beside, aboveInDisplay, above }

  indirect enum Nucleus {
    /// Takes part in spacing and is not seen: `{}`, `\left.`, the start of a cell behind `&`.
    case nothing
    case identifier(String, isUpright: Bool)
    case number(String)
    /// The name of a function, which is applied to what follows.
    case function(String)
    case symbol(String, Stretch)
    case text([TextPiece])
    /// The name of a formula, which stands at its end.
    case tag([TextPiece])
    /// A width in CSS. TeX's spacing of atoms looks through it.
    case space(String)
    case group([MathAtom])
    /// `\left…\right`, with the delimiters.
    case fenced([MathAtom])
    case fraction([MathAtom], [MathAtom], hasLine: Bool, style: MathStyle?)
    case radical([MathAtom], index: [MathAtom]?)
    case accent([MathAtom], mark: Accent)
    case underOver([MathAtom], under: [MathAtom]?, over: [MathAtom]?)
    case arrow(String, under: [MathAtom]?, over: [MathAtom]?)
    case table(MathTable)
    case styled(MathStyle, [MathAtom])
    /// Letters of another size, as a part of the size around them.
    case sized(String, [MathAtom])
    case phantom([MathAtom])
    case boxed([MathAtom])
  }

  /// How tall a symbol is.
  enum Stretch {
    case natural
    /// Not even as wide as what stands above or below it.
    case never
    /// As tall as what stands beside it.
    case fence
    /// A height in CSS.
    case height(String)
  }

  struct Accent {
    var mark: String
    var isUnder = false
    /// Whether it is as wide as what it stands on.
    var isWide = false
    /// Whether it is set as a script, being too large otherwise.
    var isSmall = false
    /// Whether scripts stand above and below it, as with braces.
    var takesLimits = false
  }

  enum TextPiece {
    case text(String, TextFont)
    case math([MathAtom])
  }

  /// What text is set in; the raw value is the HTML element for it.
  enum TextFont: String {
    case roman = ""
    case bold = "b"
    case italic = "i"
    case monospace = "code"
  }

  var isSpace: Bool { if case .space = nucleus { true } else { false } }
  var isNothing: Bool {
    if case .nothing = nucleus { self.subscript == nil && superscript == nil } else { false }
  }

  var isFunction: Bool { if case .function = nucleus { true } else { false } }

  /// The symbol that stands in the middle of an atom and takes the space around it.
  var core: String? {
    switch nucleus {
    case .symbol(let text, _): text
    case .underOver(let base, _, _) where base.count == 1: base[0].core
    default: nil
    }
  }
}

/// The sizes of TeX. In the two smaller ones relations and binary operators have no space.
enum MathStyle: Int {
  case display, text, script, scriptScript

  var isScript: Bool { rawValue >= MathStyle.script.rawValue }
  var ofScripts: MathStyle { self == .display || self == .text ? .script : .scriptScript }
  var ofFraction: MathStyle { MathStyle(rawValue: rawValue + 1) ?? .scriptScript }
}

/// Rows of cells, with `&` between cells and `\\` between rows.
struct MathTable {
  var environment: MathEnvironment
  var columns: [Column] = []
  var rows: [Row] = []
  var hasLineBelow = false

  struct Row {
    var cells: [[MathAtom]] = []
    var hasLineAbove = false
    var tag: [MathAtom.TextPiece]?
  }

  /// A column of `array`.
  struct Column {
    enum Alignment: String { case left, center, right }
    var alignment: Alignment
    var hasLineBefore = false
    var hasLineAfter = false
  }
}
