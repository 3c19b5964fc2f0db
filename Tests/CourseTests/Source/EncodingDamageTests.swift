import TestSupport
import Testing

@testable import Course

/// Text that went through the wrong code page is repaired; all other text is left alone.
struct EncodingDamageTests {
  @Test(arguments: [
    ("modelâ€”and", "model—and"),
    ("donâ€™t â€œquoteâ€\u{9D}", "don’t “quote”"),
    ("# ðŸ“‹ Week", "# 📋 Week"),
    ("cafÃ© crÃ¨me", "café crème"),
    ("5Â°C, 3Â\u{A0}m", "5°C, 3\u{A0}m"),
    ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
    ("æ—¥æœ¬èªž", "日本語"),
    ("âœ… done âš\u{A0}ï¸\u{8F}", "✅ done ⚠\u{FE0F}"),
    // A true dash beside damage stays, and the damage is found all the same.
    ("true — and â€” damaged", "true — and — damaged"),
    // In a file that is damaged as a whole the doubtful places are damage too.
    ("ðŸŽ¯ 3 Ã— 4", "🎯 3 × 4"),
  ])
  func `damage is undone`(damaged: String, repaired: String) {
    #expect(repair(damaged) == repaired)
  }

  @Test(arguments: [
    "« c’est la liberté » — déjà vu…", "“CAFÉ” and “né…”", "«hablé…»", "voilà…”", "CAFÉ®",
    "Größe: 5×½ “ß”", "SEÃ»", "naïve façade, Ångström², São Tomé", "привет, мир — “тест”",
    "日本語「テスト」", "emoji 📋 ⚙️ ✅ é”", "plain ASCII", "", "Ä“ö”", "100 € – “Ä”", "\u{FEFF}é",
    "Zoë’s résumé—“naïveté”…",
  ])
  func `text that is not damaged stays`(text: String) {
    #expect(repair(text) == text)
  }

  @Test(.readsSharedData)
  func `of the corpus only the damaged document changes, and becomes the repaired one`() throws {
    let damaged = "corpus/week1-as-received.md"
    var untouched = 0
    for path in try SharedData.corpus() where path != damaged {
      let bytes = try SharedData.bytes(path)
      #expect(SourceFile(path: path, bytes: bytes).repairedBytes == bytes, "\(path)")
      untouched += 1
    }
    let repaired = SourceFile(path: damaged, bytes: try SharedData.bytes(damaged)).repairedBytes
    #expect(repaired == (try SharedData.bytes("corpus/week1-repaired.md")))
    #expect(untouched > 140)
  }

  @Test(.readsSharedData)
  func `each document of the corpus comes back when it is damaged as a whole`() throws {
    var repairedCount = 0
    for path in try SharedData.corpus() where path != "corpus/week1-as-received.md" {
      let bytes = try SharedData.bytes(path)
      let damaged = try #require(String(validating: bytes, as: UTF8.self)).throughWrongCodePage
      let repaired = SourceFile(path: path, bytes: Array(damaged.utf8)).repairedBytes
      #expect(repaired == bytes, "\(path)")
      if Array(damaged.utf8) != bytes { repairedCount += 1 }
    }
    #expect(repairedCount > 20)
  }

  private func repair(_ text: String) -> String {
    let source = SourceFile(path: "a.md", bytes: Array(text.utf8))
    return String(decoding: source.repairedBytes, as: UTF8.self)
  }
}

extension String {
  /// The text's UTF-8 taken for Windows-1252.
  fileprivate var throughWrongCodePage: String {
    let scalars = (0...0x10FFFF).lazy.compactMap { Unicode.Scalar($0) }.prefix(0x2200)
    var table: [UInt8: Unicode.Scalar] = [:]
    for scalar in scalars { if let byte = Windows1252.byte(for: scalar) { table[byte] = scalar } }
    return String(
      String.UnicodeScalarView(
        utf8.map { byte in byte < 0x80 ? Unicode.Scalar(byte) : table[byte] ?? "?" }))
  }
}
