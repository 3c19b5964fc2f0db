import Builder
import Course
import Machine
import Site

extension Build {
  /// Builds, and builds again with each change, until the person wants an end.
  func watch(_ folder: CourseFolder) throws {
    let interruption = try Interruption()
    var changes = CourseWatch(root: folder.root, isPolling: poll)
    // What is wrong with the command itself ends it; what is wrong with the notes can be mended.
    var told = ToldProblems()
    if let (report, diagnostics) = try whileNotesAreWrong({ try make(folder) }) {
      DiagnosticPrinter(folder).print(told.news(in: diagnostics))
      print(report, target: try target(folder))
      changes.note(outside: report.outside)
    }
    let way = changes.isPolling ? "Looking for changes every second" : "Watching for changes"
    Terminal.output.write("\(way); Ctrl-C ends it\n")
    while let paths = changes.next(interruption) {
      let start = ContinuousClock.now
      do {
        guard let (report, diagnostics) = try whileNotesAreWrong({ try make(folder) }) else {
          continue
        }
        let news = told.news(in: diagnostics)
        DiagnosticPrinter(folder).print(news)
        changes.note(outside: report.outside)
        let written = report.changes.count { change in
          // Lists of all pages are made of them and count for none.
          change.kind != .removed && change.path.hasSuffix(".html")
            && ![WholeCourse.path, HeadingsPages.path].contains(change.path)
            && !change.path.hasPrefix("search/")
        }
        let time = start.duration(to: .now) / .milliseconds(1)
        Terminal.output.write(
          "\(names(paths).printable): \(written) of \(report.pages.counted("page")) written in "
            + "\(Int(time.rounded())) ms\(old(diagnostics.count { !$0.isSilenced } - news.count))\n"
        )
      } catch let error as WrongUse {
        Terminal.error.write("notes: \(error.description)\n")
      } catch let error as MachineError {
        Terminal.error.write("notes: \(error.description)\n")
      }
    }
  }

  /// `nil` where it has told what is wrong with the notes.
  private func whileNotesAreWrong<Result>(_ body: () throws -> Result) throws -> Result? {
    do {
      return try body()
    } catch ExitStatus.trouble {
      return nil
    }
  }

  /// What else there is to mend.
  private func old(_ count: Int) -> String {
    count == 0 ? "" : "; \(count.counted("problem")) as before"
  }

  private func names(_ paths: [String]) -> String {
    paths.prefix(2).joined(separator: ", ")
      + (paths.count > 2 ? " and \(paths.count - 2) more" : "")
  }
}
