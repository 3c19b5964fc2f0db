extension CommandTable {
  /// Commands that ask nothing of the machine, so that they have no row.
  static let everydayCommands = """
    . alias awk bash bg cat cd chmod clear cmp comm cp cut date declare df diff dirname du echo env
    eval export false fg file find free grep egrep fgrep rg ag fd bat gunzip gzip bzip2 xz zstd 7z head
    history hostname id jobs jq yq kill killall ln local ls ll lsof make mkdir mktemp mv netstat nohup
    paste pgrep pkill printf ps pushd popd pwd pyenv python python3 read readlink realpath rename rm
    rmdir sed seq set shopt sh sleep sort source split ss stat sudo tar tee test touch tr tree true
    type typeset ulimit umask unalias uname uniq unset unzip uptime wait wc where whereis hash ifconfig
    ip lscpu lsblk lsb_release lspci lsusb nproc nvidia-smi tput jar java javac kotlin scala hadoop
    hdfs start-all.sh gpg openssl crontab uv pyspark pytest tox nox coverage black ruff git docker
    kafka-topics kafka-topics.sh unlink wslpath explorer.exe shasum md5sum sha1sum sha256sum sha512sum
    base64 xxd od hexdump strings expr bc cal nl fold rev tac shuf cmake ninja isort pylint flake8 mypy
    pyright pre-commit stress gcc g++ clang cc rustc swift perl ruby php sqlite3 time which whoami xargs
    yes zip zcat zgrep zless virtualenv ipython pg_dump pg_restore pg_isready createdb createuser initdb
    fastqc samtools bwa bowtie2 STAR salmon bcftools bedtools multiqc trimmomatic hisat2 featureCounts cutadapt fastp
    kallisto blastn blastp makeblastdb seqtk minimap2 gatk vcftools Rscript mpirun mpiexec mpicc nvcc gfortran
    htseq-count deactivate R julia octave rake mpicxx mpic++ mpif90 hipcc seff ctest bowtie2-build aplay arecord
    ionice nice renice last lastb lastlog getent arp route ethtool iwconfig chattr lsattr blkid fuser
    macchanger chrt taskset finger jshell
    mongodump mongorestore mongoimport mongoexport papermill pandoc dot ffmpeg gs convert shellcheck hadolint envchain
    """
}
