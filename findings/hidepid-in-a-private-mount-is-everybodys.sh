#!/bin/sh
# hidepid, set by remounting /proc in a mount namespace of one's own, hides processes outside too, and does so after the namespace has
# ended. Read-only, set in the same way, stays inside.
#
# Guess: a mount namespace that is private (unshare -m, a container) has mounts of its own; what is remounted there is not seen outside.
# Seen (Linux 6.18, a proc mounted for the test, nobody's view of it from outside): 6 processes before, 1 to 4 (its own) afterwards,
#   with hidepid=invisible in the options. The option belongs to the instance of proc, of which a new namespace has a copy of the
#   mount; only "mount -t proc proc /proc" makes another.
# So: a service's sandbox can blind every user's top on the machine. Interleave says that /proc hides processes where one cannot be
#   had, and where a view of threads lacks them.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, for namespaces" >&2; exit 2; }
for tool in unshare setpriv; do command -v $tool >/dev/null || { echo "needs $tool (util-linux)" >&2; exit 2; }; done
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
uname -r
mkdir "$dir/proc"
cat >"$dir/look.sh" <<'SH'
# In a process namespace of its own, with a proc of its own, so that nothing else on the machine is touched.
mount --make-rprivate /
mount -t proc proc "$1/proc"
sleep 20 & sleep 20 & sleep 20 &
look() { setpriv --reuid 65534 --regid 65534 --clear-groups sh -c 'cd "$0/proc"; ls -d [0-9]* | wc -l' "$1"; }
echo "before $(look "$1")"
unshare -m sh -c 'mount --make-rprivate /; mount -o remount,hidepid=2 "$0/proc"; mount -o remount,bind,ro "$0/proc"' "$1"
echo "after $(look "$1")"
grep " $1/proc proc" /proc/self/mounts
SH
unshare -mpf --kill-child sh "$dir/look.sh" "$dir" | tee "$dir/seen"
before=$(awk '/^before/ { print $2 }' "$dir/seen")
after=$(awk '/^after/ { print $2 }' "$dir/seen")
[ "$before" -gt $((after + 2)) ] && grep -q hidepid=invisible "$dir/seen" ||
    { echo "CHANGED: the namespace keeps it to itself" >&2; exit 1; }
grep -q " proc rw" "$dir/seen" || { echo "CHANGED: read-only comes out, too" >&2; exit 1; }
echo "as seen: hidden outside"
