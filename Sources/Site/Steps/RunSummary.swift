internal import Course
internal import Markdown

/// What the last recorded run of a page did, in a line.
public struct RunSummary: Sendable, Equatable {
  /// How many steps can be run as they stand.
  public var steps: Int
  /// How many of them did what the notes say.
  public var verified: Int
  public var failed: Int
  /// How many printed something else than the notes say.
  public var changed: Int
  /// How many have changed since.
  public var stale: Int
  /// Such as `Debian 12`; empty where the record does not tell.
  public var system: String
  /// Such as `2026-11-24`.
  public var day: String

  public init(
    steps: Int, verified: Int, failed: Int, changed: Int, stale: Int, system: String, day: String
  ) {
    self.steps = steps
    self.verified = verified
    self.failed = failed
    self.changed = changed
    self.stale = stale
    self.system = system
    self.day = day
  }

  init(_ page: Page, _ record: PageRecord, _ states: [RecordedState]) {
    let statuses = zip(page.steps, states).filter { step, _ in
      step.kind.isRunnable && !step.ownActions.isEmpty
    }.map { StepStatus($1) }
    func count(_ status: StepStatus) -> Int { statuses.count { $0 == status } }
    self.init(
      steps: statuses.count, verified: count(.passed), failed: count(.failed),
      changed: count(.changed), stale: count(.stale),
      system: Self.name(of: record.system), day: String(record.date.prefix(10)))
  }

  /// The distribution without what only its makers need: `Debian GNU/Linux 12 (bookworm)` is
  /// `Debian 12`.
  private static func name(of system: SystemRecord) -> String {
    let name = system.distribution.isEmpty ? system.kernel : system.distribution
    return name.prefix { $0 != "(" }.replacing("GNU/Linux ", with: "")
      .split(separator: " ").joined(separator: " ")
  }

  /// The badge at the head of the page.
  var html: [UInt8] {
    var html: [UInt8] = []
    let status = self.status
    html.append(html: "<p class=\"run\" data-status=\"\(status.rawValue)\"><b>\(status.sign) ")
    html.append(html: "\(verified) of \(steps) step\(steps == 1 ? "" : "s") verified</b>")
    appendPlace(to: &html, lead: " on ")
    var mark = "; "
    for (count, words) in [
      (failed, "failed"), (changed, "printed something else"), (stale, "changed since"),
    ] where count > 0 {
      html.append(html: "\(mark)\(count) \(words)")
      mark = ", "
    }
    html.append(html: "</p>\n")
    return html
  }

  /// `on Debian 12, 2026-11-24`
  func appendPlace(to html: inout [UInt8], lead: String) {
    if !system.isEmpty {
      html.append(html: lead)
      html.append(escaping: system)
    }
    // What a hand has written there need not be a date.
    guard let day = Timestamp(day)?.day else { return }
    html.append(html: ", <time datetime=\"\(day)\">\(day)</time>")
  }

  private var status: StepStatus {
    if failed > 0 { return .failed }
    if changed + stale > 0 { return .changed }
    return verified > 0 ? .passed : .skipped
  }
}
