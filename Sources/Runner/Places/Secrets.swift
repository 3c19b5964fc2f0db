internal import Machine

/// What of a person's home folder no command of notes has any business with.
///
/// The list follows the documentation of the tools: where they say that keys, tokens, passwords,
/// cookies or what was typed is kept.
enum Secrets {
  static func folders(home: String) -> [String] { paths(folderNames, home: home) }

  static func files(home: String) -> [String] { paths(fileNames, home: home) }

  /// Of this home folder and of all others: root sees those too.
  private static func paths(_ names: [String], home: String) -> [String] {
    let homes = Set([home, "/root"] + Files.names(in: "/home").map { "/home/\($0)" })
    return homes.sorted().flatMap { home in names.map { "\(home)/\($0)" } }
  }

  static let folderNames = [
    // Keys
    ".ssh", ".gnupg", ".pki", ".putty", ".config/sops", ".config/age", ".password-store",
    ".local/share/keyrings", ".local/share/kwalletd", ".config/op", ".config/Bitwarden",
    ".config/keepassxc", ".electrum", ".bitcoin",
    // Clouds and clusters
    ".aws", ".azure", ".config/gcloud", ".kube", ".oci", ".config/doctl", ".config/hcloud",
    ".config/scw", ".linode-cli", ".config/rclone", ".terraform.d", ".config/helm", ".minikube",
    ".mc", ".fly", ".config/netlify", ".wrangler", ".config/.wrangler", ".snowflake", ".bluemix",
    // Code hosts, registries, containers
    ".docker", ".config/containers", ".config/gh", ".config/glab-cli",
    ".subversion/auth", ".kaggle", ".huggingface", ".config/configstore",
    // Browsers, mail and messages
    ".mozilla", ".config/chromium", ".config/google-chrome", ".config/BraveSoftware",
    ".config/microsoft-edge", ".config/vivaldi", ".config/opera", "snap/firefox", "snap/chromium",
    ".thunderbird", ".config/evolution", ".local/share/evolution", ".var/app", ".config/Signal",
    ".config/Slack", ".config/discord", ".purple",
    // Connections
    ".config/filezilla", ".config/remmina", ".local/share/remmina", ".config/sqlitebrowser",
    ".dbvis", ".local/share/DBeaverData",
  ]

  static let fileNames = [
    ".netrc", ".authinfo", ".authinfo.gpg", ".git-credentials", ".config/git/credentials",
    ".config/hub", ".pypirc", ".npmrc", ".yarnrc.yml", ".cargo/credentials",
    ".cargo/credentials.toml", ".gem/credentials", ".m2/settings.xml", ".m2/settings-security.xml",
    ".gradle/gradle.properties", ".composer/auth.json", ".config/composer/auth.json",
    ".nuget/NuGet/NuGet.Config", ".config/NuGet/NuGet.Config", ".dockercfg", ".vault-token",
    ".terraformrc", ".s3cfg", ".boto", ".passwd-s3fs", ".databrickscfg", ".dbt/profiles.yml",
    ".cache/huggingface/token", ".ansible/galaxy_token", ".vault_pass", ".pgpass", ".my.cnf",
    ".mylogin.cnf", ".smbcredentials", ".fetchmailrc", ".msmtprc", ".mutt/passwords",
    ".Xauthority", ".ICEauthority", ".rhosts", ".google_authenticator",
    // What was typed
    ".bash_history", ".zsh_history", ".local/share/fish/fish_history", ".python_history",
    ".node_repl_history", ".psql_history", ".mysql_history", ".sqlite_history",
    ".rediscli_history", ".lesshst", ".viminfo",
  ]
}
