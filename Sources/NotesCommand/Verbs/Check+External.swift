import Course
import Machine
import Network

extension Check {
  /// Asks for links to other sites and adds what is wrong with them.
  ///
  /// - Returns: why they could not be asked for.
  func askOthers(
    about selection: [(Page, CourseFolder?)], _ report: inout CheckReport
  ) throws -> MachineError? {
    for (root, group) in Dictionary(grouping: selection, by: { $0.1?.root }).sorted(by: {
      ($0.key ?? "") < ($1.key ?? "")
    }) {
      let folder = group.first?.1
      let (settings, _) = try folder?.settings() ?? (CourseSettings(), [])
      let links = ExternalLinks(
        group.map { PageLinks($0.0) }, settings: settings.external)
      var questions = LinkQuestions(links, settings: settings.external, root: root)
      var progress = WorkProgress("Asking for", "link")
      defer { progress.end() }
      do throws(MachineError) {
        try questions.ask(isWhole: pages.isEmpty) { progress.show($0, of: $1) }
      } catch {
        return error
      }
      progress.end()
      report.add(
        ExternalLinkCheck.diagnostics(links, questions.cache, severity: settings.linkSeverity),
        in: folder)
      report.asked += questions.count
      report.known += links.links.count - questions.count
      report.leftOut += links.leftOutCount
    }
    return nil
  }
}
