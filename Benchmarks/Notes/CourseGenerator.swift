import Foundation

/// Writes a course of any number of pages, the same for the same number.
///
/// A page has about 4 KB: headings, lists, a table, links to headings that are there, and seven blocks
/// of code in several languages. Fifty pages share a folder.
struct CourseGenerator {
  let pages: Int
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(pages: Int) { self.pages = pages }

  /// - Parameter folder: the course's; it must not be there yet.
  mutating func write(to folder: String) throws {
    for number in 0..<pages {
      let path = "\(folder)/content/\(Self.path(number))"
      let parent = (path as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(
        atPath: parent, withIntermediateDirectories: true)
      try page(number).write(toFile: path, atomically: false, encoding: .utf8)
    }
    try "# A course\n\nPages made by a generator.\n"
      .write(toFile: "\(folder)/content/index.md", atomically: false, encoding: .utf8)
    try "title: A course\n"
      .write(toFile: "\(folder)/notes.yml", atomically: false, encoding: .utf8)
  }

  /// Where a page stands below `content`.
  static func path(_ number: Int) -> String {
    String(format: "part-%03d/page-%02d.md", number / 50 + 1, number % 50 + 1)
  }

  private static func link(_ number: Int) -> String {
    String(
      format: "../part-%03d/page-%02d.md#run-step-%d", number / 50 + 1, number % 50 + 1, number)
  }

  /// The text of a page, numbered from 0.
  mutating func page(_ number: Int) -> String {
    let blocks = [
      ("bash", "$ mkdir -p data/run-\(number)\n$ curl -LO https://data.example/\(word()).csv\n"),
      ("python", Self.python(word(), word(), number)),
      (
        "sh",
        "sudo apt-get install -y \(word())\ncd data && wc -l *.csv | sort -n | tail -\(number)\n"
      ),
      (
        "yaml",
        "services:\n  \(word()):\n    image: postgres:\(number % 9 + 9)\n    ports: [\"5432:5432\"]\n"
      ),
      (
        "sql",
        "SELECT \(word()), count(*) AS n\nFROM trips -- day \(number)\nWHERE n > 10\nGROUP BY 1;\n"
      ),
      (
        "json",
        "{\"name\": \"\(word())\", \"items\": [1, 2.5, null, true], \"text\": \"a \\\"b\\\"\"}\n"
      ),
      (
        "dockerfile",
        "FROM python:3.12\nRUN pip install \(word())==1.\(number)\nCMD [\"python\", \"main.py\"]\n"
      ),
    ]
    var text = "# Page \(number): \(word()) and \(word())\n\n\(sentences(3))\n\n"
    text += "See [the step before](\(Self.link((number + pages - 1) % pages)))"
    text += " and [another](\(Self.link(random(pages)))).\n\n"
    for (index, block) in blocks.enumerated() {
      let heading =
        index == 2 ? "Run step \(number)" : "\(word().capitalized) \(word()) \(index + 1)"
      text += "## \(heading)\n\n\(sentences(2))\n\n```\(block.0)\n\(block.1)```\n\n"
      if index % 3 == 0 {
        text += (0..<4).map { _ in "- \(word()) **\(word())** and `\(word())`\n" }.joined() + "\n"
      }
    }
    text += "| Name | Count | Note |\n| :--- | ---: | --- |\n"
    for row in 0..<5 { text += "| \(word()) | \(row * number) | \(word()) `\(word())` |\n" }
    return text + "\n> \(sentences(1))\n"
  }

  private static func python(_ name: String, _ other: String, _ number: Int) -> String {
    """
    import pandas as pd

    def \(name)(path: str, limit: int = \(number)) -> pd.DataFrame:
        \"\"\"Read the \(other) of a day.\"\"\"
        frame = pd.read_csv(path, nrows=limit)  # \(other)
        return frame[frame["count"] > 0.5]

    """
  }

  private mutating func sentences(_ count: Int) -> String {
    (0..<count).map { _ in
      let words = (0..<(8 + random(10))).map { _ in word() }
      let middle = "*\(word())* the [\(word())](https://\(word()).example/\(word()))"
      return "\(words[0].capitalized) \(words.dropFirst().joined(separator: " ")) \(middle)."
    }.joined(separator: "\n")
  }

  private mutating func word() -> String { Self.words[random(Self.words.count)] }

  /// SplitMix64.
  private mutating func random(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }

  private static let words = """
    account answer block branch bucket cache chart cluster column command commit container copy count \
    data database day default deploy disk docker draw engine error event export field file filter \
    folder format function graph group hash host image import index input install join key label \
    language layer lesson library line link list load lock machine map measure memory merge message \
    method minute model module monitor name network note number object order output package page \
    parse part path pipeline place plan plot point port print process program project prompt query \
    queue range read record region release remote report request result review role root row rule \
    sample schema script search section select server service session shell sort source split stage \
    state step storage stream string student system table tag target task teacher template terminal \
    test text thread time tool topic trace train tree update upload user value variable version view \
    volume week window word work worker write zone
    """.split(separator: " ").map(String.init)
}
