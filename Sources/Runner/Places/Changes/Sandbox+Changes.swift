extension Sandbox {
  func changes() -> SandboxChanges? {
    let layers = storage.layers.map { layer in
      UpperLayer(
        folder: layer.upper, lower: layer.mountPoint, path: layer.mountPoint, keepsOwners: isRoot)
    }
    let temporary = UpperLayer(folder: storage.temporary, lower: nil, path: "/tmp")
    let stood = isRoot ? [] : RootOnlyFiles.made
    return SandboxChanges(of: layers + [temporary], home: home) { stood.contains($0) }
  }
}
