import Course
import TestSupport
import Testing

@testable import Runner

/// Blocks of another language in a program that is kept open, in places that have one.
@Suite(.serialized) struct LanguageTests {
  private static let python = LanguageRunner(
    language: "python", command: "python3", kind: .session)

  /// The places of this machine's own programs.
  private static let places = TestPlace.available.filter { [.host, .sandbox, .ssh].contains($0) }

  /// Runs a page and gives what became of each step, with what its last command printed.
  private func run(_ text: String, in place: TestPlace) throws -> [String] {
    let home = try makeHome()
    let session = try place.session(home: home)
    let page = Page(
      path: "content/a.md", bytes: Array(text.utf8), runners: ["python": Self.python])
    let execution = StepExecution(
      options: Runner.Options(), session: session, stop: { .none }, observer: { _ in })
    var masking = Masking(names: [], environment: [:], steps: page.steps)
    return try page.steps.map { step in
      let result = try execution.run(
        step, limit: step.settings.timeout ?? .seconds(60), &masking)
      let output = result.actions.last?.result.output.text ?? ""
      return "\(result.outcome) \(output.replacing("\n", with: "⏎"))"
    }
  }

  /// Each block in a fence of its own; those that begin with `$ ` are the shell's.
  private func page(_ blocks: [String]) -> String {
    blocks.map { block in
      block.hasPrefix("$ ")
        ? "```sh\n\(block.dropFirst(2))\n```\n" : "```python\n\(block)\n```\n"
    }.joined(separator: "\n")
  }

  @Test(
    arguments: places,
    [
      (["x = 41", "x + 1", "None"], ["passed ", "passed 42⏎", "passed "]),
      (["def f(n):\n\n    return n\n\nif True:\n    f(1)\n\nf(2)"], ["passed 2⏎"]),
      // What it shares with the shell.
      (
        [
          "import os", "$ export A=1; mkdir d; cd d",
          "os.environ['A'], os.path.basename(os.getcwd())",
        ],
        ["passed ", "passed ", "passed ('1', 'd')⏎"]
      ),
      (
        [
          "import os; os.environ['A'] = 'own'; os.chdir('/')", "os.environ['A'], os.getcwd()",
          "$ echo [$A]",
        ], ["passed ", "passed ('own', '/')⏎", "passed []⏎"]
      ),
      // In the order in which it is printed, and without a line feed at the end.
      (
        [
          "import subprocess\nprint('a')\n_ = subprocess.run(['echo', 'b'])\nprint('c', end='')"
        ],
        ["passed a⏎b⏎c"]
      ),
      (
        ["raise ValueError(1)", "2"],
        [
          "failed Traceback (most recent call last):⏎  File \"a\", line 1, in <module>⏎    raise ValueError(1)⏎ValueError: 1⏎",
          "passed 2⏎",
        ]
      ),
      (
        ["def f(:\n  pass", "3"],
        [
          "failed   File \"a\", line 1⏎    def f(:⏎          ^⏎SyntaxError: invalid syntax⏎",
          "passed 3⏎",
        ]
      ),
      // What reads cannot eat the next block.
      (["input()", "4"], ["failed EOF", "passed 4⏎"]),
      (["x = 1; exit(3)", "'x' in globals()"], ["failed ", "passed False⏎"]),
      (["x = 1; exit()", "'x' in globals()"], ["passed ", "passed False⏎"]),
      (["import os; os._exit(0)", "5"], ["passed ", "passed 5⏎"]),
      (
        ["import os; os.kill(os.getpid(), 9)", "6"],
        ["failed 'python3' was ended by signal 9⏎", "passed 6⏎"]
      ),
      // The program is no job of the shell, and outlives it.
      (
        ["x = 7", "$ wait; kill -9 $$", "x", "$ set -eu; printf() { :; }", "x"],
        ["passed ", "failed ", "passed 7⏎", "passed ", "passed 7⏎"]
      ),
      (["print('\\0ü', end='')", "print('x' * 300000)"], ["passed \0ü", "passed xx"]),
      (
        [
          "import multiprocessing\nwith multiprocessing.Pool(2) as pool: print(pool.map(abs, [-1]))"
        ], ["passed [1]⏎"]
      ),
    ])
  func `blocks have results of their own`(
    place: TestPlace, _ input: (blocks: [String], expected: [String])
  ) throws {
    let found = try run("# P\n\n## A\n\n" + page(input.blocks), in: place)
    #expect(found.count == input.expected.count)
    for (found, expected) in zip(found, input.expected) {
      // Of long ones the beginning is told, of a trace the kind.
      let isShort = expected.hasSuffix("⏎") || expected.hasSuffix(" ") || found.count < 20
      let plain = found.replacing("File \"a-import-os\"", with: "File \"a\"")
      #expect(
        isShort ? plain == expected : plain.hasPrefix(expected) || plain.contains("EOFError"))
    }
  }

  @Test(arguments: places)
  func `a block that takes too long is interrupted, and ended where it does not mind`(
    place: TestPlace
  ) throws {
    // On a busy machine the answer to the interruption may come too late.
    var isKept = false
    for _ in 0..<5 where !isKept {
      let found = try run(
        """
        ```python
        x = 1
        ```

        ```python timeout=500ms
        import subprocess; subprocess.run(["sleep", "1000"])
        ```

        ```python
        x
        ```

        ```python timeout=500ms
        import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)
        while True: pass
        ```

        ```python
        "x" in globals()
        ```
        """, in: place)
      let outcomes = found.map { $0.prefix { $0 != " " } }
      #expect(outcomes[1] == "timedOut" && outcomes[3] == "timedOut")
      #expect(found[4] == "passed False⏎")
      isKept = found[1].hasSuffix("KeyboardInterrupt⏎") && found[2] == "passed 1⏎"
    }
    #expect(isKept)
  }

  @Test(arguments: places) func `a block reads the answers that its step gives`(place: TestPlace)
    throws
  {
    let found = try run("```python stdin=\"Ann\"\nprint(input('Who? '))\n```\n", in: place)
    #expect(found == ["passed Who? Ann⏎"])
  }
}
