import Machine

extension Files {
  /// Reads a file that a person has named or that belongs to the course.
  static func contents(_ path: String) throws -> [UInt8] {
    do {
      return try read(path)
    } catch .missing {
      throw WrongUse(description: "there is no file '\(path)'")
    } catch .isFolder {
      throw WrongUse(description: "'\(path)' is a folder; name a Markdown file in it")
    } catch .machine(let error) {
      throw error
    }
  }
}
