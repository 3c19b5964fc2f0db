extension String {
  /// The text as one word that a shell takes as it is: between single quotes (POSIX.1-2017 XCU 2.2.2).
  public var shellQuoted: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
}
