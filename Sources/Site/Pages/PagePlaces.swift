internal import Course
internal import Markdown

/// The headings and steps of a page by the places where their blocks begin.
struct PagePlaces {
  private let page: Page
  private var headings: [SourcePosition: Int] = [:]
  private var steps: [SourcePosition: Int] = [:]

  init(_ page: Page) {
    self.page = page
    headings.reserveCapacity(page.headings.count)
    steps.reserveCapacity(page.steps.count)
    // The first of a place counts.
    for number in page.headings.indices.reversed() {
      headings[page.headings[number].range.start] = number
    }
    for number in page.steps.indices.reversed() { steps[page.steps[number].range.start] = number }
  }

  func heading(_ block: Block) -> Heading? { headings[block.range.start].map { page.headings[$0] } }

  func step(_ block: Block) -> Step? { steps[block.range.start].map { page.steps[$0] } }
}
