internal import Machine

/// Whether this machine has a way to others.
enum Route {
  /// Whether there is a route to anywhere (proc(5), `/proc/net/route`), or a proxy. Where that cannot
  /// be told it is taken for true.
  static var isThere: Bool {
    guard let four = try? Files.read("/proc/net/route") else { return true }
    let environment = System.environment
    let proxies = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    if proxies.contains(where: { environment[$0]?.isEmpty == false }) { return true }
    let destinations = String(decoding: four, as: UTF8.self).split(separator: "\n").dropFirst()
      .compactMap { $0.split(whereSeparator: { $0 == "\t" || $0 == " " }).dropFirst().first }
    if destinations.contains("00000000") { return true }
    // Destination, its length, …, device: the default route over `lo` is the one that refuses.
    let six = (try? Files.read("/proc/net/ipv6_route")) ?? []
    return String(decoding: six, as: UTF8.self).split(separator: "\n").contains { line in
      let fields = line.split(separator: " ")
      return fields.count > 2 && fields[0].allSatisfy { $0 == "0" } && fields[1] == "00"
        && fields.last != "lo"
    }
  }
}
