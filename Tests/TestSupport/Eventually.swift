import Foundation

/// Whether something comes to hold within a minute, for what the system does in its own time.
package func eventually(_ holds: () throws -> Bool) rethrows -> Bool {
  for _ in 0..<600 {
    if try holds() { return true }
    Thread.sleep(forTimeInterval: 0.1)
  }
  return false
}
