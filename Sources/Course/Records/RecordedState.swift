/// What a record knows of a step as the notes have it now.
public enum RecordedState: Sendable, Equatable {
  case current(StepRecord)
  /// The step has changed since.
  case stale(StepRecord)
  case missing
}

extension PageRecord {
  /// The state of each of a page's steps, in order.
  ///
  /// A step is known by its id; one whose id is new is the same all the same if an entry that no
  /// other step claims has its hash, as after a change of title.
  public func states(of steps: [Step]) -> [RecordedState] {
    let ids = Set(steps.map(\.id))
    let byID = Dictionary(self.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var unclaimed = self.steps.filter { !ids.contains($0.id) }
    return steps.map { step in
      let hash = step.fingerprint
      if let entry = byID[step.id] { return entry.hash == hash ? .current(entry) : .stale(entry) }
      guard let index = unclaimed.firstIndex(where: { $0.hash == hash }) else { return .missing }
      return .current(unclaimed.remove(at: index))
    }
  }
}
