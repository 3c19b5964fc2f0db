/// Traits while they are being found out, a bit each.
struct TraitSet: OptionSet, Sendable {
  var rawValue: UInt8

  static let network = TraitSet(.network)
  static let root = TraitSet(.root)
  static let docker = TraitSet(.docker)
  static let interactive = TraitSet(.interactive)
  static let service = TraitSet(.service)
  static let destructive = TraitSet(.destructive)
  static let secret = TraitSet(.secret)
  static let session = TraitSet(.session)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ trait: StepTrait) {
    rawValue =
      switch trait {
      case .network: 1
      case .root: 2
      case .docker: 4
      case .interactive: 8
      case .service: 16
      case .destructive: 32
      case .secret: 64
      case .session: 128
      }
  }

  /// The same as steps have them.
  var traits: Set<StepTrait> {
    isEmpty ? [] : Set(StepTrait.allCases.filter { contains(TraitSet($0)) })
  }
}
