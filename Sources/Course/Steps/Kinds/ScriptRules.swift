/// Rules about blocks that are the text of a script, or lines for a file of the system.
extension ContentRules {
  /// The text of a script, which stands in a file and is not typed: it names its interpreter, speaks
  /// to a scheduler of jobs, or the text has it put into a file that it does not name.
  ///
  /// - Parameter goesOn: whether the block right before was a part of such a script.
  static func script(_ block: BlockFacts, _ lead: Prose?, goesOn: Bool = false) -> KindDecision? {
    guard block.language == .shell || block.language == .unmarked, !block.hasPrompts else {
      return nil
    }
    if let first = block.lines.first?.text, first.hasPrefix("#!") {
      return KindDecision(.edit, scriptRule, first)
    }
    if let line = block.lines.first(where: { isDirective($0.text) }) {
      return KindDecision(.edit, scriptRule, line.text)
    }
    if let hosts = HostLines.decide(block, lead) { return hosts }
    if let line = CronLines.line(of: block) { return KindDecision(.edit, fileRule, line) }
    guard let lead else { return nil }
    if goesOn, let name = block.commands.first?.resolved.first?.name, !handling.contains(name),
      let sentence = lead.sentences.last,
      Phrases.first(submissions, in: lead.marked) == nil,
      let words = Phrases.first(continuations, in: sentence)
    {
      return KindDecision(.edit, scriptRule, words)
    }
    if !block.isShell, let sentence = lead.sentences.last,
      let words = Phrases.first(rewritings, in: sentence)
    {
      return KindDecision(.edit, scriptRule, words)
    }
    if let words = Phrases.first(puttings, in: lead.marked),
      let sentence = lead.sentences.last(where: {
        Phrases.first(unnamedFiles, in: $0) != nil
          // Commands may as well write to the file, or be about it.
          || (!block.isShell || block.isSetup) && Phrases.first(theFile, in: $0) != nil
      }),
      Phrases.first(puttings, in: sentence) != nil,
      Phrases.first(typings, in: sentence) == nil || Phrases.first(prohibited, in: sentence) != nil
    {
      return KindDecision(.edit, scriptRule, words)
    }
    return nil
  }

  /// What is done with a script, or on the way to it, and seldom by one.
  private static let handling: NameSet = [
    "chmod", "sbatch", "squeue", "qsub", "qstat", "git", "crontab", "cd", "nano", "vim", "cat",
    "ls",
  ]
  /// Whether a line tells a batch system what the script needs.
  static func isDirective(_ line: String) -> Bool { directives.first(beginning: line) != nil }

  /// Words by which more is added to a script that is being written.
  private static let continuations: Phrases = [
    "next, we", "next we", "next, let's", "then we", "then, we", "we will add", "we can add",
    "we add", "we also", "also, we", "also add", "lastly", "finally, we", "let's add",
    "let's assign", "add the", "add a line", "add the line", "to our script", "in our script",
    "let's create a function", "let's add a function", "let's create a variable",
    "let's store", "we need to add", "in the script",
  ]
  private static let submissions: Phrases = [
    "run", "execute", "submit", "sbatch", "qsub", "terminal", "command line", "save", "saved",
  ]
  private static let puttings: Phrases = [
    "add this", "add these", "add the following", "paste it", "paste this", "paste the following",
    "put this", "put these", "put the following", "copy this", "write this", "write the following",
  ]
  /// Words that ask for a file, named before, to hold other lines.
  private static let rewritings: Phrases = [
    "change the content of the file", "change the contents of the file",
    "replace the content of the file", "replace the contents of the file",
    "change its content to", "change its contents to",
  ]
  /// Words of a sentence about what is typed at the prompt after all.
  private static let typings: Phrases = ["^to", "terminal", "command", "use", "run", "type"]
  private static let prohibited: Phrases = [
    "don't enter", "do not enter", "don't type", "do not type",
  ]
  private static let unnamedFiles: Phrases = [
    "to our file", "to your file", "onto our file", "onto your file", "to our script",
    "to your script", "to the script", "into our script", "into your script", "into the script",
    "into a new file", "in a new file", "into a new text document", "into a text file",
    "in a text file", "into the file", "into a file",
  ]
  private static let theFile: Phrases = [
    "into this file", "into that file", "to the file", "to this file", "to that file",
    "in the file", "in this file", "in that file", "to the script file",
  ]

  static let scriptRule = "text-of-a-script"

  /// How batch systems are told what a job needs (Slurm, PBS, LSF, COBALT).
  private static let directives: Fragments = ["#SBATCH ", "#PBS ", "#BSUB ", "#COBALT "]
}
