internal import Course
internal import Machine

/// What is known of hosts while links are asked for, so that one that does not answer is not asked for
/// each of its pages, and none is where there is no network.
struct HostTroubles: Sendable {
  private let state = Shared(State())

  private struct State {
    var troubles: [String: ExternalLinkCache.Trouble] = [:]
    /// Hosts for everyone that gave no answer.
    var silent: Set<String> = []
    var isAnswered = false
  }

  /// From how many hosts on that do not answer while none does there is no network.
  private static let limit = 5

  /// Why a host is not asked any more.
  subscript(authority: String) -> ExternalLinkCache.Trouble? {
    state.value.troubles[authority]
  }

  func hasAnswered(_ address: WebAddress) {
    state.change { $0.isAnswered = true }
  }

  func hasFailed(_ address: WebAddress, _ trouble: ExternalLinkCache.Trouble) {
    guard [.unknownHost, .noConnection, .timeout].contains(trouble) else { return }
    let (authority, isPublic) = (address.authority, address.reach == .everyone)
    state.change { state in
      state.troubles[authority] = trouble
      if isPublic { state.silent.insert(authority) }
    }
  }

  /// Whether so many hosts were silent, and none was not, that it is not for them.
  var isWithoutNetwork: Bool { isWithoutNetwork(limit: Self.limit) }

  func isWithoutNetwork(limit: Int) -> Bool {
    let state = state.value
    return !state.isAnswered && state.silent.count >= limit
  }
}
