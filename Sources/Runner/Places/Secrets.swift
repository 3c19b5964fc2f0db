/// What of a person's home folder no command of notes has any business with.
enum Secrets {
  static func folders(home: String) -> [String] {
    [
      ".ssh", ".gnupg", ".aws", ".azure", ".kube", ".config/gcloud", ".config/gh", ".docker",
      ".password-store", ".local/share/keyrings", ".mozilla", ".config/chromium",
      ".config/google-chrome", ".thunderbird",
    ].map { "\(home)/\($0)" }
  }

  static func files(home: String) -> [String] {
    [
      ".netrc", ".git-credentials", ".pypirc", ".npmrc", ".pgpass", ".my.cnf", ".bash_history",
      ".zsh_history", ".python_history", ".psql_history", ".kaggle/kaggle.json", ".boto",
    ].map { "\(home)/\($0)" }
  }
}
