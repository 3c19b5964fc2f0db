import Markdown
import TestSupport
import Testing

@testable import Course

/// Compares the split of real shell blocks into commands with asking bash line by line.
struct CorpusAgreementTests {
  @Test(.readsSharedData)
  func `the blocks of the corpus split into commands as bash reads them`() throws {
    var blocks = 0
    for path in try SharedData.corpus() {
      for step in Page(path: path, bytes: try SharedData.bytes(path)).steps {
        let lines = BlockLine.lines(of: step.code)
        let text = lines.map { $0.command ?? $0.text }.joined(separator: "\n")
        let expected = try BashSplit(text).commands
        let split = ShellScript(text).commands.map(SplitCommand.init)
        #expect(split == expected, "\(path):\(step.range.start.line)\n\(text)")
        blocks += 1
      }
    }
    print("corpus: \(blocks) blocks split as bash splits them")
    #expect(blocks > 300)
  }
}
