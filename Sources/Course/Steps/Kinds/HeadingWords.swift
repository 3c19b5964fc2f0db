/// Words by which a heading says of all that stands below it where it is typed, or that it is not to be.
extension PlaceRules {
  /// The words of a heading that forbid what stands below it: "Backup (do not use)". With an object
  /// they forbid something else.
  static func ban(in heading: String) -> String? {
    guard let words = Phrases.first(bans, in: heading),
      let range = heading.firstRange(ofASCII: words)
    else { return nil }
    let rest = heading[range.upperBound...].split { !$0.isLetter }
    return rest.isEmpty || rest.count == 1 && ["this", "these", "it", "below"].contains(rest[0])
      ? words : nil
  }

  private static let bans: Phrases = ["do not use", "don't use", "do not run", "don't run"]

  /// The words of a heading that is no more than the name of a place: "Inside the container".
  static func place(in heading: String) -> String? {
    guard let words = Phrases.first(places, in: heading),
      heading.dropFirst(words.utf8.count - 1).split(whereSeparator: { !$0.isLetter }).count < 3
    else { return nil }
    return String(words.dropFirst())
  }

  private static let places: Phrases = [
    "^inside the container", "^in the container", "^within the container", "^inside a container",
    "^inside the docker container", "^in the docker container", "^inside the dev container",
    "^inside the pod", "^inside the vm", "^in the psql shell", "^inside psql",
  ]
}
