import Testing

@testable import Course

/// What commands ask of the machine, a row group at a time.
struct CommandTableTests {
  @Test(arguments: [
    // packages
    ("sudo apt update", "network root"),
    ("sudo apt install docker.io", "interactive network root"),
    ("sudo apt-get install -y docker.io", "network root"),
    ("pip install pandas", "network"), ("pip uninstall x", "interactive"),
    ("conda create -n a", "interactive network"), ("conda create -y -n a", "network"),
    // fetching
    ("wget https://example.org/x", "network"), ("git clone https://example.org/x", "network"),
    ("git commit -m x", ""), ("git reset --hard", "destructive"), ("git reset", ""),
    ("ssh me@host", "interactive network"),
    // containers
    ("docker run hello-world", "docker network"),
    ("docker run -it ubuntu bash", "docker interactive network"), ("docker ps", "docker"),
    ("docker --version", ""), ("docker-compose up", "docker network service"),
    ("docker-compose up -d", "docker network"),
    ("docker system prune", "destructive docker interactive"),
    // infrastructure
    ("terraform destroy", "destructive interactive network"), ("terraform fmt", ""),
    // system
    ("sudo systemctl start docker", "root"), ("systemctl status docker", ""),
    ("sudo reboot", "root session"), ("tail -f log", "service"), ("tail log", ""),
    // editors, pagers, sessions
    ("nano x", "interactive"), ("less x", "interactive"), ("newgrp docker", "interactive session"),
    ("exit", "session"),
    // programs that talk or stay
    ("psql", "interactive"), ("psql -c 'select 1'", ""), ("python", "interactive"),
    ("python train.py", ""), ("python -m venv .venv", ""), ("jupyter notebook", "service"),
    ("mlflow ui", "service"), ("uvicorn app:app", "service"), ("uvicorn --version", ""),
    // deleting
    ("rm -rf /", "destructive"), ("rm -rf ~", "destructive"),
    ("sudo rm -rf /usr", "destructive root"),
    ("rm -rf build", ""), ("rm -rf ~/mlops/week3", ""), ("rm x", ""),
    // commands within commands
    ("echo a | sudo tee /etc/x", "root"), ("for i in 1; do wget $i; done", "network"),
    ("echo $(curl example.org)", "network"), ("sudo -E env A=1 apt update", "network root"),
    ("time nohup jupyter lab", "service"), ("mlflow ui &", ""), ("tail -f log &", ""),
    ("docker compose up", "docker network service"), ("ping example.org", "network service"),
    ("ping -c 1 example.org", "network"), ("python3 -m http.server", "service"),
    ("echo 'select 1' | sqlite3 x.db", ""), ("psql <<EOF\nselect 1\nEOF", ""),
    ("if command -v docker; then echo a; fi", ""), ("sudo -iu postgres psql", "interactive root"),
    ("ssh server ls -l", "network"), ("ssh -i key server", "interactive network"),
    ("ssh -N -L 1:a:2 server", "network"), ("mkdir -p /etc/x", "root"),
    ("echo a >> /etc/hosts", "root"),
    ("mv x /usr/local/bin/", "root"), ("cp /etc/hosts .", ""), ("rm -rf /var/tmp/x", ""),
    ("bash Anaconda3-2022.05-Linux-x86_64.sh", "interactive"), ("bash Miniconda3.sh -b", ""),
    ("docker run -p 80:80 me/site", "docker network service"),
    ("docker run -dp 80:80 me/site", "docker network"),
    ("docker run -it me/tool", "docker interactive network"), ("kubectl version --client", ""),
    ("curl 0.0.0.0:9200", ""), ("aws --endpoint-url=http://localhost:4566 s3 ls", ""),
    ("git push --force", "destructive network"), ("git commit -m x", ""),
    ("git commit", "interactive"),
    ("ssh-keygen -t ed25519", "interactive"), ("npm run dev", "service"),
    ("npm install", "network"),
    ("fly apps destroy x", "destructive network"),
    ("eb terminate x", "destructive interactive network"),
    ("mkfs.ext4 /dev/sda1", "destructive root"), ("rm -rf ~/Documents", "destructive"),
    ("rm -rf ./*", "destructive"), ("ls | xargs rm -rf", "destructive"),
  ])
  func `a command has its traits`(command: String, traits: String) {
    let found = ShellScript(command).simpleCommands.reduce(into: Set<StepTrait>()) {
      $0.formUnion(CommandTable.traits(of: $1))
    }
    #expect(found.sorted().map(\.rawValue).joined(separator: " ") == traits)
  }

  @Test(arguments: [
    ("wget https://example.org:8080/a?b#c", "example.org:8080"),
    ("curl -sSL http://a.b/c", "a.b:80"),
    ("git clone git@example.org:a/b", "example.org:22"), ("curl http://localhost:8000", ""),
    ("curl http://127.0.0.1/", ""), ("wget https://user:pw@example.org/", "example.org:443"),
    ("echo https://example.org", ""), ("wget \"https://$HOST/\"", ""),
    ("wget 'https://a;b/c'", ""),
  ])
  func `the hosts that a command names are known`(command: String, hosts: String) {
    let found = ShellScript(command).simpleCommands.flatMap { CommandDemands($0).hosts }
    #expect(found.map { "\($0.host):\($0.port)" }.joined(separator: " ") == hosts)
  }
}
