import Builder
import Course
import Machine
import Site

/// A page as a PDF: the site's page, printed by Chromium.
struct PrintedPage {
  private let folder: CourseFolder
  private let page: Page

  init(_ argument: PageArgument) throws {
    guard let folder = argument.folder else {
      throw WrongUse(
        description: "'\(argument.page.path)' belongs to no course, and so has no page to print; "
          + "put it into a folder 'content'")
    }
    self.folder = folder
    page = argument.page
  }

  private static let programs = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
  ]

  func write(to path: String) throws {
    let environment = System.environment
    let programs = Programs(environment)
    guard let chromium = Self.programs.lazy.compactMap(programs.path).first else {
      throw MachineError(
        "no Chromium is there to print the page", mend: "install it: sudo apt install chromium")
    }
    // Among the caches of the course, so that the next page is made from what is there.
    let site = "\(folder.root)/.notes/print"
    let address = try build(into: site)
    let scratch = try System.makePrivateFolder(prefix: "/tmp/notes-print-")
    defer { Files.removeForeign(scratch) }
    let target = Files.absolute(path)
    var arguments = [
      chromium, "--headless", "--disable-gpu", "--no-pdf-header-footer",
      "--user-data-dir=\(scratch)", "--print-to-pdf=\(scratch)/page.pdf",
    ]
    // Chromium's own sandbox refuses root.
    if System.isRoot { arguments.append("--no-sandbox") }
    arguments.append("file://\(site)/\(address)")
    let process = try RunningProgram(arguments, environment: environment, folder: "/")
    while !process.read().isEmpty {}
    let status = process.end() ?? -1
    guard status == 0, let bytes = try? Files.read("\(scratch)/page.pdf"),
      bytes.starts(with: Array("%PDF-".utf8))
    else {
      throw MachineError("\(chromium) has printed nothing; it ended with status \(status)")
    }
    try Files.write(bytes, to: target)
  }

  /// Makes the site.
  ///
  /// - Returns: the page's file in it.
  private func build(into site: String) throws -> String {
    var options = SiteBuild.Options(output: site)
    options.includesDrafts = true
    options.acceptsForeign = true
    options.jobs = System.processorCount
    let (settings, theme, _) = try folder.siteGround()
    let build = SiteBuild(
      root: folder.root, settings: settings, theme: theme, options: options)
    _ = try build.run { _, _ in }
    return SiteAddresses(try folder.pagePaths())[page.path]?.path ?? page.names.site
  }
}
