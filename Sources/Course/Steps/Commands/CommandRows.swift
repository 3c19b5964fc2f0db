extension CommandTable {
  /// One row a line: commands, then the verbs after them (`*` for any or none), then traits.
  /// A trait with flags in brackets holds only when one of them is given (`+`) or none of them (`-`).
  /// The first row that fits decides.
  static let table = """
    # packages of the system
    apt apt-get aptitude : install upgrade full-upgrade dist-upgrade remove purge autoremove build-dep reinstall : root network interactive[- -y --yes --assume-yes -qq -s]
    apt apt-get aptitude : update : root network
    apt apt-get : clean autoclean : root
    apt-key add-apt-repository apt-add-repository : * : root network interactive[- -y --yes add list]
    dnf yum zypper tdnf microdnf : install update upgrade remove groupinstall reinstall : root network interactive[- -y --assumeyes -n]
    apk : add update upgrade del : root network
    pacman yay paru : -S -Sy -Syu -Syyu -R -Rs : root network interactive[- --noconfirm]
    snap : install remove refresh : root network
    flatpak : install update : network interactive[- -y]
    dpkg : -i --install -r -P --configure : root
    rpm : -i -ivh -Uvh -e --import : root
    brew : install upgrade update tap reinstall bundle cask : network
    nix nix-env nix-shell port : * : network
    # packages of languages
    pip pip3 pipx : install download wheel upgrade run : network
    pip pip3 : uninstall : interactive[- -y --yes]
    uv : add sync lock tool pip python remove build publish self : network
    uv : venv : network[+ --python -p]
    uv : init version cache tree export :
    poetry pipenv pdm hatch : install add update lock sync remove publish : network
    poetry : init : interactive[- -n --no-interaction]
    poetry pipenv hatch : shell : interactive session
    pyenv rbenv nvm fnm sdk asdf mise volta jenv : install virtualenv plugin use upgrade : network
    conda : env : network[+ create update] interactive[- -y --yes create update list export config]
    conda mamba micromamba : install create update upgrade remove uninstall env : network interactive[- -y --yes --dry-run]
    conda mamba micromamba : search : network
    conda mamba : clean : interactive[- -y --yes]
    npm yarn pnpm bun : run : service[+ dev start serve preview watch develop server storybook]
    npm yarn pnpm bun : start dev serve preview watch : service
    npm yarn pnpm : init create : network interactive[- -y --yes]
    npm yarn pnpm : login adduser : network interactive
    npm yarn pnpm bun : uninstall remove rm r un unlink prune :
    npm yarn pnpm : test t build lint ls list root bin pkg version config -v :
    npm yarn pnpm bun corepack : * : network
    astro : dev : service[- init start stop restart kill ps run bash pytest parse] docker[+ start stop restart kill ps logs run bash pytest parse] network[+ start restart] interactive[+ bash]
    next nuxt vite astro gatsby parcel webpack-dev-server ng vue-cli-service react-scripts expo : dev start serve develop preview : service
    nodemon ts-node-dev live-server http-server json-server serve : * : service
    create-react-app create-next-app create-vite degit cookiecutter copier : * : network interactive[- -y --yes --no-input]
    cargo : install add fetch update build run test publish search : network
    go : get install build : network
    go : mod work : network[+ download tidy vendor sync]
    gem bundle bundler : install update add : network
    composer : install require update create-project : network
    mvn mvnw gradle gradlew sbt : * : network service[+ spring-boot:run bootRun quarkus:dev quarkusDev vertx:run jetty:run tomcat7:run liberty:run liberty:dev wildfly:run mn:run]
    dotnet : add restore new build tool : network
    dotnet : watch : service
    mix : do escript.install hex.outdated hex.audit assets.setup tailwind.install esbuild.install igniter.install archive.install deps.get deps.update hex.info hex.publish hex.user local.hex local.rebar phx.new setup : network
    rebar3 cpan cpanm luarocks opam stack cabal vcpkg conan : * : network
    rustup : * : network
    # fetching
    ping ping6 : * : network service[- -c -V]
    telnet ftp lynx : * : network interactive
    wget curl http https aria2c axel rclone nslookup dig host traceroute mtr whois nmap youtube-dl yt-dlp : * : network
    git : push : network destructive[+ --force -f --force-with-lease --delete -d --mirror]
    git : lfs : network[+ push pull fetch clone]
    git : clone fetch pull ls-remote submodule : network
    git : reset : destructive[+ --hard]
    git : clean : destructive[+ -f --force]
    git : checkout switch : destructive[+ -f --force . --discard-changes]
    git : restore : destructive[+ .]
    git : stash : destructive[+ drop clear]
    git : filter-branch filter-repo : destructive
    git : reflog : destructive[+ expire delete]
    git : add : interactive[+ -p --patch -i]
    git : rebase : interactive[+ -i --interactive]
    git : commit : interactive[- -m --message -am -F -C --amend --no-edit -qm --file]
    git : config : interactive[+ --edit -e]
    git : branch : destructive[+ -D]
    git : remote : network[+ update show prune -f]
    git : mergetool difftool gui citool : interactive
    git : daemon : service
    ssh-keygen : * : interactive[- -N -y -l -R -F -q]
    ssh sftp mosh : * : network interactive
    ssh-copy-id : * : network interactive
    scp rsync sshfs ssh-keyscan : * : network
    gh : codespace cs : network interactive[+ create ssh]
    gh : auth : network interactive[- status token setup-git --with-token]
    gh : repo release issue : network destructive[+ delete]
    glab : auth : network interactive
    wandb huggingface-cli hf kaggle comet neptune clearml-init : login init auth : network interactive[- --token --relogin status whoami --with-token]
    gh glab kaggle huggingface-cli hf wandb : * : network
    dvc : push pull fetch get import import-url update list : network
    dvc : * :
    ollama : run : network interactive
    claude codex gemini aider opencode cagent : * : network interactive[- -p --print --version --help exec]
    ollama : pull push : network
    ollama vllm litellm text-generation-launcher llama-server : serve start --model : service
    # clouds
    aws : configure : interactive[- set get list list-profiles import]
    aws : sso : network interactive[+ login]
    aws : logs : network service[+ --follow]
    az : webapp functionapp containerapp : network service[+ tail --follow]
    az : iot : network service[+ monitor-events monitor-feedback]
    az : login : network interactive[- --service-principal --identity -u]
    az : interactive : network interactive
    gcloud : auth init : network interactive[- list activate-service-account print-access-token print-identity-token configure-docker revoke]
    gcloud : config version info help :
    gcloud : compute : network interactive[+ ssh]
    doctl oci ibmcloud linode-cli hcloud scw : auth login setup init : network interactive
    cdk : deploy : network interactive[- --require-approval -y --yes]
    cdk : destroy : network interactive[- --force -f]
    sam : deploy : network interactive[+ --guided -g]
    sam : delete : network interactive[- --no-prompts]
    aws az doctl gcloud bq gsutil oci ibmcloud linode-cli hcloud scw eksctl awslocal ecs-cli sam cdk chalice serverless sls azcopy func : * : network
    eb copilot : init terminate : network interactive
    fly flyctl heroku railway : auth login : network interactive
    eb copilot fly flyctl heroku railway render vercel netlify firebase wrangler : * : network
    # containers
    docker-compose podman-compose : up : docker network service[- -d --detach --no-start]
    docker-compose podman-compose : watch attach : docker service
    docker-compose podman-compose : build pull push create : docker network
    docker-compose : exec : docker interactive[- -T -d --detach]
    docker-compose podman-compose : run : docker network interactive[- -T -d --detach]
    docker-compose podman-compose : logs : docker service[+ -f --follow]
    docker-compose podman-compose : events stats : docker service
    docker-compose podman-compose : rm : docker interactive[- -f --force]
    docker-compose podman-compose : version --version -v config :
    docker-compose podman-compose : * : docker
    docker podman : login : docker network interactive[- -p --password --password-stdin]
    docker podman : pull push search logout : docker network
    docker podman buildah nerdctl : build buildx scan scout bake : docker network
    docker : stack service : docker network[+ create deploy update] service[+ -f --follow]
    docker : swarm node secret config : docker
    docker podman nerdctl : exec : docker interactive[+ -it -ti -i --interactive]
    docker podman nerdctl : attach : docker interactive
    docker podman : stats events : docker service[- --no-stream --since]
    docker podman : system volume image container network builder : docker destructive[+ prune] interactive[+ prune]
    docker podman nerdctl : logs : docker service[+ -f --follow]
    docker podman : context completion plugin --version -v version --help help :
    docker podman nerdctl : * : docker
    skopeo crane oras regctl cosign trivy grype syft dive : * : network
    # clusters
    kubectl : version : network[- --client]
    kubectl oc kind minikube k3d helm helmfile kustomize istioctl linkerd cilium velero : version completion config kustomize :
    kustomize : edit build create cfg fn :
    helm : create lint template package show env plugin repo search : network[+ add update plugin install pull show hub]
    minikube : addons : network[+ enable]
    minikube kind k3d : image load : network[+ pull] docker
    kind minikube helm k3d : version get profile status addons ip service docker-env :
    minikube : dashboard : service
    kubectl oc : edit : network interactive
    kubectl oc : exec run attach debug : network interactive[+ -i -it -ti --stdin]
    kubectl oc : port-forward proxy : network service
    kubectl oc : logs : network service[+ -f --follow]
    kubectl oc : get events top : network service[+ -w --watch]
    kubectl oc : delete : network destructive[+ --all -A --all-namespaces]
    minikube : delete : docker network destructive[+ --all --purge]
    minikube : tunnel mount : service
    minikube : ssh : interactive
    kind minikube k3d : create start delete cluster : docker network
    kubeadm k3s rke2 microk8s : init join reset upgrade : root network interactive[+ reset]
    k9s : * : network interactive[- version info --help]
    kubens kubectx : * :
    stern kail kubetail : * : network service
    kubectl oc helm helmfile kustomize minikube kind k3d istioctl linkerd argocd argo flux velero cilium calicoctl hubble kubeseal kubevela vela crictl etcdctl tkn kn kubeadm kops rosa kfctl kfp seldon krew : * : network
    # infrastructure
    terraform tofu terragrunt : destroy : network destructive interactive[- -auto-approve --auto-approve --terragrunt-non-interactive]
    terraform tofu terragrunt : apply : network destructive[+ -destroy] interactive[- -auto-approve --auto-approve -input=false]
    terraform tofu terragrunt : init plan import refresh get test : network
    terraform tofu : console : interactive
    terraform tofu : login : network interactive
    terraform tofu : state workspace taint untaint : network[+ pull push new]
    pulumi cdktf : destroy : network destructive interactive[- -y --yes]
    pulumi cdktf : new up refresh import : network interactive[- -y --yes]
    docker-machine : ls env ip config active :
    docker-machine : ssh : network interactive
    docker-machine : rm : network destructive
    ansible-galaxy : init list :
    confluent : login : network interactive
    confluent : kafka : network service[+ consume] interactive[+ produce]
    confluent : local : docker
    confluent : * : network
    nsc : push pull restore : network
    nats nsc : * :
    ansible-navigator docker-machine ansible ansible-playbook ansible-galaxy ansible-pull vagrant packer pulumi cdktf : * : network
    vault consul nomad : agent server : service
    consul-template : * : service
    vault consul nomad boundary : * : network
    # clusters for computing
    srun : * : interactive[+ --pty]
    salloc sinteractive qrsh : * : interactive
    qsub : * : interactive[+ -I]
    squeue qstat : * : service[+ -i --iterate]
    sbatch scancel sinfo sacct scontrol sacctmgr seff qdel module ml : * :
    singularity apptainer : shell : interactive
    singularity apptainer : pull build search push remote : network
    singularity apptainer : * :
    nextflow : run pull : network
    nextflow snakemake : * :
    spack easybuild : install mirror : network
    prefetch fasterq-dump fastq-dump efetch esearch ncbi-genome-download : * : network
    # data and models
    prefect : cloud : network
    prefect : server agent worker orion : service[- stop ls create inspect database --detach --background]
    dagster dagster-webserver dagit dagster-daemon mage kestra : dev start run server -f -w : service
    airflow : webserver scheduler standalone triggerer worker api-server dag-processor kerberos flower : service[- -D --daemon]
    airflow : users : interactive[- --password -p list export import add-role remove-role delete]
    airflow : db : destructive[+ reset] interactive[+ reset]
    mlflow : ui server models : service[- build-docker predict] docker[+ build-docker] network[+ build-docker]
    dlt : pipeline : service[+ show]
    mlflow : gc : destructive
    jupyter : notebook lab server nbclassic : service[- list stop --version --generate-config password] interactive[+ password]
    jupyter-lab jupyter-notebook jupyter-server jupyterhub voila : * : service[- --version --help]
    dbt : deps run build seed test debug snapshot compile show source retry freshness : network
    dbt : docs : service[+ serve]
    dbt : init : network interactive[- --skip-profile-setup -s]
    great_expectations feast zenml bentoml metaflow kedro : init serve ui up : service[+ serve ui serve_transformations]
    spark-shell pyspark spark-sql beeline hive sparkR : * : interactive[- --version -e -f --help]
    spark-submit : * :
    kafka-console-producer kafka-console-producer.sh kafka-metadata-shell kafka-metadata-shell.sh : * : interactive
    kafkacat kcat : * : service[- -L -e -P -Q -h -c] interactive[+ -P]
    kafka-console-consumer kafka-console-consumer.sh : * : service[- --max-messages --timeout-ms]
    kafka-server-start kafka-server-start.sh zookeeper-server-start zookeeper-server-start.sh connect-standalone connect-standalone.sh connect-distributed.sh ksql-server-start : * : service[- -daemon]
    tensorboard visdom aim label-studio cvat-cli : * : service[- --version --help init user]
    # servers
    uvicorn gunicorn streamlit flask hypercorn waitress-serve celery daphne chainlit gradio marimo fastapi granian rq dramatiq locust bokeh panel solara : config version routes shell convert inspect purge :
    uvicorn gunicorn streamlit flask hypercorn waitress-serve celery daphne chainlit gradio marimo fastapi granian rq dramatiq locust bokeh panel solara : * : service[- --version --help -D --daemon --headless init db init-db]
    http.server SimpleHTTPServer : * : service
    rails : new : network
    rails : console c dbconsole db : interactive
    rails : db:create db:migrate db:seed db:setup generate g test routes :
    rails : db:drop db:reset : destructive
    bentoml hugo jekyll rails mkdocs gatsby zensical quarto quartz mdbook sphinx-autobuild docsify rasa superset : serve server s preview run start : service
    django-admin artisan symfony mix : runserver serve server:start phx.server : service
    redis-server memcached mongod nginx caddy traefik haproxy minio etcd prometheus alertmanager grafana-server elasticsearch kibana logstash filebeat rabbitmq-server nats-server : run server start web --config : service[- --daemonize --fork -t -v --version -s]
    redis-server mongod memcached etcd prometheus alertmanager grafana-server elasticsearch kibana rabbitmq-server nats-server postgres mysqld dockerd containerd : * : service[- --daemonize --fork -d -detached --version -v config --validate]
    localstack temporal supabase : start start-dev server : service[- -d --detached]
    ngrok cloudflared lt : * : network service[- --version version config authtoken login]
    nc ncat netcat : * : service[+ -l -lk -k --listen]
    socat gdbserver : * : service
    mosquitto : * : service[- -d --daemon]
    mosquitto_sub : * : service[- -C -W]
    kube-apiserver kube-controller-manager kube-scheduler kubelet kube-proxy : * : service[- --version --help -h]
    # the system
    systemctl : edit : root interactive
    systemctl : reboot poweroff halt suspend hibernate : root session
    systemctl : start stop restart reload enable disable mask unmask daemon-reload kill isolate set-default reload-or-restart preset : root[- --user]
    systemctl : * :
    service : * : root[- --status-all status]
    loginctl timedatectl hostnamectl localectl : set-hostname set-timezone set-ntp set-locale enable-linger : root
    journalctl : * : service[+ -f --follow]
    dmesg : * : service[+ -w --follow]
    groupadd groupdel groupmod gpasswd useradd usermod adduser addgroup chpasswd newusers : * : root
    userdel deluser delgroup : * : root destructive[+ -r --remove --remove-home --remove-all-files]
    chown chgrp mount umount modprobe insmod rmmod depmod sysctl ufw iptables nft firewall-cmd update-alternatives update-grub ldconfig swapoff swapon setenforce semanage apparmor_parser netplan dpkg-reconfigure a2ensite a2enmod chroot losetup cryptsetup exportfs : * : root
    crontab : -r : destructive
    crontab : -e : interactive
    truncate : * :
    sleep : infinity : service
    reboot shutdown poweroff halt init : * : root session
    dd : * :
    mkfs fdisk sfdisk parted shred wipefs blkdiscard lvremove vgremove pvremove : * : root destructive
    dropdb dropuser : * : destructive
    createuser createdb : * : interactive[+ --interactive -P -W]
    mysqladmin : drop : destructive interactive[+ -p --password]
    mysqldump mysqladmin mariadb-dump : * : interactive[+ -p --password]
    faust : worker : service
    passwd chsh chfn smbpasswd : * : interactive
    htpasswd : * : interactive[- -b -i -n -nb -cb -Bbn -nbB -bc]
    # editors, pagers, sessions
    nano vim vi nvim emacs micro pico ed joe mcedit gedit kate : * : interactive
    sudoedit visudo vipw vigr : * : interactive root
    code subl : * :
    watch : * : service
    man : * : interactive[- -k -f -w --where --path --apropos --whatis]
    eog evince okular gimp feh xpdf : * : interactive
    less more most info htop btop top atop iotop nmon ncdu mc ranger tig lazygit lazydocker fzf : * : interactive
    tmux screen byobu zellij : * : interactive[- -d -dm -dmS -ls ls list-sessions kill-session kill-server -V send-keys has-session]
    newgrp : * : session
    su login : * : session interactive
    sudo doas : -i -s --login --shell -iu : root session interactive
    logout exit : * : session
    # programs that talk or stay
    psql mysql mariadb mongosh mongo cqlsh clickhouse-client snowsql sqlcmd duckdb influx : * : interactive[- -c -f -e -q --command --file --version -V --help --execute --eval -l --list --query]
    sqlite3 redis-cli : * : interactive[- -version --version --scan --stat --bigkeys]
    pgcli mycli litecli ipython bpython ptpython iredis : * : interactive[- --version -e --execute -c --help]
    irb pry rails-console : * : interactive
    qemu-system-x86_64 qemu-system-aarch64 qemu-system-arm qemu-system-i386 qemu-system-riscv64 : * : interactive[- -daemonize --version --help]
    openssl : enc : interactive[- -pass -k -K -kfile]
    tail : * : service[+ -f -F --follow]
    # Windows
    choco scoop winget : * : network
    wsl wsl.exe : --unregister : destructive
    wsl wsl.exe : --install --update : network
    """
}
