internal import Glibc

/// The machine could not do what is needed; exit status 3.
///
/// A command that ends with a status other than 0 is no error but an outcome.
public struct MachineError: Error, CustomStringConvertible {
  /// What could not be done and why; no full stop.
  public var description: String
  /// What would make it possible.
  public var mend: String?

  public init(_ description: String, mend: String? = nil) {
    self.description = description
    self.mend = mend
  }

  package init(doing: String, code: CInt) {
    self.init("cannot \(doing): \(Self.message(code))")
  }

  private static func message(_ code: CInt) -> String {
    switch code {
    case ENOSPC: "no space left on the device"
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "permission denied"
    case EMFILE, ENFILE: "too many open files"
    case ENOMEM: "out of memory"
    case EAGAIN: "too many processes"
    default: "error \(code)"
    }
  }
}
