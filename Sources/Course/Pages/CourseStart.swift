/// What a course begins with, and what checks it elsewhere.
public enum CourseStart {
  /// The files of a new course, by their paths in it.
  public static let files: [(path: String, text: String)] = [
    ("notes.yml", "title: My course\ndescription: What it is about, in a sentence.\n"),
    (
      "content/index.md",
      """
      # My course

      Begin with [week 1](week1.md).

      """
    ),
    (
      "content/week1.md",
      """
      # Week 1: First steps

      ## 1. Make a folder to work in

      ```sh
      mkdir -p ~/my-course
      cd ~/my-course
      ```

      ## 2. Write a file and read it

      ```console
      $ echo "hello" > greeting.txt
      $ cat greeting.txt
      hello
      ```

      """
    ),
    (".gitignore", "/site/\n"),
  ]

  /// A hook of git that checks before each commit.
  public static let hook = """
    #!/bin/sh
    # .git/hooks/pre-commit: refuses a commit in which notes, scripts and records disagree.
    # `git commit --no-verify` goes past it.
    exec notes check

    """

  /// A workflow of GitHub Actions.
  public static let github = """
    # .github/workflows/notes.yml: checks the notes and builds the website.
    name: notes
    on:
      push:
      pull_request:
    permissions:
      contents: read
    jobs:
      check:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
            with:
              # The pages show when they were last changed, which only the whole history tells.
              fetch-depth: 0
          # Put the program `notes` on the path here: a release of yours, or a build of it.
          - run: notes check --format github
          - run: notes build

    """

  /// A pipeline of GitLab.
  public static let gitlab = """
    # .gitlab-ci.yml: checks the notes and builds the website.
    notes:
      # An image that has the program `notes`.
      image: debian:stable
      variables:
        # The pages show when they were last changed, which only the whole history tells.
        GIT_DEPTH: "0"
      script:
        - notes check
        - notes build
      artifacts:
        paths:
          - site

    """
}
