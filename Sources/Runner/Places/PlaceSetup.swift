/// What a run asks of the place that it makes.
struct PlaceSetup {
  /// Whether there is no network but a loopback interface of its own.
  var isOffline = false
  /// A folder in which the layers stay; without one they go with the place.
  var keptFolder: String?
  /// Folders below `/tmp` that a sandbox, which has a `/tmp` of its own, shows all the same.
  var shownFolders: [String] = []
  /// The device of the person's terminal, for steps that ask.
  var terminal: String?
}
