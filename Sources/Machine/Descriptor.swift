internal import Glibc

/// An open file descriptor, closed when this value goes away.
package struct Descriptor: ~Copyable {
  package let number: CInt

  /// - Throws: when `number` is -1, which is how a call says that it failed.
  package init(owning number: CInt, doing: String) throws(MachineError) {
    guard number >= 0 else { throw MachineError(doing: doing, code: errno) }
    self.number = number
  }

  deinit { _ = close(number) }
}
