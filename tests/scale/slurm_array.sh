#!/usr/bin/env bash
# Runs samples/scale/planparse-array.sbatch as an array job on a Slurm node of its own: munged, slurmctld and slurmd are
# started in a scratch folder and stopped again. Status 77 where Slurm is not there or cannot run here.
# usage: slurm_array.sh PLANPARSE PLANCONV SOURCE_DIR
set -u
planparse=$(realpath "$1") planconv=$(realpath "$2") source=$(realpath "$3")
export PATH="$(dirname "$planparse"):/usr/sbin:$PATH"
for program in munged slurmctld slurmd sbatch; do
  command -v $program >/dev/null || { echo "skipped: $program is missing (munge, slurmctld, slurmd, slurm-client)" && exit 77; }
done
[ "$(id -u)" = 0 ] || { echo "skipped: slurmd needs root" && exit 77; }
work=$(mktemp -d)
daemons=()
# stop: ends our daemons; what they left under /run and /var is theirs
stop() {
  for pid in "${daemons[@]}"; do kill "$pid" 2>/dev/null; done
  wait 2>/dev/null
  rm -rf "$work"
}
trap stop EXIT
give_up() {
  echo "skipped: $*"
  tail -n 5 "$work"/*.log 2>/dev/null
  exit 77
}
cd "$work" || exit 2
chmod 755 "$work"
mkdir -p state spool munge

# Everything runs as root: one user, one key, one socket of its own.
dd if=/dev/urandom of=munge/key bs=1024 count=1 status=none && chmod 400 munge/key && chmod 700 munge
munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge/socket" --pid-file="$work/munge/pid" \
  --log-file="$work/munge.log" --seed-file="$work/munge/seed" --num-threads=1 >munged.log 2>&1 &
daemons+=($!)
cat >slurm.conf <<CONF
ClusterName=alone
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CryptoType=crypto/munge
SlurmctldPort=26817
SlurmdPort=26818
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
SchedulerParameters=sched_interval=1
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP OverSubscribe=FORCE:4
CONF
export SLURM_CONF=$work/slurm.conf
for _ in $(seq 50); do [ -S munge/socket ] && break; sleep 0.2; done
[ -S munge/socket ] || give_up "munged does not start"
slurmctld -D >slurmctld.out 2>&1 &
daemons+=($!)
slurmd -D >slurmd.out 2>&1 &
daemons+=($!)
for _ in $(seq 100); do sinfo -h -o %t 2>/dev/null | grep -q idle && break; sleep 0.3; done
sinfo -h -o %t 2>/dev/null | grep -q idle || give_up "the node does not come up"

mkdir notices
cp "$source"/samples/*.txt notices/
printf '\0\1\2\377' >notices/broken.bin
job=$(sbatch --parsable --array=1-4 --output="$work/job-%a.out" "$source/samples/scale/planparse-array.sbatch" notices parts) ||
  give_up "sbatch refuses"
for _ in $(seq 200); do [ -z "$(squeue -h -j "$job" 2>/dev/null)" ] && break; sleep 0.3; done
cat job-*.out 2>/dev/null
[ -z "$(squeue -h -j "$job" 2>/dev/null)" ] || { squeue && echo "FAILED: the job does not end" && exit 1; }

"$planparse" --quiet notices -o whole.ndjson 2>/dev/null
"$planconv" --merge parts/*.ndjson -o merged.ndjson 2>/dev/null
"$planconv" --merge whole.ndjson -o expected.ndjson 2>/dev/null
[ "$(ls parts | wc -l)" = 8 ] || { ls -la parts && echo "FAILED: 4 tasks, $(ls parts | wc -l) files" && exit 1; }
cmp expected.ndjson merged.ndjson || { echo "FAILED: the parts are not the whole" && exit 1; }
echo "4 array tasks, $(wc -l <merged.ndjson) records: the same as without Slurm"
