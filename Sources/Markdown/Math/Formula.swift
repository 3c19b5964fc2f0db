/// A formula in TeX and what it is in MathML Core, which browsers show without a script.
///
/// It reads the part of TeX and amsmath that notes use. What it cannot read is a ``Problem``, and then
/// there is no ``mathML``: the formula is to be shown as its source.
public struct Formula: Sendable, Equatable {
  /// How deep groups, arguments and environments may stand in each other.
  public static let maximumNesting = 100
  /// After so many problems the rest of a formula is not read.
  public static let maximumProblems = 8

  /// `<math>…</math>`, with the source as an annotation; `nil` when there are problems.
  public let mathML: String?
  /// What is wrong, in the order of reading.
  public let problems: [Problem]
  /// The MathML of the formula alone, without `math` and the annotation.
  let presentation: String?

  public struct Problem: Sendable, Equatable {
    public var message: String
    /// Where it stands, in bytes of UTF-8 from the start of the source.
    public var offset: Int
    /// In bytes; 0 where something is missing.
    public var length: Int
    /// What to write instead, where that is known.
    public var replacement: String?

    public init(message: String, offset: Int, length: Int, replacement: String? = nil) {
      self.message = message
      self.offset = offset
      self.length = length
      self.replacement = replacement
    }
  }

  /// - Parameters:
  ///   - tex: the source without its dollar signs.
  ///   - isDisplay: whether it stands on lines of its own, where limits stand above and below.
  public init(tex: String, isDisplay: Bool) {
    var reader = FormulaReader(tex)
    let atoms = reader.readFormula()
    problems = reader.problems
    guard problems.isEmpty else {
      (mathML, presentation) = (nil, nil)
      return
    }
    var writer = MathMLWriter()
    writer.output.append(html: isDisplay ? "<math display=\"block\">" : "<math>")
    writer.output.append(html: "<semantics>")
    let start = writer.output.count
    writer.writeGroup(atoms, isDisplay ? .display : .text)
    presentation = String(decoding: writer.output[start...], as: UTF8.self)
    writer.output.append(html: "<annotation encoding=\"application/x-tex\">")
    writer.output.append(escaping: tex)
    writer.output.append(html: "</annotation></semantics></math>")
    mathML = String(decoding: writer.output, as: UTF8.self)
  }
}
