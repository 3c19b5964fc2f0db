internal import Course
internal import Machine

/// curl, which asks one web server for one page.
struct Curl {
  private let program: String
  private let environment: [String: String]
  private let timeout: Double

  enum Method { case head, get }

  /// How much of a page is read; ids behind it are not found.
  private static let limit = 4_000_000

  /// - Parameter timeout: seconds for the whole answer.
  init(timeout: Double) throws(MachineError) {
    environment = System.environment
    self.timeout = timeout
    guard let program = Programs(environment).path(of: "curl") else {
      throw MachineError(
        "cannot ask for links: there is no curl here", mend: "sudo apt install curl")
    }
    self.program = program
  }

  /// - Parameter wantsBody: whether the page's text is read, where it is HTML.
  func ask(
    _ address: WebAddress, _ method: Method, wantsBody: Bool
  ) throws(MachineError) -> Result<HTTPResponse, NoAnswer> {
    // A person's own settings for curl may change what it prints. Redirects are followed one by one, as
    // each host has its turns.
    var arguments = [
      program, "-q", "--silent", "--globoff", "--include", "--suppress-connect-headers",
      "--proto", "=http,https", "--max-time", "\(timeout)", "--user-agent",
      "Mozilla/5.0 (compatible; notes check)", "--header", "Accept: text/html,*/*;q=0.8",
    ]
    if method == .head { arguments.append("--head") }
    arguments += ["--url", address.requested]
    let process = try RunningProgram(arguments, environment: environment, folder: "/")
    var bytes: [UInt8] = []
    while bytes.count <= Self.limit {
      let more = process.read()
      if more.isEmpty {
        let status = process.end()
        guard var response = HTTPResponse(bytes) else { return .failure(NoAnswer(curl: status)) }
        response.isCut = status != 0
        return .success(response)
      }
      bytes += more
      if let response = HTTPResponse(bytes), !(wantsBody && response.isHTML) {
        process.stop()
        return .success(response)
      }
    }
    process.stop()
    guard var response = HTTPResponse(bytes) else { return .failure(NoAnswer(.brokenAnswer)) }
    response.isCut = true
    return .success(response)
  }
}

/// Why there is no answer.
struct NoAnswer: Error {
  var trouble: ExternalLinkCache.Trouble

  init(_ trouble: ExternalLinkCache.Trouble) { self.trouble = trouble }

  /// - Parameter status: curl's exit status (curl(1), "exit codes").
  init(curl status: Int?) {
    trouble =
      switch status {
      case 3, 5, 6: .unknownHost
      case 7: .noConnection
      case 28: .timeout
      case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91: .certificate
      case 52, 55, 56: .noConnection
      default: .brokenAnswer
      }
  }
}
