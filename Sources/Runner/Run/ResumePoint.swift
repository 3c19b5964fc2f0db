internal import Course
internal import FoundationEssentials
internal import Machine

/// Where an earlier run of a page stood: the steps that passed, and the shell after the last of them.
///
/// Written while the run goes on, so that one which is killed can be resumed too.
struct ResumePoint: Codable {
  private var schema = "notes.resume/1"
  /// The fingerprints of the steps that passed, by id; a step that has changed since is run again.
  private var passed: [String: String] = [:]
  /// What brings a new shell to the same state.
  var state = ""
  private var written: ContinuousClock.Instant?

  private enum CodingKeys: String, CodingKey { case schema, passed, state }

  init() {}

  /// - Throws: where the file cannot be read or is no such file.
  init(contentsOf path: String) throws(MachineError) {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      throw MachineError(
        "there is no run to resume: \(path) does not exist",
        mend: "run the page once without --resume")
    }
    do {
      self = try JSONDecoder().decode(ResumePoint.self, from: Data(bytes))
    } catch {
      throw MachineError("\(path) is no record of a run that can be resumed", mend: "remove it")
    }
  }

  func hasPassed(_ step: Step) -> Bool { passed[step.id] == step.fingerprint }

  mutating func note(_ step: Step) { passed[step.id] = step.fingerprint }

  /// Whether it is time to write it again.
  mutating func isDue(_ now: ContinuousClock.Instant) -> Bool {
    if let written, now - written < .milliseconds(500) { return false }
    written = now
    return true
  }

  func write(to path: String) throws(MachineError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return }
    // The shell's variables stand in it.
    try Files.write([UInt8](data), to: path, isPrivate: true)
  }
}
