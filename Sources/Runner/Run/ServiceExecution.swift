internal import Course
internal import Machine

/// Programs that run until they are stopped: started in the background, and waited for.
extension StepExecution {
  /// A program that stays, with what shows that it is up.
  struct Service {
    var text: String
    var start: ServiceStart
  }

  /// The action as a service: its author says so, or its words do.
  func service(_ action: StepAction, _ step: Step, isLast: Bool) -> Service? {
    guard case .command(let command) = action,
      let start = ServiceStart(command, of: step, isLast: isLast)
    else { return nil }
    return Service(text: command.shellText(in: step), start: start)
  }

  /// How long a program that tells no sign of being up has to live to count as started.
  private static let settling = WaitCondition.delay(.seconds(2))

  /// Starts the program in the background of the session and waits until it is up. It ends with the
  /// session, if not before.
  func start(
    _ service: Service, _ step: Step, limit: Duration, _ masking: Masking
  ) throws(MachineError) -> CommandResult {
    let log = "\(session.stateFolder)/\(step.id).log"
    let file = log.shellQuoted
    var result = try session.run(
      "{\n\(service.text)\n} >\(file) 2>&1 </dev/null &\nnotes_service=$!", limit: limit, stop: stop
    )
    guard result.isSuccess else { return result }
    let clock = ContinuousClock()
    let begin = clock.now
    var open = service.start.conditions
    if open.isEmpty { open = [Self.settling] }
    func print(_ text: String) { result.output.append(Array(text.utf8)) }
    while !open.isEmpty {
      result.duration = clock.now - begin
      guard try succeeds("kill -0 $notes_service") else {
        print(try output(of: "cat \(file)"))
        print("it ended before it was up\n")
        result.status = max(1, try session.run("wait $notes_service", limit: .seconds(5)).status)
        return result
      }
      if stop() != .none {
        result.ending = .interrupted
        return result
      }
      if result.duration > limit {
        print(try output(of: "tail -n 20 \(file)"))
        result.ending = .timedOut
        result.waitedFor = open.map(\.words).joined(separator: " and ")
        return result
      }
      var left: [WaitCondition] = []
      for condition in open {
        if try !holds(condition, after: result.duration, log: file) { left.append(condition) }
      }
      open = left
      let last = try output(of: "tail -n 1 \(file)")
      observer(.progress(step, elapsed: result.duration, lastLine: masking.masked(last)))
    }
    result.duration = clock.now - begin
    print(try output(of: "head -c 4096 \(file)"))
    return result
  }

  private func holds(
    _ condition: WaitCondition, after elapsed: Duration, log: String
  ) throws(MachineError) -> Bool {
    switch condition {
    case .delay(let delay):
      if elapsed < delay { _ = try succeeds("sleep 0.1") }
      return elapsed >= delay
    case .port(let port):
      return try succeeds("exec 3<>/dev/tcp/127.0.0.1/\(port) || { sleep 0.1; false; }")
    case .output(let text):
      return try succeeds("grep -qF -e \(text.shellQuoted) \(log) || { sleep 0.1; false; }")
    case .url(let url): return try succeeds(Self.answers(url))
    }
  }

  /// Whether an address answers with a status below 400, by bash alone where it is plain http.
  private static func answers(_ url: String) -> String {
    let quoted = url.shellQuoted
    return """
      url=\(quoted)
      if [[ $url == https:* ]]; then
        curl --fail --silent --output /dev/null --max-time 5 "$url" || { sleep 0.2; false; }
      else
        rest=${url#*://} host=${rest%%/*} path=/
        [[ $rest == */* ]] && path=/${rest#*/}
        port=80
        [[ $host == *:* ]] && port=${host##*:} host=${host%:*}
        { exec 3<>"/dev/tcp/$host/$port" && printf 'GET %s HTTP/1.0\r\nHost: %s\r\n\r\n' "$path" "$host" >&3 \
          && read -r -t 5 _ status _ <&3 && [[ $status -lt 400 ]]; } || { sleep 0.2; false; }
      fi
      """
  }

  /// A question to the place, asked in a subshell so that it leaves nothing behind.
  private func succeeds(_ question: String) throws(MachineError) -> Bool {
    try session.run("(\(question)\n) >/dev/null 2>&1 && :", limit: .seconds(15)).isSuccess
  }

  private func output(of command: String) throws(MachineError) -> String {
    try session.run("(\(command)) 2>/dev/null && :", limit: .seconds(5)).output.text
  }
}

extension WaitCondition {
  /// What is waited for, in words.
  fileprivate var words: String {
    switch self {
    case .port(let port): "port \(port)"
    case .output(let text): "the line '\(text)'"
    case .url(let url): url
    case .delay(let delay): "\(delay.components.seconds) s to pass"
    }
  }
}
