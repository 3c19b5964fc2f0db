/// What a run of a page did, as `results/<page>.json` keeps it: schema `notes.record/1`.
///
/// Only `date` and `duration` tell times, so that two runs that did the same differ nowhere else.
/// `docs/record.schema.json` describes it for other programs; keys that are not known are let
/// through, so that later versions can add some.
public struct PageRecord: Codable, Sendable, Equatable {
  /// Of what schema a record says that it is; another one is not read.
  public enum Schema: String, Codable, Sendable { case record = "notes.record/1" }

  public private(set) var schema = Schema.record
  /// The page's path in the course, such as `content/week1.md`.
  public var page: String
  public var title: String
  /// When the run began, in UTC, such as `2026-11-23T18:44:48Z` (ISO 8601).
  public var date: String
  /// Seconds, in thousandths, that all steps took together.
  public var duration: Double
  public var system: SystemRecord
  /// In the order of the page.
  public var steps: [StepRecord]

  public init(
    page: String, title: String, date: String, duration: Double, system: SystemRecord,
    steps: [StepRecord]
  ) {
    self.page = page
    self.title = title
    self.date = date
    self.duration = duration
    self.system = system
    self.steps = steps
  }
}

/// Where a page was run.
public struct SystemRecord: Codable, Sendable, Equatable {
  /// As `--in` names it, such as `sandbox`.
  public var place: String
  /// The distribution's name for itself, such as `Debian GNU/Linux 12 (bookworm)`; empty where
  /// nothing tells.
  public var distribution = ""
  /// Such as `Linux 6.1.0`.
  public var kernel = ""
  /// Such as `x86_64`.
  public var architecture = ""
  /// The versions of the tools that the steps use, by name, after the last step.
  public var tools: [String: String] = [:]

  public init(place: String) { self.place = place }
}

/// Several pages that were run together: schema `notes.run/1`.
public struct RunRecord: Codable, Sendable, Equatable {
  public enum Schema: String, Codable, Sendable { case run = "notes.run/1" }

  public private(set) var schema = Schema.run
  /// How many steps had each outcome; outcomes that none had are left out.
  public var counts: [String: Int]
  public var pages: [PageRecord]

  public init(_ pages: [PageRecord]) {
    self.pages = pages
    counts = pages.flatMap(\.steps).reduce(into: [:]) { $0[$1.outcome.rawValue, default: 0] += 1 }
  }
}
