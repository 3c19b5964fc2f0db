import Course
import Markdown
import TestSupport
import Testing

/// The nine steps of a real week of notes, as it was received.
@Suite(.readsSharedData) struct SeedDocumentTests {
  private func page(_ name: String) throws -> Page {
    Page(path: name, bytes: try SharedData.bytes("corpus/\(name)"))
  }

  @Test(arguments: ["week1-as-received.md", "week1-repaired.md"])
  func `the document has nine steps by number, title and kind`(name: String) throws {
    let outline = try page(name).steps.map { step in
      "\(step.number ?? "-") | \(step.title.prefix(60)) | \(step.kind)"
        + (step.isOptional ? " optional" : "")
    }
    #expect(
      outline == [
        "1 | Download and install the Anaconda distribution of Python | transcript",
        "2 | Update existing packages | transcript",
        "3 | Install Docker | transcript",
        "4.1 | Install docker-compose in a separate directory | transcript",
        "4.2 | To get the latest release of Docker Compose, go to https://g | transcript",
        "4.3 | Make it executable | transcript",
        "4.4 | Add to path | edit",
        "- | Run Docker without sudo | transcript optional",
        "5 | Run Docker | transcript",
      ])
  }

  @Test func `its commands are without prompts, and no editor is among them`() throws {
    let commands = try page("week1-as-received.md").steps.map { $0.commands.map(\.text) }
    #expect(
      commands == [
        ["wget https://repo.anaconda.com/archive/Anaconda3-2022.05-Linux-x86_64.sh"],
        ["sudo apt update"], ["sudo apt install docker.io"], ["mkdir soft", "cd soft"],
        [
          "wget https://github.com/docker/compose/releases/download/v2.5.0/"
            + "docker-compose-linux-x86_64 -O docker-compose"
        ],
        ["chmod +x docker-compose"], ["source .bashrc"],
        ["sudo groupadd docker", "sudo usermod -aG docker $USER"], ["docker run hello-world"],
      ])
  }

  @Test func `the editor's step is an edit of one line, then a command`() throws {
    let step = try #require(try page("week1-as-received.md").steps.first { $0.number == "4.4" })
    let edit = try #require(step.edits.first)
    #expect(step.edits.count == 1)
    #expect(edit.file == ".bashrc")
    #expect(edit.editor == "nano")
    #expect(edit.text == "export PATH=\"${HOME}/soft:${PATH}\"\n")
    #expect(edit.position == SourcePosition(line: 54, column: 3))
    #expect(step.actions.first == .edit(edit))
    #expect(step.actions.count == 2)
  }

  @Test func `a step knows its headings without the page's title`() throws {
    let step = try #require(try page("week1-as-received.md").steps.first { $0.number == "4.3" })
    #expect(step.headings == ["Environment Setup", "4. Install Docker Compose"])
    #expect(step.id == "make-it-executable")
    #expect(step.range.start.line == 49)
    #expect(step.range.end.line == 51)
  }

  @Test func `what a step needs is made by an earlier one`() throws {
    let steps = try page("week1-as-received.md").steps
    let needs = steps.map { step in
      step.neededSteps.compactMap { id in steps.first { $0.id == id }?.number }
    }
    #expect(needs == [[], [], [], [], ["4.1"], ["4.2"], ["4.1"], [], ["3"]])
  }

  @Test func `the fault that a reader hits is told with its mend`() throws {
    let troubles = PageCheck.diagnostics(try page("week1-repaired.md"))
      .filter { $0.severity == .error }
    #expect(troubles.map(\.rule) == ["dotfile-outside-home", "group-exists"])
    let trouble = try #require(troubles.first)
    #expect(trouble.rule == "dotfile-outside-home")
    #expect(trouble.position == SourcePosition(line: 54, column: 3))
    #expect(trouble.message.contains("~/soft/.bashrc"))
    #expect(trouble.mend == "write `~/.bashrc`")
    #expect(troubles.last?.position == SourcePosition(line: 63, column: 3))
    #expect(troubles.last?.mend == "write `sudo groupadd -f docker`")
  }
}
