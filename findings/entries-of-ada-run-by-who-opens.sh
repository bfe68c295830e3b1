#!/bin/sh
# Ada tasks (GNAT): ten tasks wait at an entry of a protected object; the one that opens it does the work of all ten,
# half a second, on its own account and before its call returns. The ten have used 20 microseconds each.
#
# Guess: an entry's body is run by who called it, once it is open: 50 ms of CPU for each of the ten, none for the
#   opener.
# Seen (gnat-12 12.2.0, Linux 6.18, 2 CPUs), each body works for 50 ms: opener's call 0.5 s, its CPU 280 to 500 ms (the
#   machine had other work), CPU of the callers 9 to 35 us each. Whoever leaves the object runs what has become open in
#   place of those who wait, to save their wake-ups.
# So: CPU by thread is not by whose work it is, and a signal to others can be the longest call of a program. With one
#   after the other nothing of it runs on a second CPU. Interleave's CPU per task is the process's.
set -eu
[ "$(uname -m)" = x86_64 ] || { echo "needs an x86-64 machine" >&2; exit 2; }
command -v gcc-12 >/dev/null || { echo "needs gcc-12" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in gnat-12=12.2.0-14+deb12u1 libgnat-12=12.2.0-14+deb12u1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >gate.adb <<'ADA'
with Ada.Real_Time; use Ada.Real_Time;
with Ada.Text_IO;   use Ada.Text_IO;
with Interfaces.C;  use Interfaces.C;

--  CPU time of tasks that wait at an entry, and of the one that opens it, in microseconds.
procedure Gate is
   function Thread_CPU return long;
   pragma Import (C, Thread_CPU, "thread_cpu_us");

   protected Door is
      entry Pass;
      procedure Open;
   private
      Is_Open : Boolean := False;
   end Door;

   protected body Door is
      entry Pass when Is_Open is
         Begun : constant Time := Clock;
      begin
         while Clock - Begun < Milliseconds (50) loop
            null;
         end loop;
      end Pass;

      procedure Open is
      begin
         Is_Open := True;
      end Open;
   end Door;

   task type Caller is
      entry Done;
   end Caller;

   task body Caller is
      Before : long;
      After  : long;
   begin
      Before := Thread_CPU;
      Door.Pass;
      After := Thread_CPU;
      accept Done;
      Put_Line ("caller" & long'Image (After - Before));
   end Caller;

   Callers : array (1 .. 10) of Caller;
   Before  : long;
begin
   delay 1.0;
   Before := Thread_CPU;
   Door.Open;
   Put_Line ("opener" & long'Image (Thread_CPU - Before));
   for I in Callers'Range loop
      Callers (I).Done;
   end loop;
end Gate;
ADA
cat >cpu.c <<'C'
#include <time.h>
long thread_cpu_us(void) {
    struct timespec used;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return used.tv_sec * 1000000 + used.tv_nsec / 1000;
}
C
home=$dir/root/usr
library=$home/lib/gcc/x86_64-linux-gnu/12
export PATH="$home/bin:$PATH" LD_LIBRARY_PATH="$home/lib/x86_64-linux-gnu"
gnatmake-12 -q -c "--RTS=$library" gate.adb -cargs "-B$library"
gnatbind-12 "--RTS=$library" -x gate.ali
gcc-12 "-B$library" "--RTS=$library" "-I$library/adainclude" -c b~gate.adb
gcc-12 gate.o b~gate.o cpu.c "$library/adalib/libgnarl.a" "$library/adalib/libgnat.a" -lpthread -ldl -o gate
echo "CPU microseconds:"
./gate | tee seen
awk '$1 == "opener" { opener = $2 } $1 == "caller" { sum += $2; n++ } END { exit !(n == 10 && opener > 30000 && opener > 20 * sum) }' seen ||
    { echo "CHANGED: each caller does its own work" >&2; exit 1; }
echo "as seen: the opener does the work of all"
