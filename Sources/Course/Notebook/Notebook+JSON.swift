extension Notebook {
  /// The file: JSON laid out as nbformat does, with sorted keys and a value a line.
  public var text: String { JSONWriter.text(of: json, .lines) + "\n" }

  var json: JSONValue {
    var members = other
    members["metadata"] = .object(metadata)
    members["nbformat"] = .integer(4)
    members["nbformat_minor"] = .integer(minor)
    members["cells"] = .array(cells.map(\.json))
    return .object(members)
  }
}

extension Notebook.Cell {
  var json: JSONValue {
    var members = other
    members["cell_type"] = .string(content.name)
    members["id"] = id.map(JSONValue.string)
    members["metadata"] = .object(metadata)
    members["source"] = .lines(source)
    members["attachments"] = attachments.map { files in
      .object(files.mapValues { Notebook.Output.linedBundle($0) })
    }
    if case .code(let count, let outputs) = content {
      members["execution_count"] = count.map(JSONValue.integer) ?? .null
      members["outputs"] = .array(outputs.map(\.json))
    }
    return .object(members)
  }
}

extension Notebook.Output {
  var json: JSONValue {
    var members = fields
    members["output_type"] = .string(type)
    if type == "stream", let text = fields["text"]?.string { members["text"] = .lines(text) }
    if let data = fields["data"] { members["data"] = Self.linedBundle(data) }
    return .object(members)
  }

  /// Content by type, with texts as lists of lines, as nbformat splits them; JSON stays as it is.
  static func linedBundle(_ bundle: JSONValue) -> JSONValue {
    guard case .object(let members) = bundle else { return bundle }
    return .object(
      members.reduce(into: [:]) { result, member in
        let isText = member.value.string != nil && !isJSON(member.key)
        result[member.key] = isText ? .lines(member.value.string ?? "") : member.value
      })
  }

  /// The same with lists of lines as texts.
  static func joinedBundle(_ bundle: JSONValue) -> JSONValue {
    guard case .object(let members) = bundle else { return bundle }
    return .object(
      members.reduce(into: [:]) { result, member in
        result[member.key] = isJSON(member.key) ? member.value : member.value.joined
      })
  }

  /// Types whose content is JSON and never a list of lines.
  static func isJSON(_ type: String) -> Bool {
    type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
  }
}

extension JSONValue {
  /// A text as a list of its lines, each with its line feed.
  static func lines(_ text: String) -> JSONValue {
    var lines: [JSONValue] = []
    var rest = text.utf8[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { rest.index(after: $0) } ?? rest.endIndex
      lines.append(.string(String(Substring(rest[..<end]))))
      rest = rest[end...]
    }
    return .array(lines)
  }

  /// The one text that a list of texts is; everything else as it is.
  var joined: JSONValue {
    guard case .array(let values) = self else { return self }
    let texts = values.compactMap(\.string)
    return texts.count == values.count ? .string(texts.joined()) : self
  }
}
