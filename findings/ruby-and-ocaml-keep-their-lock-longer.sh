#!/bin/sh
# A thread that sleeps for 0.1 ms beside one that computes comes back after 100 ms in Ruby, 50 ms in OCaml, 5 ms in Python and
# 0.2 ms in Perl. On two CPUs, one of them idle.
#
# Guess: one lock of an interpreter is like the other: who waits for it has it after 5 ms, as in Python; Perl's threads share
#   nothing.
# Seen (Ruby 3.1.2, OCaml 4.13.1, Python 3.11.2, Perl 5.36, Linux 6.18), median of 21 naps, the machine busy with other things
#   as well: Ruby 107 ms, OCaml 50 ms, Python 5.1 ms, Perl 0.2 ms.
#   Ruby takes the lock away after 100 ms, OCaml after 50; a thread that only computes does not give it up sooner.
# So: what a service answers beside one computation is late by 50 or 100 ms each time that it waits for anything, while a CPU is
#   idle and no run-queue wait is told: the wait is the program's, and shows as voluntary switches.
set -eu
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
command -v perl >/dev/null && command -v python3 >/dev/null || { echo "needs perl and python3" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in ruby3.1=3.1.2-7+deb12u1 libruby3.1=3.1.2-7+deb12u1 ocaml=4.13.1-4 ocaml-base=4.13.1-4 ocaml-interp=4.13.1-4; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >naps.rb <<'RUBY'
def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

stop = false
busy = Thread.new { sum = 0; sum += 1 until stop }
sleep 0.3
naps = Array.new(21) do
  begun = now
  sleep 0.0001
  now - begun
end
stop = true
puts (naps.sort[10] * 1000).round(1)
RUBY
cat >naps.ml <<'OCAML'
let () =
  let stop = ref false in
  let compute () = let sum = ref 0 in while not !stop do incr sum done in
  let busy = Thread.create compute () in
  let nap _ =
    let begun = Unix.gettimeofday () in
    Thread.delay 0.0001;
    Unix.gettimeofday () -. begun in
  Thread.delay 0.3;
  let naps = Array.init 21 nap in
  stop := true;
  Thread.join busy;
  Array.sort compare naps;
  Printf.printf "%.1f" (naps.(10) *. 1000.)
OCAML
cat >naps.py <<'PYTHON'
import threading
import time

stop = False


def compute():
    total = 0
    while not stop:
        total += 1


def nap():
    begun = time.monotonic()
    time.sleep(0.0001)
    return time.monotonic() - begun


threading.Thread(target=compute).start()
time.sleep(0.3)
naps = sorted(nap() for _ in range(21))
stop = True
print(f"{naps[10] * 1000:.1f}")
PYTHON
cat >naps.pl <<'PERL'
use strict;
use warnings;
use threads;
use threads::shared;
use Time::HiRes qw(sleep time);

my $stop : shared = 0;
my $busy = threads->create(sub { my $sum = 0; until ($stop) { $sum++ for 1 .. 100_000 } });
my @naps;
sleep 0.3;
for (1 .. 21) {
    my $begun = time;
    sleep 0.0001;
    push @naps, time - $begun;
}
$stop = 1;
$busy->join;
printf "%.1f\n", (sort { $a <=> $b } @naps)[10] * 1000;
PERL
usr="$dir/root/usr"
libraries=$(dirname "$(find "$usr/lib" -name 'libruby-3.1.so.3.1' | head -1)")
naps() {
    ruby=$(LD_LIBRARY_PATH=$libraries "$usr/bin/ruby3.1" --disable-gems naps.rb) || { echo "ruby does not run here" >&2; exit 2; }
    ocaml=$(CAML_LD_LIBRARY_PATH=$usr/lib/ocaml/stublibs "$usr/bin/ocamlrun" "$usr/bin/ocaml" -nostdlib \
        -I "$usr/lib/ocaml" -I "$usr/lib/ocaml/threads" unix.cma threads.cma naps.ml) ||
        { echo "ocaml does not run here" >&2; exit 2; }
    python=$(python3 naps.py)
    perl=$(perl naps.pl) || { echo "this perl has no threads" >&2; exit 2; }
    echo "a nap of 0.1 ms beside a thread that computes, ms: Ruby $ruby, OCaml $ocaml, Python $python, Perl $perl"
    echo "$ruby $ocaml $python $perl" | awk '{ exit !($1 > 80 && $2 > 40 && $3 < 30 && $4 < 4) }'
}
# The one that computes loses its lock sooner where other programs take its CPU: then once more.
naps || naps || naps || { echo "CHANGED: the interpreters are alike, or others" >&2; exit 1; }
echo "as seen: by the interpreter"
