package import Course
internal import FoundationEssentials
package import Machine

/// Asks for all links of a course to other sites that are not known well enough.
package struct LinkQuestions {
  private let links: ExternalLinks
  private let settings: ExternalSettings
  private let store: LinkCacheStore
  /// What was known before.
  package private(set) var cache: ExternalLinkCache
  private let due: [ExternalLinks.Link]

  /// How many hosts are asked at the same time.
  private static let jobs = 8
  /// How long it counts that a link leads somewhere, and that it does not: a week and two hours.
  private static let ages = (alive: 7.0 * 86_400, dead: 2.0 * 3600)
  /// How often answers are kept while others are still asked for.
  private static let savingInterval = Duration.seconds(5)

  /// - Parameter root: the course's folder, where answers are kept; `nil` keeps none.
  package init(_ links: ExternalLinks, settings: ExternalSettings, root: String?) {
    self.links = links
    self.settings = settings
    store = LinkCacheStore(root: root)
    cache = store.read()
    let stamp = { (age: Double) in
      // A clock before the year 1 is no clock; then all is asked.
      Timestamp(Date.now.addingTimeInterval(-age).formatted(.iso8601))
    }
    if let alive = stamp(Self.ages.alive), let dead = stamp(Self.ages.dead) {
      due = cache.due(links, since: alive, deadSince: dead)
    } else {
      due = links.links
    }
  }

  /// How many links are asked for.
  package var count: Int { due.count }

  /// Asks, and keeps the answers.
  ///
  /// - Parameters:
  ///   - isWhole: whether these are all links of the course, so that answers for others can go.
  ///   - progress: called on this thread with how many of how many links are done.
  /// - Throws: where there is no curl or no network; then nothing is told of links.
  package mutating func ask(
    isWhole: Bool, progress: (_ done: Int, _ count: Int) -> Void
  ) throws(MachineError) {
    if isWhole { cache.keep(only: links) }
    let hosts = HostTroubles()
    if !due.isEmpty {
      if due.contains(where: { $0.address.reach == .everyone }), !Route.isThere {
        throw Self.noNetwork
      }
      _ = try Curl(timeout: settings.timeout)
      try ask(hosts, progress)
    }
    try store.write(cache)
  }

  private mutating func ask(
    _ hosts: HostTroubles, _ progress: (Int, Int) -> Void
  ) throws(MachineError) {
    let question = LinkQuestion(
      settings: settings, turns: HostTurns(delay: settings.delay), hosts: hosts)
    // What takes longest begins first.
    let queues = Dictionary(grouping: due, by: \.host).values.sorted {
      ($1.count, $0[0].url) < ($0.count, $1[0].url)
    }
    let answers = Shared<[ExternalLinkCache.Answer]>([])
    let failure = Shared<MachineError?>(nil)
    var known = cache
    var saved = ContinuousClock.now
    let (store, count) = (store, due.count)
    Workers.run(queues.count, jobs: Self.jobs) { number in
      for link in queues[number] {
        do throws(MachineError) {
          guard failure.value == nil, !hosts.isWithoutNetwork,
            let answer = try question.answer(link)
          else { return }
          answers.change { $0.append(answer) }
        } catch {
          failure.change { $0 = error }
        }
      }
    } meanwhile: {
      let answered = answers.value
      progress(answered.count, count)
      guard saved.duration(to: .now) > Self.savingInterval, !answered.isEmpty else { return }
      saved = .now
      // Whoever ends this asks for the rest the next time; what cannot be kept is told at the end.
      if !hosts.isWithoutNetwork(limit: 1) {
        for answer in answered { known.record(answer) }
        try? store.write(known)
      }
    }
    if let failure = failure.value { throw failure }
    if hosts.isWithoutNetwork(limit: 3) { throw Self.noNetwork }
    for answer in answers.value { cache.record(answer) }
  }

  private static var noNetwork: MachineError {
    MachineError(
      "cannot ask for links to other sites: no server answers, so there seems to be no network",
      mend: "try again where there is one; without --external all else is checked")
  }
}
