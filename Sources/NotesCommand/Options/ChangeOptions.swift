import ArgumentParser
import Course
import Machine
import Runner

/// The flags about what a sandbox holds when its steps are done.
struct ChangeOptions: ParsableArguments {
  @Option(help: "Keep what the sandbox changes in DIR, and go on from what is there.")
  var keep: String?

  @Flag(help: "List every file that changed in the sandbox.")
  var changes = false

  @Option(help: "Write what changed in the sandbox to FILE, in the schema notes.changes/1.")
  var changesJson: String?

  func validate(in place: Location) throws {
    if !place.hasLayers, keep != nil || changes || changesJson != nil {
      throw ValidationError(
        "--keep, --changes and --changes-json are about a sandbox, not about \(place)")
    }
    if let keep, let reason = KeptFolder.refusal(of: keep) { throw ValidationError(reason) }
  }

  /// Says what changed in the sandbox, and where it is kept.
  func tell(_ changed: SandboxChanges?) throws {
    guard let changed else { return }
    let report = ChangeReport(
      changes: changed, home: System.environment["HOME"] ?? "/root", showsAll: changes)
    let text = report.text(Terminal.output, fate: keep == nil ? "now gone" : "and kept")
    if !text.isEmpty { Terminal.output.write("\n" + text) }
    let json = changesJson.map { [$0] } ?? []
    let kept = keep.map { ["\($0)/changes.json"] } ?? []
    if !json.isEmpty || !kept.isEmpty {
      let bytes = Array(try JSONText.of(changed).utf8)
      for path in json + kept { try Files.write(bytes, to: path) }
    }
    if let keep {
      Terminal.output.write(
        "Kept in \(keep.printable): files/ is what was written over /, changes.json tells it all; "
          + "the same --keep goes on from there\n")
    }
  }
}
