/// A day, or a moment, as ISO 8601 writes it: `2026-03-01` or `2026-03-01T09:30:00+02:00`.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// As RFC 3339 wants it, with midnight UTC for a day alone: `2026-03-01T00:00:00Z`.
  public let text: String
  /// From 1970 on, in UTC.
  private let seconds: Int

  /// The day as it was written: `2026-03-01`.
  public var day: String { String(text.prefix(10)) }

  /// Reads a calendar date of the years 1 to 9999, alone or with a time; `nil` for any other text.
  ///
  /// A time has hours and minutes, may have seconds and a fraction of them, which is dropped, and is
  /// UTC unless an offset follows.
  public init?(_ text: String) {
    var reader = Reader(rest: text.utf8[...])
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2),
      reader.take("-"), let day = reader.number(2), year >= 1, (1...12).contains(month),
      (1...Self.days(of: month, in: year)).contains(day)
    else { return nil }
    let date = String(text.utf8.prefix(10)) ?? ""
    guard !reader.rest.isEmpty else {
      self.text = date + "T00:00:00Z"
      seconds = Self.days(to: year, month, day) * 86_400
      return
    }
    guard reader.take("T") || reader.take("t") || reader.take(" "), let hour = reader.number(2),
      hour < 24, reader.take(":"), let minute = reader.number(2), minute < 60
    else { return nil }
    var second = 0
    if reader.take(":") {
      guard let number = reader.number(2), number < 60 else { return nil }
      second = number
      if reader.take(".") { reader.rest = reader.rest.drop { Reader.digits.contains($0) } }
    }
    guard let offset = reader.offset(), reader.rest.isEmpty else { return nil }
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let zone =
      offset == 0
      ? "Z" : (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
    self.text = "\(date)T\(two(hour)):\(two(minute)):\(two(second))\(zone)"
    seconds =
      Self.days(to: year, month, day) * 86_400 + hour * 3600 + (minute - offset) * 60 + second
  }

  /// How long after another moment this one is.
  public func time(since other: Timestamp) -> Duration { .seconds(seconds - other.seconds) }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.text) < (right.seconds, right.text)
  }

  private static func days(of month: Int, in year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// How many days lie between 1970-01-01 and the date.
  private static func days(to year: Int, _ month: Int, _ day: Int) -> Int {
    let before = year - 1
    let years = before * 365 + before / 4 - before / 100 + before / 400 - 719_162
    return years + (1..<month).reduce(0) { $0 + days(of: $1, in: year) } + day - 1
  }
}

/// Takes numbers and signs off the front of a text.
private struct Reader {
  var rest: Substring.UTF8View

  static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  mutating func number(_ count: Int) -> Int? {
    let text = rest.prefix(count)
    guard text.count == count, text.allSatisfy({ Self.digits.contains($0) }) else { return nil }
    rest = rest.dropFirst(count)
    return text.reduce(0) { $0 * 10 + Int($1 - Self.digits.lowerBound) }
  }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// The minutes by which the time is ahead of UTC; 0 where nothing is said.
  mutating func offset() -> Int? {
    if rest.isEmpty || take("Z") || take("z") { return 0 }
    let sign = take("-") ? -1 : take("+") ? 1 : 0
    guard sign != 0, let hours = number(2), hours < 24 else { return nil }
    _ = take(":")
    guard let minutes = number(2), minutes < 60 else { return nil }
    return sign * (hours * 60 + minutes)
  }
}
