internal import CMachine
internal import Glibc

/// Whether the person has pressed Ctrl-C or closed the terminal, or the system asks for an end.
///
/// From its making on, none of these ends the program by itself.
package final class Interruption {
  private let descriptor: Descriptor
  private var wasRequested = false

  package init() throws(MachineError) {
    descriptor = try Descriptor(owning: notes_signal_descriptor(), doing: "watch for Ctrl-C")
  }

  package var isRequested: Bool {
    while notes_next_signal(descriptor.number) != 0 { wasRequested = true }
    return wasRequested
  }
}
