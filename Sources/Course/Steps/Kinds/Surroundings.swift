/// What stands around a block on its page.
struct Surroundings {
  /// The enclosing headings, outermost first.
  var headings: [OpenHeading]
  /// The first heading of the page.
  var title: OpenHeading?
  /// The texts above since the last block of code or heading; the last is the nearest.
  var before: [Prose]
  /// The texts that begin the list items that the block stands in, outermost first.
  var items: [Prose]
  /// The text right below.
  var after: Prose?
  /// The label of the tab that the block stands in, where another one before it shows the same for
  /// this system.
  var laterTab: String?

  /// The text right above, which introduces the block.
  var lead: Prose? { before.last }
}

/// A heading that encloses what follows; several blocks ask for the same one.
final class OpenHeading {
  let heading: Heading

  init(_ heading: Heading) { self.heading = heading }

  lazy var name = StepName(heading.text)
  /// A heading of many words tells of a system rather than being for it.
  lazy var isForOtherSystem =
    OtherSystem.isFor(heading.text) && heading.text.split(separator: " ").count < 11
  lazy var isOfOtherDistribution = OtherSystem.isOtherDistribution(heading.text)
  lazy var lowercased = heading.text.inLowercase

  /// The words by which it forbids what stands below it.
  lazy var ban = PlaceRules.ban(in: lowercased)

  /// The words by which it says where all that stands below it is typed: "2. Inside the container".
  lazy var place =
    lowercased.contains(ascii: "in") ? PlaceRules.place(in: name.title.inLowercase) : nil

  /// Whether ``lowercased`` may begin with one of the phrases, as far as its first byte tells.
  func mayBegin(with phrases: Phrases) -> Bool {
    heading.text.utf8.first.map { phrases.canBegin($0.inLowercase) } ?? false
  }
}
