internal import CMachine
internal import Glibc

/// Whether the person has pressed Ctrl-C or closed the terminal, or the system asks for an end.
///
/// From its making on, none of these ends the program by itself.
package final class Interruption {
  private let descriptor: Descriptor
  /// How often the person has asked.
  private var requests = 0

  package init() throws(MachineError) {
    descriptor = try Descriptor(owning: notes_signal_descriptor(), doing: "watch for Ctrl-C")
  }

  /// Becomes readable when somebody asks.
  package var number: CInt { descriptor.number }

  package var count: Int {
    while notes_next_signal(descriptor.number) != 0 { requests += 1 }
    return requests
  }
}
