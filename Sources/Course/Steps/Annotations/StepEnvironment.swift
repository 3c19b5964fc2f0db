internal import Markdown

/// The folder and the variables that an author gives one step, as shell text around its commands.
///
/// What the step leaves in the shell stays, but for the folder and these variables, which are as they
/// were before.
public struct StepEnvironment: Sendable {
  /// Goes there; empty where nothing is given.
  public let enter: String
  /// Comes back.
  public let leave: String

  public init(_ settings: StepSettings) {
    var enter: [String] = []
    var leave: [String] = []
    for variable in settings.environment where Self.isName(variable.name) {
      let (name, before) = (variable.name, "notes_before_\(variable.name)")
      enter.append("\(before)=${\(name)+=}${\(name)-}")
      enter.append("export \(name)=\(variable.value.shellQuoted)")
      leave.append("unset \(name)")
      leave.append("if [[ -n $\(before) ]]; then export \(name)=\"${\(before)#=}\"; fi")
      leave.append("unset \(before)")
    }
    if let folder = settings.folder {
      enter.insert("cd -- \(Self.path(folder)) && notes_before=$OLDPWD", at: 0)
      leave.append("cd -- \"$notes_before\"")
      leave.append("unset notes_before")
    }
    self.enter = enter.joined(separator: " &&\n")
    self.leave = leave.joined(separator: "\n")
  }

  /// What goes before the step's commands, as one of them; `nil` where nothing is given.
  public func command(_ step: Step) -> StepCommand? {
    enter.isEmpty
      ? nil
      : StepCommand(
        text: enter, position: step.range.start, expectation: nil, simpleCommands: [])
  }

  /// A path as a shell word: a `~` and variables at its start are left to the shell.
  static func path(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      byte >= 0x80 || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
        || (byte >= UInt8(ascii: "-") && byte <= UInt8(ascii: "9"))
        || "~$_{}@+=:,%".utf8.contains(byte)
    }
    if isPlain { return path }
    if path.hasPrefix("~/") { return "~/" + String(path.dropFirst(2)).shellQuoted }
    return path.shellQuoted
  }

  /// POSIX.1-2017 XBD 3.235.
  static func isName(_ name: String) -> Bool {
    name.utf8.first.map { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") } ?? false
      && name.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_")
          || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
          || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      }
  }
}
