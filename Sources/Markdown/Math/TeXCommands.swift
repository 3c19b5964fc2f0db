/// What is known of the names behind backslashes.
enum TeXCommand {
  case symbol(String, MathAtom.Kind)
  case letter(String, isUpright: Bool)
  /// A sign such as that of a sum, larger in displays.
  case largeOperator(String, MathAtom.Limits)
  case function(String, MathAtom.Limits)
  case accent(MathAtom.Accent)
  /// A width in CSS.
  case space(String)
  /// An alphabet for an argument.
  case alphabet(MathAlphabet)
  /// An alphabet for the rest of the group.
  case alphabetSwitch(MathAlphabet)
  case text(MathAtom.TextFont)
  /// A height in CSS, and the kind of a delimiter that has it.
  case sizedDelimiter(String, MathAtom.Kind)
  case style(MathStyle)
  /// A size of letters in CSS for the rest of the group.
  case size(String)
  case kind(MathAtom.Kind)
  /// A stretching arrow with texts above and below.
  case arrow(String)
  case construct(Construct)
  /// Why it is refused, as a clause.
  case refused(String)

  /// Commands that are read each in a way of its own. The raw value is the name.
  enum Construct: String, CaseIterable {
    case frac, dfrac, tfrac, cfrac, binom, dbinom, tbinom, sqrt, left, right, middle, begin, end
    case over, atop, choose, limits, nolimits, not, overset, underset, stackrel, substack,
      operatorname
    case tag, notag, nonumber, label, pmod, bmod, pod, mod, phantom, boxed, hspace, hline
    case newLine = "\\"
    case carriageReturn = "cr"
    case displaylimits
  }
}

enum TeXCommands {
  static func command(_ name: String) -> TeXCommand? { byName[name] }

  /// The command that makes a character, so that characters can be written as they are.
  static func command(for scalar: Unicode.Scalar) -> TeXCommand? { byCharacter[scalar] }

