/// Letters as search compares them: in lowercase and without accents.
///
/// The script of the theme does the same to what is typed, by the browser's `toLowerCase` and
/// `normalize`; both have to give the same letters.
enum LetterFolding {
  /// What becomes of a scalar.
  enum Result: Equatable {
    /// It is no part of a word.
    case separator
    /// It is an accent that stands by itself and is left out.
    case nothing
    case letter(Unicode.Scalar)
    case letters(Unicode.Scalar, Unicode.Scalar)
  }

  /// - Parameter scalar: not of ASCII.
  static func folded(_ scalar: Unicode.Scalar) -> Result {
    guard scalar.value < limit else { return computed(scalar) }
    let entry = table[Int(scalar.value)]
    switch entry {
    case 0: return .separator
    case 1: return .nothing
    default:
      guard entry < 0x8000 else {
        let (first, second) = pairs[Int(entry & 0x7FFF)]
        return .letters(first, second)
      }
      return Unicode.Scalar(entry).map(Result.letter) ?? .separator
    }
  }

  /// Scripts without blanks between words, and ideographs: there each character counts by itself.
  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static let limit: UInt32 = 0x2500

  /// Letters with accents, in lowercase, behind what they are without.
  private static let accented = """
    a àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ b ḃḅḇ c çćĉċčḉ d đďḋḍḏḑḓ e èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ f ḟ \
    g ĝğġģǧǵḡ h ĥȟḣḥḧḩḫẖ i ıìíîïĩīĭįǐȉȋḭḯỉị j ĵǰ k ķǩḱḳḵ l łĺļľḷḹḻḽ m ḿṁṃ n ñńņňǹṅṇṉṋ \
    o øòóôõöōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ p ṕṗ r ŕŗřȑȓṙṛṝṟ s śŝşšșṡṣṥṧṩ t ţťțṫṭṯṱẗ \
    u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự v ṽṿ w ŵẁẃẅẇẉẘ x ẋẍ y ýÿŷȳẏẙỳỵỷỹ z źżžẑẓẕ \
    α άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ ε έἐἑἒἓἔἕὲέ η ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ \
    ι ΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ ο όὀὁὂὃὄὅὸό ρ ῤῥ σ ς υ ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ ω ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ \
    а ӑӓ г ѓ е ѐёӗ ж ӂӝ з ӟ и йѝӣӥ к ќ о ӧ у ўӯӱӳ ч ӵ ы ӹ э ӭ і ї ѵ ѷ ә ӛ ө ӫ
    """

  /// Letters that are two without their ligature.
  private static let ligatures: [(of: String, first: Unicode.Scalar, second: Unicode.Scalar)] = [
    ("æǣǽ", "a", "e"), ("œ", "o", "e"), ("ß", "s", "s"),
  ]

  private static let pairs = ligatures.map { ($0.first, $0.second) }

  /// By scalar: 0 for a separator, 1 for what is left out, else the letter, or from 0x8000 on the
  /// place of two in ``pairs``.
  private static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: Int(limit))
    for value in 0x80..<limit {
      guard let scalar = Unicode.Scalar(value), isWord(scalar) else { continue }
      table[Int(value)] = UInt16(truncatingIfNeeded: lowercase(scalar).value)
    }
    var base: Unicode.Scalar?
    for part in accented.split(separator: " ") {
      guard let letter = base else {
        base = part.unicodeScalars.first
        continue
      }
      for scalar in part.unicodeScalars {
        table[Int(scalar.value)] = UInt16(truncatingIfNeeded: letter.value)
      }
      base = nil
    }
    for (number, ligature) in ligatures.enumerated() {
      for scalar in ligature.of.unicodeScalars {
        table[Int(scalar.value)] = 0x8000 | UInt16(number)
      }
    }
    // Capitals become what their small letters do.
    for value in 0x80..<limit {
      let small = table[Int(value)]
      guard small >= 0x80, small < 0x8000, UInt32(small) != value, UInt32(small) < limit else {
        continue
      }
      table[Int(value)] = table[Int(small)]
    }
    for mark in 0x300...0x36F { table[mark] = 1 }
    return table
  }()

  private static func computed(_ scalar: Unicode.Scalar) -> Result {
    isWord(scalar) ? .letter(lowercase(scalar)) : .separator
  }

  /// Letters, digits and marks, as the Unicode standard's general categories tell them.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    return mapping.first ?? scalar
  }
}
