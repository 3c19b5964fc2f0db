/// Makes nbformat 4.0 of nbformat 3, as nbformat's own `v4.upgrade` does.
struct NotebookUpgrade {
  private(set) var members: [String: JSONValue]

  /// - Parameter old: a notebook of version 3.
  init(_ old: [String: JSONValue]) {
    members = old
    let sheets = members.removeValue(forKey: "worksheets")?.array ?? []
    members["nbformat"] = .integer(4)
    members["nbformat_minor"] = .integer(0)
    let cells = sheets.flatMap { $0["cells"]?.array ?? [] }
    members["cells"] = .array(cells.map(Self.cell))
    var metadata = members["metadata"]?.object ?? [:]
    if let language = cells.firstResult({ $0["language"]?.string }),
      metadata["language_info"] == nil
    {
      metadata["language_info"] = .object(["name": .string(language)])
    }
    members["metadata"] = .object(metadata)
  }

  private static func cell(_ value: JSONValue) -> JSONValue {
    guard var cell = value.object else { return value }
    var metadata = cell["metadata"]?.object ?? [:]
    switch cell["cell_type"]?.string {
    case "code":
      cell["source"] = cell.removeValue(forKey: "input") ?? .string("")
      cell["execution_count"] = cell.removeValue(forKey: "prompt_number") ?? .null
      cell["language"] = nil
      if let collapsed = cell.removeValue(forKey: "collapsed") { metadata["collapsed"] = collapsed }
      cell["outputs"] = .array((cell["outputs"]?.array ?? []).map(output))
    case "heading":
      let level = cell.removeValue(forKey: "level")?.integer ?? 1
      let text = cell["source"]?.joined.string ?? ""
      cell["cell_type"] = .string("markdown")
      cell["source"] = .string(
        String(repeating: "#", count: max(1, min(6, level))) + " "
          + text.replacing("\n", with: " "))
    case "html":
      cell["cell_type"] = .string("markdown")
    default: break
    }
    cell["metadata"] = .object(metadata)
    return .object(cell)
  }

  private static func output(_ value: JSONValue) -> JSONValue {
    guard var output = value.object else { return value }
    switch output["output_type"]?.string {
    case "stream":
      output["name"] = output.removeValue(forKey: "stream") ?? .string("stdout")
    case "pyerr": output["output_type"] = .string("error")
    case "pyout", "display_data":
      if output["output_type"]?.string == "pyout" {
        output["output_type"] = .string("execute_result")
        output["execution_count"] = output.removeValue(forKey: "prompt_number") ?? .null
      }
      var data: [String: JSONValue] = [:]
      for (key, type) in types {
        guard let content = output.removeValue(forKey: key) else { continue }
        // Version 3 held JSON as text.
        data[type] =
          key == "json"
          ? content.joined.string.flatMap { try? JSONReader.value(of: Array($0.utf8)) } ?? content
          : content
      }
      output["data"] = .object(data)
      output["metadata"] = output["metadata"] ?? .object([:])
    default: break
    }
    return .object(output)
  }

  private static let types = [
    "text": "text/plain", "html": "text/html", "svg": "image/svg+xml", "png": "image/png",
    "jpeg": "image/jpeg", "latex": "text/latex", "json": "application/json",
    "javascript": "application/javascript",
  ]
}
