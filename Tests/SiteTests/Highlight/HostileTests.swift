import TestSupport
import Testing

@testable import Site

/// Texts that a reader falls over which searches the same bytes again and again.
struct HostileTests {
  /// A quadratic reader needs minutes for these.
  @Test(arguments: CodeLanguage.allCases)
  func `what is never closed takes no longer than other text`(language: CodeLanguage) {
    let seconds = secondsOfWork {
      for pattern in Self.patterns {
        let bytes = Array(String(repeating: pattern, count: 15_000 / pattern.utf8.count).utf8)
        let tokens = language.tokens(of: bytes, 0..<bytes.count)
        var html: [UInt8] = []
        html.append(highlighting: bytes, tokens)
        #expect(html.count >= bytes.count)
      }
    }
    #expect(seconds < 60)
  }

  private static let patterns = [
    "\"", "'", "/*", "<!--", "${", "{{", "\"${", "`${", "#", "r#", "<<A\n", "R\"(", "=/[", "- ",
    "a: ", " ", "$(", "[", "<a ", "f\"{", "|\n ", "url(", "/", "\\\n", "--", "\0", "(a", "\"\"\"",
  ]
}
