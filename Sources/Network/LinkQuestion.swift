internal import Course
internal import FoundationEssentials
internal import Machine

/// Asks whether a link leads somewhere: follows its redirects, and asks again where a server has
/// trouble that may pass.
struct LinkQuestion: Sendable {
  private let settings: ExternalSettings
  private let turns: HostTurns
  private let hosts: HostTroubles

  private static let attempts = 3
  private static let redirects = 10
  /// The longest time that a server is waited for that says when it wants to be asked again.
  private static let patience = 60.0

  init(settings: ExternalSettings, turns: HostTurns, hosts: HostTroubles) {
    self.settings = settings
    self.turns = turns
    self.hosts = hosts
  }

  /// - Returns: `nil` where it was not asked, as there is no network.
  func answer(_ link: ExternalLinks.Link) throws(MachineError) -> ExternalLinkCache.Answer? {
    var answer = ExternalLinkCache.Answer(
      url: link.url, status: nil, checked: Date.now.formatted(.iso8601))
    var address = link.address
    var isPermanent = true
    for _ in 0...Self.redirects {
      let asked = try ask(address, wantsBody: !link.fragments.isEmpty)
      guard case .success(let response) = asked else {
        if case .failure(let failure) = asked { answer.trouble = failure.trouble }
        answer.status = nil
        if address.host != link.host { answer.host = address.host }
        return hosts.isWithoutNetwork ? nil : answer
      }
      answer.status = response.status
      guard let location = response.location else {
        if response.status < 300 { look(for: link.fragments, in: response, &answer) }
        return answer
      }
      // What leads to where nobody is asked says no more than that the server is there.
      guard let next = address.resolved(location), settings.asks(next) else { return answer }
      isPermanent = isPermanent && response.isPermanent
      if isPermanent { answer.movedTo = next.text }
      address = next
    }
    answer.status = nil
    answer.trouble = .endlessRedirects
    answer.movedTo = nil
    return answer
  }

  private func look(
    for fragments: [String], in response: HTTPResponse, _ answer: inout ExternalLinkCache.Answer
  ) {
    guard !fragments.isEmpty else { return }
    answer.fragments = fragments
    guard response.isHTML, !response.isCut else { return }
    let html = String(decoding: response.body, as: UTF8.self)
    let missing = ExternalLinkCheck.missing(fragments, in: html)
    answer.missing = missing.isEmpty ? nil : missing
  }

  /// One address, asked again as long as that may help.
  private func ask(
    _ address: WebAddress, wantsBody: Bool
  ) throws(MachineError) -> Result<HTTPResponse, NoAnswer> {
    if let trouble = hosts[address.authority] { return .failure(NoAnswer(trouble)) }
    var wait = settings.delay
    var last: Result<HTTPResponse, NoAnswer>
    var attempt = 1
    while true {
      last = try once(address, wantsBody: wantsBody)
      if case .success = last { hosts.hasAnswered(address) }
      guard attempt < Self.attempts, !hosts.isWithoutNetwork, let least = pause(after: last) else {
        break
      }
      attempt += 1
      wait *= 2
      turns.pause(address.host, for: .seconds(max(wait, least)))
    }
    if case .failure(let failure) = last { hosts.hasFailed(address, failure.trouble) }
    return last
  }

  /// How long to wait at least before an answer may be another; `nil` where it will not.
  private func pause(after answer: Result<HTTPResponse, NoAnswer>) -> Double? {
    switch answer {
    case .failure(let failure):
      return failure.trouble == .certificate || failure.trouble == .brokenAnswer ? nil : 0
    case .success(let response):
      let status = response.status
      guard status == 429 || status >= 500 && status < 600 && status != 501 else { return nil }
      let wait = response.retryAfter ?? 0
      return wait > Self.patience ? nil : wait
    }
  }

  /// Asks for the header alone, and for the page where the server does not do that, or says that
  /// there is none: some answer such requests wrongly, and an author should not look for nothing.
  private func once(
    _ address: WebAddress, wantsBody: Bool
  ) throws(MachineError) -> Result<HTTPResponse, NoAnswer> {
    let curl = try Curl(timeout: settings.timeout)
    if !wantsBody {
      let answer = try turns.ask(address.host) { () throws(MachineError) in
        try curl.ask(address, .head, wantsBody: false)
      }
      guard case .success(let response) = answer, response.status != 429,
        (400..<500).contains(response.status) || response.status == 501
      else { return answer }
    }
    return try turns.ask(address.host) { () throws(MachineError) in
      try curl.ask(address, .get, wantsBody: wantsBody)
    }
  }
}
