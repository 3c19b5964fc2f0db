import Machine
import Testing

/// Work on several threads.
struct WorkersTests {
  @Test(arguments: [1, 2, 8]) func `each piece is done once, and results stand in order`(jobs: Int)
  {
    let done = Shared<[Int]>([])
    let results = Workers.map(200, jobs: jobs) { number in
      done.change { $0.append(number) }
      return number * number
    }
    #expect(results == (0..<200).map { $0 * $0 })
    #expect(done.value.sorted() == Array(0..<200))
    #expect(Workers.map(0, jobs: jobs) { $0 }.isEmpty)
  }

  @Test(arguments: [1, 2, 8]) func `the lowest number that fails is told`(jobs: Int) {
    struct Failure: Error, Equatable { var number: Int }
    #expect(throws: Failure(number: 7)) {
      try Workers.map(100, jobs: jobs) { (number) throws(Failure) in
        if number >= 7 { throw Failure(number: number) }
      }
    }
  }
}
