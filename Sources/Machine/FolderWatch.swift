/// Tells that something has happened in folders, not what.
package final class FolderWatch {
  private let watcher: Descriptor

  package init() throws(MachineError) { watcher = try System.watcher() }

  /// Becomes readable when something happens.
  package var descriptor: CInt { watcher.number }

  /// Watches a folder, not those in it.
  ///
  /// - Returns: whether it can be watched; the system has a limit.
  package func add(_ folder: String) -> Bool { System.watch(folder, with: watcher) }

  /// Forgets what has happened so far.
  package func clear() {
    while let bytes = System.read(watcher), !bytes.isEmpty {}
  }
}
