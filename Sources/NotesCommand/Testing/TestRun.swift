import Course
import Machine
import Runner

/// Tests documents, some at a time, each in a session of its own.
struct TestRun {
  private let files: [TestFile]
  private let options: Runner.Options
  private let state = Shared(News())
  private let isStopped = Shared(false)

  /// What has happened since the last time.
  struct News: Sendable {
    var running: [Int] = []
    var finished: [(number: Int, result: Result<TestReport, MachineError>)] = []
  }

  init(_ files: [TestFile], _ options: Runner.Options) {
    self.files = files
    self.options = options
  }

  /// - Parameter observer: told on this thread, a document's end once.
  func run(jobs: Int, isInterrupted: () -> Bool, observer: (News) -> Void) {
    let (files, options, state, isStopped) = (files, options, state, isStopped)
    Workers.run(files.count, jobs: jobs) { number in
      guard !isStopped.value else { return }
      state.change { $0.running.append(number) }
      let result = Self.test(files[number], options) { isStopped.value }
      state.change { news in
        news.running.removeAll { $0 == number }
        news.finished.append((number, result))
      }
    } meanwhile: {
      if isInterrupted() { isStopped.change { $0 = true } }
      let news = state.change { news in
        defer { news.finished = [] }
        return news
      }
      observer(news)
    }
  }

  private static func test(
    _ file: TestFile, _ options: Runner.Options, isInterrupted: @escaping () -> Bool
  ) -> Result<TestReport, MachineError> {
    let environment = System.environment
    do throws(MachineError) {
      // In a sandbox a folder of the same path is made inside it. Documents of cram and scrut ask for
      // both words in its name.
      let parent = environment["TMPDIR"] ?? "/tmp"
      let scratch = try System.makePrivateFolder(prefix: "\(parent)/cramtests-execution.")
      defer { Files.remove(scratch) }
      var options = options
      // What stands around the document belongs to it.
      let parts = file.path.split(separator: "/")
      if parts.count > 2, parts[0] == "tmp" { options.shownFolders = ["/tmp/\(parts[1])"] }
      let slash = file.path.lastIndex(of: "/") ?? file.path.startIndex
      let place = DocumentPlace(
        folder: Files.parent(file.path),
        file: String(file.path[file.path.index(after: slash)...]), scratch: scratch)
      return .success(
        try TestRunner(options, environment: environment).run(
          file.document, in: place, isInterrupted: isInterrupted))
    } catch {
      return .failure(error)
    }
  }
}
