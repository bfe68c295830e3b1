#!/bin/sh
# Free Pascal: the main thread's WaitFor for a thread that ends after 10 ms comes back after 100 ms.
#
# Guess: it waits for the thread's end as pthread_join does: 10.1 ms.
# Seen (fpc 3.2.2, Linux 6.18), a thread that sleeps 10 ms, three times: WaitFor of the main thread 100.1 ms, of
#   another thread 10.2 ms. The main thread looks for calls that others want it to make, waits 100 ms for one, and asks
#   then whether the thread is still there.
# So: a program that starts a thread for each step and waits for it does ten steps a second on an idle machine, and
#   neither CPU nor run queue shows why. Interleave's threads are waited for by their end.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ "$(uname -m)" = x86_64 ] || { echo "needs an x86-64 machine" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in fp-compiler-3.2.2=3.2.2+dfsg-20 fp-units-rtl-3.2.2=3.2.2+dfsg-20; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >wait.pas <<'PASCAL'
program Wait;
{ Milliseconds until WaitFor comes back of a thread that ends after ten: from the main thread, and from another. }
{$mode objfpc}
uses cthreads, classes, sysutils, unixtype, linux;

type
  TNap = class(TThread)
    procedure Execute; override;
  end;
  TOther = class(TThread)
    Took: double;
    procedure Execute; override;
  end;

function Milliseconds: double;
var
  now: timespec;
begin
  clock_gettime(CLOCK_MONOTONIC, @now);
  Milliseconds := double(now.tv_sec) * double(1000) + double(now.tv_nsec) / double(1000000);
end;

function NapAndWait: double;
var
  nap: TNap;
  begun: double;
begin
  nap := TNap.Create(true);
  begun := Milliseconds;
  nap.Start;
  nap.WaitFor;
  NapAndWait := Milliseconds - begun;
  nap.Free;
end;

procedure TNap.Execute;
begin
  Sleep(10);
end;

procedure TOther.Execute;
begin
  Took := NapAndWait;
end;

var
  other: TOther;
  i: integer;
begin
  for i := 1 to 3 do begin
    writeln('main ', NapAndWait:0:1);
    other := TOther.Create(true);
    other.Start;
    other.WaitFor;
    writeln('other ', other.Took:0:1);
    other.Free;
  end;
end.
PASCAL
units="$dir/root/usr/lib/x86_64-linux-gnu/fpc/3.2.2/units/x86_64-linux"
root/usr/bin/ppcx64-3.2.2 -n "-Fu$units/rtl" "-Fu$units/rtl-objpas" "-Fu$units/pthreads" "-Fu$units/rtl-extra" wait.pas >compiled 2>&1 ||
    { cat compiled >&2; exit 2; }
echo "who waits, milliseconds:"
./wait | tee seen
awk '$1 == "main" && (!main || $2 < main) { main = $2 } $1 == "other" && (!other || $2 < other) { other = $2 }
    END { exit !(main > 95 && main < 200 && other > 9 && other < 60) }' seen || { echo "CHANGED: the end is seen at once" >&2; exit 1; }
echo "as seen: a tenth of a second"
