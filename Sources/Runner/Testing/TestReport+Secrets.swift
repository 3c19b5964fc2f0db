internal import Course

extension TestReport {
  /// Masks what is shown, and keeps secrets from being written into the document.
  mutating func hide(_ masking: Masking) {
    for index in verdicts.indices {
      verdicts[index].printed = verdicts[index].printed.map { masking.masked($0) }
    }
    for (index, output) in outputs {
      let text = String(decoding: output.bytes, as: UTF8.self)
      if masking.masked(text) != text { outputs[index] = nil }
    }
  }
}
