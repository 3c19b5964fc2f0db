/// What changed between two records of the same page; schema `notes.diff/1`.
public struct RecordDiff: Encodable, Sendable, Equatable {
  private let schema = "notes.diff/1"
  public let page: String
  /// When the two runs began.
  public let dates: Change<String>
  /// Where they ran, as far as that differs: `place`, `distribution`, `kernel`, `architecture`.
  public private(set) var system: [String: Change<String>] = [:]
  /// Versions of tools that differ; a tool that only one run used has no other version.
  public private(set) var tools: [String: Change<String?>] = [:]
  /// In the order of the newer record; steps that it no longer has stand at the end.
  public private(set) var steps: [StepDiff] = []
  /// Seconds that all steps took together.
  public let duration: Change<Double>

  public struct Change<Value: Encodable & Sendable & Equatable>: Encodable, Sendable, Equatable {
    public var before: Value
    public var after: Value
  }

  /// - Parameters:
  ///   - old: what an earlier run did.
  ///   - new: what a later one did.
  public init(from old: PageRecord, to new: PageRecord) {
    page = new.page
    dates = Change(before: old.date, after: new.date)
    duration = Change(before: old.duration, after: new.duration)
    for (name, before, after) in [
      ("place", old.system.place, new.system.place),
      ("distribution", old.system.distribution, new.system.distribution),
      ("kernel", old.system.kernel, new.system.kernel),
      ("architecture", old.system.architecture, new.system.architecture),
    ] where before != after {
      system[name] = Change(before: before, after: after)
    }
    for name in Set(old.system.tools.keys).union(new.system.tools.keys) {
      let (before, after) = (old.system.tools[name], new.system.tools[name])
      if before != after { tools[name] = Change(before: before, after: after) }
    }
    // A step is known by its id, else by its hash; see ``PageRecord/states(of:)``.
    let ids = Set(new.steps.map(\.id))
    let byID = Dictionary(old.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var unclaimed = old.steps.filter { !ids.contains($0.id) }
    for step in new.steps {
      var before = byID[step.id]
      if before == nil, let index = unclaimed.firstIndex(where: { $0.hash == step.hash }) {
        before = unclaimed.remove(at: index)
      }
      steps.append(StepDiff(from: before, to: step))
    }
    steps += unclaimed.map { StepDiff(from: $0, to: nil) }
  }

  /// Whether the two runs differ in more than when they were and how long they took.
  public var isChange: Bool {
    !system.isEmpty || !tools.isEmpty || steps.contains(where: \.isChange)
  }
}

/// What changed between two records of a step.
public struct StepDiff: Encodable, Sendable, Equatable {
  /// That of the newer record, where it has the step.
  public let id: String
  public let name: String
  /// Whether the notes changed the step itself.
  public let isEdited: Bool
  /// `nil` in a record that does not have the step.
  public let outcome: RecordDiff.Change<RecordedOutcome?>
  public let reason: RecordDiff.Change<String?>
  /// Seconds.
  public let duration: RecordDiff.Change<Double?>
  /// What was typed and printed as a unified diff; empty where that is the same.
  public let output: String

  init(from old: StepRecord?, to new: StepRecord?) {
    id = new?.id ?? old?.id ?? ""
    name = new?.name ?? old?.name ?? ""
    isEdited = old != nil && new != nil && old?.hash != new?.hash
    outcome = .init(before: old?.outcome, after: new?.outcome)
    reason = .init(before: old?.reason, after: new?.reason)
    duration = .init(before: old?.duration, after: new?.duration)
    output =
      old == nil || new == nil
      ? ""
      : LineDiff(from: Self.lines(old), to: Self.lines(new))
        .text(oldName: "before", newName: "after")
  }

  private static func lines(_ step: StepRecord?) -> [String] {
    (step?.transcript ?? "").split(separator: "\n").map(String.init)
  }

  /// Whether more than the time differs.
  public var isChange: Bool {
    isEdited || outcome.before != outcome.after || reason.before != reason.after || !output.isEmpty
  }
}
