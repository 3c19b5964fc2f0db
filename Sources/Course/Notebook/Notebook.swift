/// A Jupyter notebook, nbformat 4 (nbformat.readthedocs.io/en/latest/format_description.html).
///
/// What the format does not know stays: unknown keys are kept as JSON.
public struct Notebook: Sendable, Equatable {
  public var metadata: [String: JSONValue] = [:]
  /// The minor version of the format, 5 for `4.5`. Cells have ids from 5 on.
  public var minor = 5
  public var cells: [Cell] = []
  /// Keys beyond those of the format.
  public var other: [String: JSONValue] = [:]

  public init() {}

  public struct Cell: Sendable, Equatable {
    public var content: Content
    /// Unique in the notebook, 1 to 64 letters, digits, `-` and `_`.
    public var id: String?
    public var metadata: [String: JSONValue] = [:]
    public var source: String
    /// Files of the cell: by name, and by type their content; `nil` where the key is absent.
    public var attachments: [String: JSONValue]?
    public var other: [String: JSONValue] = [:]

    public init(_ content: Content, id: String?, source: String) {
      self.content = content
      self.id = id
      self.source = source
    }
  }

  public enum Content: Sendable, Equatable {
    case markdown
    case raw
    /// `count` is absent for code that was never run.
    case code(count: Int?, outputs: [Output])

    var name: String {
      switch self {
      case .markdown: "markdown"
      case .raw: "raw"
      case .code: "code"
      }
    }
  }

  /// Something that a cell has printed or shown.
  ///
  /// Texts that the format lets be lists of lines are one text each.
  public struct Output: Sendable, Equatable {
    /// `stream`, `display_data`, `execute_result`, `error`, or a type of a later version.
    public var type: String
    /// All but `output_type`.
    public var fields: [String: JSONValue]

    public init(type: String, fields: [String: JSONValue]) {
      self.type = type
      self.fields = fields
    }

    public static func stream(_ name: String, _ text: String) -> Output {
      Output(type: "stream", fields: ["name": .string(name), "text": .string(text)])
    }

    /// What a kernel tells of a command that ended with another status than 0, as bash_kernel does.
    public static func error(status: Int) -> Output {
      Output(
        type: "error",
        fields: ["ename": .string(""), "evalue": .string("\(status)"), "traceback": .array([])])
    }

    /// What it shows by type, for `display_data` and `execute_result`.
    public var data: [String: JSONValue] { fields["data"]?.object ?? [:] }

    /// What a screen shows of it: what was printed, the value or the error's traceback.
    public var plainText: String? {
      switch type {
      case "stream": fields["text"]?.string
      case "error":
        fields["traceback"]?.array?.compactMap(\.string).joined(separator: "\n")
      default: data["text/plain"]?.string
      }
    }
  }

  /// The language of the code, in lowercase and as one word.
  public var language: String {
    let name =
      metadata["language_info"]?["name"]?.string ?? metadata["kernelspec"]?["language"]?.string
      ?? metadata["language"]?.string
      ?? "python"
    let word = name.lowercased().utf8.map { byte in
      byte <= 0x20 || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "{")
        ? UInt8(ascii: "-") : byte
    }
    return word.isEmpty ? "python" : String(decoding: word, as: UTF8.self)
  }
}
