#!/bin/sh
# SWI-Prolog: 50 threads that wait for a message, as a pool of workers does, and nobody sends one: 200 kernel switches
# a second.
#
# Guess: thread_get_message is a wait for a condition: 0 switches until a message comes.
# Seen (swi-prolog 9.0.4, Linux 6.18), ten seconds: with no thread 0 to 1 a second, with 50 waiting 198 to 224: each
#   wakes four times a second to look for signals from other threads.
# So: an idle service tops a list by switches in proportion to its pool, and never lets a CPU sleep for long. A poll of
#   250 ms is nothing, and 50 of them are what a small load makes. Interleave's threads block without a time.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ "$(uname -m)" = x86_64 ] || { echo "needs an x86-64 machine" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in swi-prolog-core=9.0.4+dfsg-2 libtcmalloc-minimal4=2.10-1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >idle.pl <<'PROLOG'
% Waits for ten seconds beside as many threads as asked, each waiting for a message that does not come.
main :-
    current_prolog_flag(argv, [Text|_]),
    atom_number(Text, Threads),
    forall(between(1, Threads, _), thread_create(thread_get_message(_), _)),
    sleep(1),
    format("ready~n"),
    flush_output,
    sleep(20).
:- initialization((main, halt)).
PROLOG
switches() { cat /proc/"$1"/task/*/status | awk '/ctxt_switches/ { n += $2 } END { print n }'; }
export LD_LIBRARY_PATH="$dir/root/usr/lib/x86_64-linux-gnu" SWI_HOME_DIR="$dir/root/usr/lib/swi-prolog"
echo "threads, switches a second:"
for threads in 0 50; do
    "$SWI_HOME_DIR/bin/x86_64-linux/swipl" idle.pl $threads >ready 2>&1 </dev/null &
    program=$!
    for _ in $(seq 100); do grep -q ready ready && break || sleep 0.1; done
    grep -q ready ready || { cat ready >&2; kill $program; exit 2; }
    before=$(switches $program)
    sleep 10
    after=$(switches $program)
    kill $program
    wait $program 2>/dev/null || true
    echo "$threads $(((after - before) / 10))"
done | tee seen
awk '{ n[$1] = $2 } END { exit !(n[0] < 30 && n[50] > 100 && n[50] > 5 * n[0]) }' seen || { echo "CHANGED: they sleep" >&2; exit 1; }
echo "as seen: each wakes four times a second"
