# SPDX-License-Identifier: EUPL-1.2
# For the tests of examples/cluster: notes to work on, and engines of one machine.

cluster=$CASE/../../../examples/cluster

make_notes() { # count
  local i
  for ((i = 1; i <= $1; i++)); do
    case $((i % 50)) in
      0) echo '{' ;;
      1) printf '{"id":"a \\"%d\\\\","text":7}\n' "$i" ;;  # no text, an id with escapes
      *) printf '{"id":"%d","text":"Bel 06-%08d, Zebedeus Kwistenbiebel zag het."}\n' "$i" "$i" ;;
    esac
  done > notes.jsonl
}

# A report that fails on its first try of the shards named in BAD, and writes down what it does.
make_failing_report() { # its file
  cat > "$1" <<R
#!/bin/bash
for word; do shard=\$word; done
echo "\$(basename "\$shard")" >> "$PWD/tries"
case " $BAD " in
  *" \$(basename "\$shard" .jsonl) "*)
    if [ "\$(grep -c "\$(basename "\$shard")" "$PWD/tries")" -eq 1 ]; then exit 70; fi ;;
esac
exec "$REPORT" "\$@"
R
  chmod +x "$1"
}

# Slurm on this machine alone, with its own keys, ports and folders; stopped by stop_slurm.
start_slurm() { # folder
  local folder=$1 host port
  host=$(hostname -s)
  port=$((20000 + $$ % 20000))
  mkdir -p "$folder/state" "$folder/spool"
  chmod 755 "$folder"
  (umask 077 && head -c 1024 /dev/urandom > "$folder/munge.key")
  munged --force --socket="$folder/munge.socket" --key-file="$folder/munge.key" --num-threads=2 \
    --pid-file="$folder/munged.pid" --log-file="$folder/munged.log" --seed-file="$folder/seed" > /dev/null 2>&1
  cat > "$folder/slurm.conf" <<S
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
SlurmctldPort=$port
SlurmdPort=$((port + 1))
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MinJobAge=600
SchedulerParameters=sched_interval=1,defer_batch
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
S
  export SLURM_CONF=$folder/slurm.conf
  slurmctld -i > /dev/null 2>&1 && slurmd > /dev/null 2>&1
  for _ in $(seq 100); do
    [ "$(timeout 5 sinfo -h -o %T 2> /dev/null)" = idle ] && return 0
    sleep 0.2
  done
  return 1
}

stop_slurm() { # folder
  local name
  for name in slurmd slurmctld munged; do
    [ -f "$1/$name.pid" ] && kill "$(cat "$1/$name.pid")" 2> /dev/null
  done
  for _ in $(seq 50); do
    [ -f "$1/slurmd.pid" ] || [ -f "$1/slurmctld.pid" ] || return 0
    sleep 0.1
  done
}

wait_for_jobs() {
  for _ in $(seq 400); do
    [ -z "$(squeue -h 2> /dev/null)" ] && return 0
    sleep 0.2
  done
  return 1
}
