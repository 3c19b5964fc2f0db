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
    ("kustomize edit add component a", ""), ("kustomize build a", ""),
    ("singularity exec docker://ubuntu ls", "network"), ("singularity exec a.sif ls", ""),
    ("curl http://localhost/a -d '{\"u\": \"https://e.org\"}'", ""),
    ("curl https://e.org/a -d '{\"u\": \"http://localhost\"}'", "network"),
    // infrastructure
    ("terraform destroy", "destructive interactive network"), ("terraform fmt", ""),
    // system
    ("sudo systemctl start docker", "root"), ("systemctl status docker", ""),
    ("sudo reboot", "root session"), ("tail -f log", "service"), ("tail log", ""),
    // editors, pagers, sessions
    ("nano x", "interactive"), ("less x", "interactive"), ("newgrp docker", "session"),
    ("exit", "session"),
    // programs that talk or stay
    ("psql", "interactive"), ("psql -c 'select 1'", ""), ("python", "interactive"),
    ("python train.py", ""), ("python -m venv .venv", ""), ("jupyter notebook", "service"),
    ("mlflow ui", "service"), ("uvicorn app:app", "service"), ("uvicorn --version", ""),
    // deleting
    ("rm -rf /", "destructive"), ("rm -rf ~", "destructive"),
    ("sudo rm -rf /usr", "destructive root"),
    ("rm -rf build", ""), ("rm -rf ~/mlops/week3", ""), ("rm x", ""),
    // robots
    ("ros2 run a b", "service"), ("ros2 node list", ""), ("ros2 topic echo /a", "service"),
    ("ros2 topic pub --once /a b", ""), ("ros2 topic list", ""), ("ros2 run --help", ""),
    ("rosdep install --from-path src -yi", "network"), ("colcon build", ""),
    ("npm run start:dev", "service"), ("npm run dev:setup", ""), ("npm run test:watch", ""),
    ("mvn clean vertx:run", "network service"), ("mvn clean install", "network"),
    ("ssh-copy-id me@host", "interactive network"),
    ("telnet localhost 80", "interactive"), ("sudo kubelet", "root service"),
    ("singularity exec docker://ubuntu ls", "network"), ("singularity exec a.sif ls", ""),
    ("dd if=/dev/zero of=a.img", ""), ("sudo dd if=a.img of=/dev/sdb", "destructive root"),
    ("dd if=/dev/sda of=/dev/null", ""), ("git clean -ffdX", "destructive"),
    ("git clean -ffdn", ""),
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
    ("docker run -dit -p80:80 -v/data:/a me/site", "docker network"),
    ("docker run -p80:80 -v/data:/a me/site", "docker network service"),
    ("docker run -eA=b -itm512m me/tool bash", "docker interactive network"),
    ("docker-compose rm", "docker interactive"), ("docker compose rm -fsv", "docker"),
    ("k logs -f a", "network service"), ("k 8", ""), ("k run a --image=b", "network"),
    ("jupyter notebook password", "interactive"), ("ssh -T git@example.org", "interactive network"),
    ("ssh -T me@host ls", "network"), ("python a.py --http_port=80", "service"),
    ("python load.py --port=5432", ""), ("kafka-metadata-shell -s a", "interactive"),
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
    expect(command, traits)
  }

  @Test(arguments: [
    // packages
    ("sudo apt-get install -yqq x", "network root"), ("sudo apt-get clean", "root"),
    ("snap list", ""), ("sudo snap install x", "network root"),
    ("sudo dnf install x", "interactive network root"),
    ("pacman -Syu x", "interactive network root"),
    ("apk add x", "network root"), ("brew install x", "network"), ("uv sync", "network"),
    ("uv run python a.py", ""), ("uvx ruff check", ""), ("uv venv", ""),
    ("poetry lock", "network"), ("pyenv install 3.12", "network"), ("pyenv versions", ""),
    ("conda env create -f e.yml", "network"), ("conda env list", ""),
    ("conda env remove -n a", "interactive"), ("conda env remove -n a -y", ""),
    ("mamba env create -f e.yml", "interactive network"), ("conda activate x", ""),
    ("helm search repo a", ""), ("helm search hub a", "network"),
    ("conda remove --yes x", "network"), ("python -m pip install x", "network"),
    ("python3 -m pip list", ""), ("npm run build", ""), ("npm start", "service"),
    ("npm test", ""), ("pnpm run dev", "service"), ("npm --prefix web run dev", "service"),
    ("yarn add x", "network"), ("npx next dev", "service"), ("cargo build", "network"),
    ("cargo fmt", ""), ("go run main.go", ""), ("go mod tidy", "network"),
    ("docker build --help", ""), ("go vet", ""),
    ("./mvnw spring-boot:run", "network service"), ("bundle install", "network"),
    // git
    ("git push origin main", "network"), ("git push --force-with-lease", "destructive network"),
    ("git push origin --delete x", "destructive network"), ("git clean -n", ""),
    ("git clean -fdx", "destructive"), ("git checkout -- .", "destructive"),
    ("git checkout -b x", ""), ("git restore .", "destructive"), ("git restore --staged x", ""),
    ("git stash drop", "destructive"), ("git stash", ""), ("git branch -d x", ""),
    ("git -C dir pull", "network"), ("git rebase -i HEAD~2", "interactive"),
    ("git commit -qam x", ""), ("git remote add origin x", ""), ("gh auth status", "network"),
    ("gh repo delete x", "destructive network"),
    // clouds
    ("aws s3 ls", "network"), ("aws configure", "interactive"), ("aws configure list", ""),
    ("aws sso login", "interactive network"), ("aws s3 rb s3://x --force", "destructive network"),
    ("aws s3 rm s3://x --recursive", "destructive network"), ("aws s3 rm s3://x/y", "network"),
    ("aws ecr delete-repository --force", "destructive network"),
    ("aws ec2 terminate-instances --instance-ids i", "destructive network"),
    ("aws ec2 describe-instances", "network"), ("gcloud config set project x", ""),
    ("gcloud auth login", "interactive network"),
    ("gcloud projects delete x", "destructive interactive network"),
    ("gcloud container clusters delete x -q", "destructive network"),
    ("gcloud compute ssh vm", "interactive network"),
    ("gsutil rm -r gs://x", "destructive network"),
    ("az login", "interactive network"),
    ("az group delete --name x", "destructive interactive network"),
    ("az vm list", "network"), ("eksctl delete cluster x", "destructive network"),
    ("bq rm -r -f x", "destructive network"),
    // containers
    ("docker compose -f a.yml up", "docker network service"),
    ("docker compose --env-file .env up --detach", "docker network"),
    ("docker compose exec db psql -U me", "docker interactive"),
    ("docker compose exec web ls", "docker"), ("docker compose down -v", "docker"),
    ("docker container run -it ubuntu", "docker interactive network"),
    ("docker image pull ubuntu", "docker network"),
    ("docker container prune -f", "destructive docker"),
    ("docker exec -it web ls", "docker"), ("docker exec -it web bash", "docker interactive"),
    ("docker exec -it db psql -U me", "docker interactive"),
    ("docker exec -it db psql -c 'select 1'", "docker"),
    ("docker login", "docker interactive network"),
    ("podman run -it ubuntu", "interactive network"), ("podman image pull x", "network"),
    ("podman ps", ""), ("docker stats", "docker service"), ("docker logs -f x", "docker service"),
    // clusters
    ("kubectl get pods", "network"), ("kubectl -n a logs -f x", "network service"),
    ("kubectl get pods -w", "network service"), ("kubectl get pods -owide", "network"),
    ("kubectl exec -it x -- bash", "interactive network"),
    ("kubectl exec -it x -n a /bin/sh", "interactive network"),
    ("kubectl exec -it x -- ls", "network"), ("kubectl delete pods --all", "destructive network"),
    ("kubectl delete -f a.yml", "network"), ("kubectl port-forward x 1:2", "network service"),
    ("mysqldump -u me -p x", "interactive"), ("mysqldump x", ""),
    ("git lfs install", ""), ("git lfs pull", "network"), ("npm uninstall x", ""),
    ("pulumi new typescript", "interactive network"), ("pulumi new x --yes", "network"),
    ("man -k x", ""), ("man x", "interactive"), ("visudo -f /etc/sudoers.d/a", "interactive root"),
    ("sudo -i -u postgres", "interactive root session"), ("eog a.png", "interactive"),
    ("az iot hub monitor-events --hub-name x", "network service"),
    ("confluent kafka topic consume x", "network service"), ("ansible-galaxy init x", ""),
    ("kubectl version", "network"), ("helm install x y", "network"), ("helm create x", ""),
    ("minikube start", "docker network"), ("minikube tunnel", "service"), ("minikube ip", ""),
    ("kubeadm init", "network root"), ("argocd app sync x", "network"),
    ("k9s", "interactive network"),
    // infrastructure
    ("terraform apply", "interactive network"), ("terraform apply -auto-approve", "network"),
    ("terraform apply -destroy -auto-approve", "destructive network"), ("terraform validate", ""),
    ("terraform -chdir=a init", "network"), ("pulumi destroy --yes", "destructive network"),
    ("ansible-playbook a.yml", "network"), ("vault server -dev", "service"),
    ("docker stack deploy -c a.yml x", "docker network"), ("docker stack ls", "docker"),
    ("docker service create redis", "docker network"), ("docker run my-app", "docker"),
    ("docker run image", "docker network"), ("minikube addons enable ingress", "network"),
    ("minikube service web --url", ""), ("createuser --interactive", "interactive"),
    ("rsync -a src/ dst", ""), ("rsync -a src me@host:dst", "network"),
    ("rsync -a src $TARGET", "network"), ("rails s", "service"), ("rails new x", "network"),
    ("rails db:migrate", ""), ("rails db:drop", "destructive"),
    ("aws ec2 authorize-security-group-ingress --cidr 0.0.0.0/0", "network"),
    ("export DATA=s3://bucket/a", ""), ("spark-tool s3://bucket/a", "network"),
    ("docker-machine create a", "network"), ("ansible-navigator run a.yml", "network"),
    // computing clusters
    ("srun --pty bash", "interactive"), ("srun ./a", ""), ("salloc -N 1", "interactive"),
    ("sbatch a.sh", ""), ("module load gcc", ""), ("singularity pull docker://a", "network"),
    ("apptainer shell a.sif", "interactive"),
    // data and models
    ("prefect server start", "service"), ("prefect deploy a.py", ""),
    ("prefect cloud login", "network"),
    ("prefect config view", ""),
    ("airflow standalone", "service"), ("airflow scheduler -D", ""),
    ("airflow db reset", "destructive interactive"), ("airflow db init", ""),
    ("mlflow server --port 5000", "service"), ("mlflow run .", ""), ("dbt run", "network"),
    ("dbt docs serve", "service"), ("dbt docs generate", ""), ("dvc push", "network"),
    ("dvc init", ""), ("jupyter lab list", ""), ("jupyter nbconvert a.ipynb", ""),
    ("kafka-console-consumer.sh --topic x", "service"), ("wandb login", "interactive network"),
    // servers
    ("streamlit run app.py", "service"), ("python app.py", "service"),
    ("python manage.py migrate", ""),
    ("python manage.py runserver", "service"), ("node server.js", "service"),
    ("python server.sh", ""),
    ("python -m flask run", "service"), ("flask db upgrade", ""), ("gunicorn -D app:app", ""),
    ("fastapi dev main.py", "service"), ("ollama serve", "service"), ("redis-server", "service"),
    ("redis-server --daemonize yes", ""), ("hugo server", "service"), ("hugo", ""),
    ("nginx -t", ""),
    // the system
    ("sudo systemctl daemon-reload", "root"), ("systemctl --user start x", ""),
    ("service nginx start", "root"), ("service nginx status", ""),
    ("sudo reboot now", "root session"),
    ("userdel -r x", "destructive root"), ("useradd x", "root"), ("crontab -e", "interactive"),
    ("crontab -l", ""), ("journalctl -u x", ""), ("tmux new -s x", "interactive"),
    ("tmux new -d -s x", ""), ("htop", "interactive"),
    // programs that talk
    ("sqlite3 x.db", "interactive"), ("sqlite3 x.db 'select 1'", ""), ("redis-cli ping", ""),
    ("redis-cli", "interactive"), ("redis-cli -h cache", "interactive"),
    ("redis-cli flushall", "destructive"), ("mysql -u root -p", "interactive"),
    ("mysql -u root -e 'show tables'", ""), ("psql --command='select 1'", ""),
    ("psql -c 'drop database x'", "destructive"),
    // deleting
    ("rm -rf /var/lib/docker", "destructive root"), ("rm -rf /var/lib/apt/lists/*", "root"),
    ("python3 scripts/teardown_course.py --yes", "destructive"), ("./destroy.sh", "destructive"),
    ("make -C infra destroy", "destructive"), ("./teardown prod", "destructive"),
    ("npm run destroy", "destructive"), ("make destroy-cache", ""),
    ("python3 test_destroy_user.py", ""), ("docker run --rm nginx -v", "docker network"),
    ("envchain aws terraform apply", "interactive network"), ("uv venv --python 3.12", "network"),
    ("cat a | kcat -b h -t a", ""), ("astro dev logs -f", "docker service"),
    ("make destroy", "destructive"), ("make deploy", ""), ("python3 build.py destroy", ""),
    ("rm -rf ~/.ssh", "destructive"), ("rm -rf ~/.venv", ""),
    ("mlflow models build-docker -m a", "docker network"), ("astro dev init", ""),
    ("astro dev start", "docker network"), ("astro dev", "service"),
    ("gh codespace ssh -c a", "interactive network"),
    ("kcat -b localhost:9092 -C -t a", "service"), ("kcat -b localhost:9092 -C -t a -e", ""),
    ("kcat -b localhost:9092 -P -t a -l a.txt", ""), ("terraform state list", ""),
    ("echo a.id | terraform console", ""), ("terraform console", "interactive"),
    ("cat a | kafka-console-producer --topic a", ""), ("dlt pipeline a show", "service"),
    ("cat a | docker run --rm -i b/c", "docker network"), ("kind load docker-image a", "docker"),
    ("docker run -it -p 1:2 b/c --dir=/c", "docker network service"),
    ("find / -name x -delete", "destructive"), ("find . -name x -delete", ""),
    ("mix test", ""), ("mix deps.get", "network"), ("mix phx.server", "service"),
    ("npm init", "interactive"), ("npm init -y", ""),
    ("npm init vite@latest", "interactive network"),
    ("sudo dockerd", "root service"), ("containerd config default", ""), ("dockerd --version", ""),
    ("poetry shell", "interactive session"), ("poetry install", "network"),
    ("cp -i a b", "interactive"), ("cp -i a $B", ""), ("mv -i a b/c", ""),
    ("rm -i a", "interactive"), ("yes | rm -i a", ""),
    ("echo | gcloud container clusters delete a", "destructive network"),
    ("rsync -a ~/a /n/$USER", ""), ("rsync -a a h:$DIR", "network"),
    // Programs that nobody has heard of.
    ("mypkg install a", "network"), ("mypkg login", "network"), ("mypkg list", ""),
    ("make install", ""), ("pre-commit install", ""), ("sudo install -m 0755 a /b", "root"),
    ("python a.py --url=https://e.org/a", "network"), ("./a.py https://e.org/a.gz", "network"),
    ("python a.py --url http://localhost:80", ""), ("mytool http://db:80/a", ""),
    ("python a.py --host 10.0.0.5", ""), ("grep https://e.org a", ""),
    ("sed -i s,http://a.org,b, c", ""), ("alias a=https://e.org", ""),
    // A name without a point is a container's or a service's.
    ("curl http://hasher/", ""), ("curl http://node2:80", "network"),
    ("curl http://kafka-1:80", "network"), ("curl http://master-node-ip:64", "network"),
    ("curl -x http://squid:3128 e.org", "network"), ("curl -O http://mirror/a.iso", "network"),
    ("curl -F u=http://web/ e.org", "network"), ("kubectl exec a -- wget http://web", "network"),
    ("mix do deps.get, compile", "network"), ("yarn init -2", "interactive network"),
    ("dockerd --validate", ""), ("sudo ./svc.sh install", "root"), ("curl http://HOST/", "network"),
    ("ssh server ls", "network"), ("git clone git@server:a", "network"),
  ])
  func `each family of commands has the traits of its verbs`(command: String, traits: String) {
    expect(command, traits)
  }

  private func expect(_ command: String, _ traits: String) {
    let found = ShellScript(command).simpleCommands.reduce(into: TraitSet()) {
      $0.formUnion(CommandTable.traits(of: $1))
    }
    #expect(found.traits.sorted().map(\.rawValue).joined(separator: " ") == traits)
  }

  @Test(arguments: [
    ("kubectl get pods", ""), ("kubectl apply -f a.yml", ""),
    ("kubectl run a --image=b", "network"),
    ("kubectl apply -f https://e.org/a.yml", "network"), ("helm uninstall x", ""),
    ("kubectl create namespace x", ""), ("kubectl create deployment x --image=y", "network"),
    ("kubectl port-forward x 1:2", "service"), ("helm install x y", "network"),
    ("kubectl exec a -- wget http://web", ""),
    ("kubectl exec a -- wget http://e.org", "network"),
  ])
  func `a cluster is on this machine and needs no network unless the notes say otherwise`(
    command: String, traits: String
  ) {
    func found(after maker: String) -> String {
      let markdown = "```sh\n\(maker)\n```\n\n```sh\n\(command)\n```\n"
      let found = Page(path: "a.md", bytes: Array(markdown.utf8)).steps.last?.traits ?? []
      return found.sorted().map(\.rawValue).joined(separator: " ")
    }
    #expect(found(after: "minikube start") == traits)
    #expect(found(after: "ls") == traits)
    #expect(found(after: "eksctl create cluster\nkind create cluster") == traits)
    #expect(found(after: "eksctl create cluster").contains("network"))
  }
}
