import Foundation
package import Testing

/// The folder `shared` beside the checkout: specifications and a corpus that tests read and that are
/// no part of the project.
package enum SharedData {
  package static let folder = Checkout.root + "/../shared"

  package static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

  package static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(path)")))
  }

  package static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// The paths of all Markdown files of the corpus, relative to `shared`.
  package static func corpus() throws -> [String] {
    let names =
      FileManager.default.enumerator(atPath: "\(folder)/corpus")?
      .compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".md") }.map { "corpus/\($0)" }.sorted()
  }
}

extension Trait where Self == ConditionTrait {
  /// For tests that read ``SharedData``; they are skipped by name where it is not.
  package static var readsSharedData: Self {
    .enabled(if: SharedData.isThere, "the folder 'shared' stands beside the checkout")
  }
}

/// The checkout that the tests were built from.
package enum Checkout {
  package static let root: String = {
    let support = URL(filePath: #filePath).deletingLastPathComponent()
    return support.deletingLastPathComponent().deletingLastPathComponent().path
  }()

  /// The paths of the files that git tracks or would, relative to the root.
  package static func files(in folder: String, ending: String = "") throws -> [String] {
    let names =
      FileManager.default.enumerator(atPath: "\(root)/\(folder)")?
      .compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }.sorted()
  }

  package static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }
}
