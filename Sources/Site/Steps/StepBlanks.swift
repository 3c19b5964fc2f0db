internal import Course
internal import Markdown

/// What a reader replaces in a template's commands: inputs for it, and its places in the code.
struct StepBlanks {
  private let blanks: [StepTemplate.Blank]
  private let values: [String: String]

  init(_ step: Step, values: [String: String]) {
    blanks = step.kind == .template ? StepTemplate(step).blanks : []
    self.values = values
  }

  /// An input for each, labelled with its words. Without script they are not shown.
  func appendInputs(to output: inout [UInt8]) {
    guard !blanks.isEmpty else { return }
    output.append(html: "<p class=\"values\">\n")
    // `<project>` and `project` are one value.
    var names: Set<String> = []
    for blank in blanks where names.insert(blank.name).inserted {
      output.append(html: "<label>")
      output.append(escaping: blank.name.replacing("-", with: " "))
      output.append(html: " <input data-blank=\"")
      output.append(escaping: blank.name)
      output.append(html: "\" value=\"")
      output.append(escaping: StepTemplate.value(for: blank, in: values) ?? "")
      output.append(html: "\" placeholder=\"")
      output.append(escaping: blank.text)
      output.append(html: "\" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\"")
      output.append(html: isSecret(blank) ? " data-secret></label>\n" : "></label>\n")
    }
    output.append(html: "</p>\n")
  }

  /// Whether the value had better not be kept by the browser.
  private func isSecret(_ blank: StepTemplate.Blank) -> Bool {
    let words = blank.name.split(separator: "-")
    return words.contains { ["key", "token", "password", "passphrase", "secret"].contains($0) }
  }

  /// Appends a shell's text in its colours, with each blank in an element of its own.
  func append(_ text: String, to output: inout [UInt8]) {
    CodeHighlight.append(text, .shell, leavingOut: places(in: Array(text.utf8)), to: &output)
  }

  /// Where the blanks stand, in order and without overlap, with the element for each.
  private func places(in text: [UInt8]) -> [CodeHighlight.Gap] {
    guard !blanks.isEmpty else { return [] }
    // `<name>` before `name`.
    let blanks = blanks.sorted { $0.text.utf8.count > $1.text.utf8.count }
    let words = blanks.map { Array($0.text.utf8) }
    var places: [CodeHighlight.Gap] = []
    var position = 0
    while position < text.count {
      guard let index = words.indices.first(where: { text[position...].starts(with: words[$0]) })
      else {
        position += 1
        continue
      }
      var html: [UInt8] = []
      html.append(html: "<var data-blank=\"")
      html.append(escaping: blanks[index].name)
      html.append(html: "\">")
      html.append(escaping: blanks[index].text)
      html.append(html: "</var>")
      let end = position + words[index].count
      places.append(CodeHighlight.Gap(range: position..<end, html: html))
      position = end
    }
    return places
  }
}
