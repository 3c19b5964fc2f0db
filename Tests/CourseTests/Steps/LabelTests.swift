import Course
import Foundation
import Markdown
import TestSupport
import Testing

/// How well kinds and traits agree with blocks of real notes that were labelled by reading.
@Suite(.readsSharedData) struct LabelTests {
  private struct Label: Decodable {
    var id: String
    var kind: String
    var traits: Set<String>
    var why: String
  }

  @Test func `kinds and traits are those a careful reader gives`() throws {
    let data = Data(try SharedData.bytes("corpus/labels.json"))
    let labels = try JSONDecoder().decode([Label].self, from: data)
    var confusion: [String: Int] = [:]
    var right = 0
    var traits = (found: 0, wanted: 0, both: 0)
    var destructive = (wanted: 0, both: 0)
    for label in labels {
      let parts = label.id.split(separator: ":")
      let step = try step("corpus/\(parts[0])", line: Int(parts[1]) ?? 0)
      let kind = step?.kind.rawValue ?? "none"
      confusion["\(label.kind) as \(kind)", default: 0] += 1
      if kind == label.kind { right += 1 }
      let found = Set(step?.traits.map(\.rawValue) ?? [])
      traits.found += found.count
      traits.wanted += label.traits.count
      traits.both += found.intersection(label.traits).count
      if label.traits.contains("destructive") {
        destructive.wanted += 1
        if found.contains("destructive") { destructive.both += 1 }
      }
      if kind != label.kind || found != label.traits {
        print(
          "  \(label.id): \(label.kind) \(label.traits.sorted()), read as \(kind) "
            + "\(found.sorted()); \(label.why)")
      }
    }
    let score = 2 * Double(traits.both) / Double(traits.found + traits.wanted)
    for (pair, count) in confusion.sorted(by: { $0.key < $1.key }) { print("  \(pair): \(count)") }
    print("labels: \(right) of \(labels.count) kinds right")
    print("labels: F1 of traits \((score * 1000).rounded() / 1000)")
    print("labels: \(destructive.both) of \(destructive.wanted) destructive found")
    // What has been reached; a change that makes it worse is read before it goes in.
    #expect(right >= 119)
    #expect(score >= 0.97)
    #expect(destructive.both == destructive.wanted)
  }

  private func step(_ path: String, line: Int) throws -> Step? {
    Page(path: path, bytes: try SharedData.bytes(path)).steps.first { $0.range.start.line == line }
  }
}