  static func isRelation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "=" || scalar == "<" || scalar == ">" || scalar == ":" { return true }
    if case .symbol(_, .relation) = byCharacter[scalar] { return true }
    return false
  }

  /// The known name that is nearest to one that is not.
  static func nearest(to name: String) -> String? {
    // Names of one or two letters are near to everything, and long ones take long to compare.
    guard (3...24).contains(name.utf8.count) else { return nil }
    return NearestName.suggestions(for: name, among: names).first
  }

  private static let names = byName.keys.filter { $0.utf8.first?.isASCIILetter == true }.sorted()

  private static let byCharacter: [Unicode.Scalar: TeXCommand] = {
    var result: [Unicode.Scalar: TeXCommand] = [:]
    for (group, _, character) in entries {
      guard let scalar = character.unicodeScalars.first, scalar.value > 0x7F,
        let command = symbol(group, character), result[scalar] == nil
      else { continue }
      result[scalar] = command
    }
    return result
  }()

  private static let byName: [String: TeXCommand] = {
    var result = others.merging(combining) { one, _ in one }
    for construct in TeXCommand.Construct.allCases {
      result[construct.rawValue] = .construct(construct)
    }
    for (group, name, character) in entries {
      result[name] = symbol(group, character) ?? accent(group, character)
    }
    return result
  }()

  /// The lines of the table as triples of group, name and character.
  private static let entries: [(group: Substring, name: String, character: String)] =
    TeXSymbols.table.split(separator: "\n").flatMap { line in
      let words = line.split(separator: " ")
      return stride(from: 1, to: words.count - 1, by: 2).map { index in
        (words[0], String(words[index]), String(words[index + 1]))
      }
    }

  private static func symbol(_ group: Substring, _ character: String) -> TeXCommand? {
    switch group {
    case "letter": .letter(character, isUpright: false)
    case "upright": .letter(character, isUpright: true)
    case "prefix", "ordinary": .symbol(character, .ordinary)
    case "binary": .symbol(character, .binary)
    case "relation": .symbol(character, .relation)
    case "opening": .symbol(character, .opening)
    case "closing": .symbol(character, .closing)
    case "punctuation": .symbol(character, .punctuation)
    case "inner": .symbol(character, .inner)
    case "sum": .largeOperator(character, .aboveInDisplay)
    case "integral": .largeOperator(character, .beside)
    case "function": .function(character, .beside)
    case "limit": .function(character, .aboveInDisplay)
    default: nil
    }
  }

  private static func accent(_ group: Substring, _ mark: String) -> TeXCommand? {
    switch group {
    case "accent": .accent(.init(mark: mark))
    case "wide": .accent(.init(mark: mark, isWide: true))
    case "underwide": .accent(.init(mark: mark, isUnder: true, isWide: true))
    case "brace": .accent(.init(mark: mark, isWide: true, takesLimits: true))
    case "underbrace": .accent(.init(mark: mark, isUnder: true, isWide: true, takesLimits: true))
    default: nil
    }
  }

  /// Accents whose characters combine with the one before them, which tables do not show well. The
  /// fonts of mathematics have their wide forms under these characters alone.
  private static let combining: [String: TeXCommand] = [
    "dddot": .accent(.init(mark: "\u{20DB}")),
    "vec": .accent(.init(mark: "→", isSmall: true)),
    "widehat": .accent(.init(mark: "\u{302}", isWide: true)),
    "widetilde": .accent(.init(mark: "\u{303}", isWide: true)),
    "widecheck": .accent(.init(mark: "\u{30C}", isWide: true)),
    "overline": .accent(.init(mark: "\u{332}", isWide: true)),
    "underline": .accent(.init(mark: "\u{332}", isUnder: true, isWide: true)),
  ]

  private static let noDefinitions = "no command can be defined in a formula"
  private static let noColours = "colours are the business of the site's style"

  /// What stands for itself alone and makes no table.
  private static let others: [String: TeXCommand] = [
    ",": .space("0.1667em"), "thinspace": .space("0.1667em"), ":": .space("0.2222em"),
    ">": .space("0.2222em"), "medspace": .space("0.2222em"), ";": .space("0.2778em"),
    "thickspace": .space("0.2778em"), "!": .space("-0.1667em"), "negthinspace": .space("-0.1667em"),
    "enspace": .space("0.5em"), "quad": .space("1em"), "qquad": .space("2em"),
    " ": .space("0.25em"), "\n": .space("0.25em"), "\t": .space("0.25em"),
    "mathrm": .alphabet(.upright), "mathup": .alphabet(.upright), "mathnormal": .alphabet(.italic),
    "mathit": .alphabet(.italic), "mathbf": .alphabet(.bold), "boldsymbol": .alphabet(.boldItalic),
    "bm": .alphabet(.boldItalic), "mathcal": .alphabet(.script), "mathscr": .alphabet(.script),
    "mathfrak": .alphabet(.fraktur), "mathbb": .alphabet(.doubleStruck),
    "mathsf": .alphabet(.sansSerif), "mathtt": .alphabet(.monospace),
    "rm": .alphabetSwitch(.upright), "bf": .alphabetSwitch(.bold), "it": .alphabetSwitch(.italic),
    "cal": .alphabetSwitch(.script), "text": .text(.roman), "textrm": .text(.roman),
    "textnormal": .text(.roman), "mbox": .text(.roman), "textbf": .text(.bold),
    "textit": .text(.italic), "emph": .text(.italic), "texttt": .text(.monospace),
    "big": .sizedDelimiter("1.2em", .ordinary), "bigl": .sizedDelimiter("1.2em", .opening),
    "bigr": .sizedDelimiter("1.2em", .closing), "bigm": .sizedDelimiter("1.2em", .relation),
    "Big": .sizedDelimiter("1.8em", .ordinary), "Bigl": .sizedDelimiter("1.8em", .opening),
    "Bigr": .sizedDelimiter("1.8em", .closing), "Bigm": .sizedDelimiter("1.8em", .relation),
    "bigg": .sizedDelimiter("2.4em", .ordinary), "biggl": .sizedDelimiter("2.4em", .opening),
    "biggr": .sizedDelimiter("2.4em", .closing), "biggm": .sizedDelimiter("2.4em", .relation),
    "Bigg": .sizedDelimiter("3em", .ordinary), "Biggl": .sizedDelimiter("3em", .opening),
    "Biggr": .sizedDelimiter("3em", .closing), "Biggm": .sizedDelimiter("3em", .relation),
    "tiny": .size("50%"), "scriptsize": .size("70%"), "footnotesize": .size("80%"),
    "small": .size("90%"), "normalsize": .size("100%"), "large": .size("120%"),
    "Large": .size("144%"), "LARGE": .size("173%"), "huge": .size("207%"), "Huge": .size("249%"),
    "displaystyle": .style(.display), "textstyle": .style(.text), "scriptstyle": .style(.script),
    "scriptscriptstyle": .style(.scriptScript), "mathord": .kind(.ordinary),
    "mathop": .kind(.operator), "mathbin": .kind(.binary), "mathrel": .kind(.relation),
    "mathopen": .kind(.opening), "mathclose": .kind(.closing), "mathpunct": .kind(.punctuation),
    "mathinner": .kind(.inner), "xrightarrow": .arrow("→"), "xleftarrow": .arrow("←"),
    "xleftrightarrow": .arrow("↔"), "xRightarrow": .arrow("⇒"), "xLeftarrow": .arrow("⇐"),
    "xmapsto": .arrow("↦"),
    "limsup": .function("lim sup", .aboveInDisplay),
    "liminf": .function("lim inf", .aboveInDisplay), "newcommand": .refused(noDefinitions),
    "renewcommand": .refused(noDefinitions), "providecommand": .refused(noDefinitions),
    "DeclareMathOperator": .refused(noDefinitions + "; '\\operatorname' names a function"),
    "def": .refused(noDefinitions), "let": .refused(noDefinitions), "color": .refused(noColours),
    "textcolor": .refused(noColours), "colorbox": .refused(noColours),
    "fcolorbox": .refused(noColours), "href": .refused("a link stands outside of formulas"),
    "url": .refused("a link stands outside of formulas"),
    "ref": .refused("formulas have no numbers to refer to"),
    "eqref": .refused("formulas have no numbers to refer to"),
    "includegraphics": .refused("a picture stands outside of formulas"),
    "require": .refused("packages are not loaded"),
    "usepackage": .refused("packages are not loaded"),
  ]
}
