import ArgumentParser

/// What of a run is kept beside what the terminal shows.
struct RunOutputs: ParsableArguments {
  @Flag(help: "Write what the run did to results/PAGE.json, which the site shows.")
  var record = false

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write a report: junit=FILE, tap=FILE or json=FILE; github for annotations and a job summary.",
      valueName: "kind"))
  var reports: [ReportRequest] = []

  var areWanted: Bool { record || !reports.isEmpty }
}

/// A report that the person asks for, with where it goes.
enum ReportRequest: ExpressibleByArgument {
  case junit(String)
  case tap(String)
  case json(String)
  case github

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count > 1 ? parts[1] : nil) {
    case ("junit", let path?): self = .junit(path)
    case ("tap", let path?): self = .tap(path)
    case ("json", let path?): self = .json(path)
    case ("github", nil): self = .github
    default: return nil
    }
  }
}
