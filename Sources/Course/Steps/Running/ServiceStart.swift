/// How a program that runs until it is stopped shows that it is up.
public struct ServiceStart: Sendable, Equatable {
  /// All have to hold.
  public var conditions: [WaitCondition]

  /// - Parameters:
  ///   - simple: the command that stays.
  ///   - settings: what the author says to wait for, which goes before what the words tell.
  public init(_ simple: SimpleCommand, _ settings: StepSettings) {
    if !settings.wait.isEmpty {
      conditions = settings.wait
    } else {
      conditions = Self.port(of: simple).map { [.port($0)] } ?? []
    }
  }

  /// With what the author says to wait for, and nothing else.
  init(_ settings: StepSettings) { conditions = settings.wait }

  /// The port of this machine that a command says it serves, or that its program does unless told.
  static func port(of simple: SimpleCommand) -> Int? {
    let command = ResolvedCommand(simple)
    let values = command.values
    let isContainer = ["docker", "podman"].contains(command.name)
    let names: Set<String> =
      isContainer ? ["-p", "--publish"] : ["-p", "--port", "--http-port", "--server.port", "-P"]
    for (index, value) in values.enumerated() {
      let parts = value.split(separator: "=", maxSplits: 1)
      if parts.count == 2, names.contains(String(parts[0])) { return number(parts[1], isContainer) }
      if names.contains(value), index + 1 < values.count {
        return number(values[index + 1][...], isContainer)
      }
      // `--bind 0.0.0.0:8000`, `--host=localhost:8000`
      if ["--bind", "-b", "--address"].contains(value), index + 1 < values.count {
        return values[index + 1].split(separator: ":").last.flatMap { Int($0) }
      }
    }
    if isContainer { return nil }
    // `python3 -m http.server 8765`
    if command.name == "http.server" {
      return values.first { !$0.hasPrefix("-") }.flatMap { Int($0) } ?? 8000
    }
    return ports[command.name]
  }

  /// Of `8080:80` the port of this machine, `127.0.0.1:8080:80` included.
  private static func number(_ text: Substring, _ isContainer: Bool) -> Int? {
    let parts = text.split(separator: ":")
    guard isContainer else { return parts.last.flatMap { Int($0) } }
    return parts.count > 1 ? Int(parts[parts.count - 2]) : nil
  }

  /// What programs listen on when nothing else is said, as their own documentation has it.
  private static let ports: [String: Int] = [
    "jupyter": 8888, "jupyter-lab": 8888, "jupyter-notebook": 8888, "mlflow": 5000,
    "flask": 5000, "uvicorn": 8000, "gunicorn": 8000, "hypercorn": 8000, "streamlit": 8501,
    "tensorboard": 6006, "prefect": 4200, "dagster": 3000, "airflow": 8080, "mkdocs": 8000,
    "hugo": 1313, "jekyll": 4000, "bentoml": 3000, "redis-server": 6379, "mage": 6789,
  ]
}

extension Step {
  /// Whether it leaves a program running that later steps may need.
  public var staysRunning: Bool {
    traits.contains(.service) || settings.isBackground == true
      || commands.flatMap(\.simpleCommands).contains(where: \.isBackground)
  }
}

extension ServiceStart {
  /// The command as one that stays while the steps after it run, or `nil`: its author says so, or its
  /// words do.
  ///
  /// - Parameter isLast: whether the step ends with it.
  public init?(_ command: StepCommand, of step: Step, isLast: Bool) {
    guard step.settings.isBackground != false else { return nil }
    let staying = command.simpleCommands.first { CommandDemands($0).traits.contains(.service) }
    let isAsked = step.settings.isBackground == true && isLast
    if isAsked, command.runner?.kind == .once {
      self.init(step.settings)
      return
    }
    guard let simple = staying ?? (isAsked ? command.simpleCommands.last : nil) else { return nil }
    self.init(simple, step.settings)
  }
}
