#!/bin/sh
# Mono (.NET): await Task.Delay(1) is 19 to 21 kernel switches; Thread.Sleep(1) is one. A Timer of a millisecond makes
# 16,000 a second.
#
# Guess: a thread that keeps the times and one of the pool that goes on: 3 switches, perhaps 4.
# Seen (mono 6.8.0.105, Linux 6.18, 2 CPUs), 300 in a row, switches of all threads for each: Thread.Sleep(1) 1.0,
#   Task.Delay(1) 18.9 to 21.5, Task.Run and Wait 3.1 to 3.6; Timer with 1 ms 16.5 to 17.1 a call. Several threads are
#   woken to find that there is nothing for them.
# So: asynchronous waiting is said to be the cheap one, and is 20 times the other in wake-ups when there is one at a
#   time. Interleave has both ways side by side for Java, where it is 1.3 to 5.8.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ "$(uname -m)" = x86_64 ] || { echo "needs an x86-64 machine" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in mono-runtime=6.8.0.105+dfsg-3.3+deb12u1 mono-runtime-sgen=6.8.0.105+dfsg-3.3+deb12u1 mono-runtime-common=6.8.0.105+dfsg-3.3+deb12u1 mono-mcs=6.8.0.105+dfsg-3.3+deb12u1 libmono-corlib4.5-cil=6.8.0.105+dfsg-3.3+deb12u1 libmono-corlib4.5-dll=6.8.0.105+dfsg-3.3+deb12u1 libmono-system4.0-cil=6.8.0.105+dfsg-3.3+deb12u1 libmono-system-core4.0-cil=6.8.0.105+dfsg-3.3+deb12u1 libmono-system-configuration4.0-cil=6.8.0.105+dfsg-3.3+deb12u1 libmono-system-xml4.0-cil=6.8.0.105+dfsg-3.3+deb12u1 libmono-system-security4.0-cil=6.8.0.105+dfsg-3.3+deb12u1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >Delays.cs <<'CS'
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

/** Kernel switches of all threads for a wait of a millisecond, by the kind of wait. */
class Delays {
    const int Times = 300;

    static long Switches() {
        long sum = 0;
        foreach (var task in Directory.GetDirectories("/proc/self/task"))
            try {
                foreach (var line in File.ReadAllLines(task + "/status"))
                    if (line.Contains("voluntary_ctxt")) sum += long.Parse(line.Split('\t')[1]);
            } catch (IOException) {
                // The thread has ended meanwhile.
            }
        return sum;
    }

    static async Task Delay() {
        for (int i = 0; i < Times; i++) await Task.Delay(1);
    }

    static void Show(string name, Action run) {
        long before = Switches();
        run();
        Console.WriteLine("{0} {1:F1}", name, (Switches() - before) / (double) Times);
    }

    static void Main() {
        Delay().Wait();
        Show("Sleep", () => { for (int i = 0; i < Times; i++) Thread.Sleep(1); });
        Show("Delay", () => Delay().Wait());
        Show("Run", () => { for (int i = 0; i < Times; i++) Task.Run(() => { }).Wait(); });
        Environment.Exit(0);
    }
}
CS
export LC_ALL=C MONO_PATH="$dir/root/usr/lib/mono/4.5" MONO_CFG_DIR="$dir/root/etc"
root/usr/bin/mono-sgen root/usr/lib/mono/4.5/mcs.exe -out:delays.exe Delays.cs
echo "wait, switches of each:"
root/usr/bin/mono-sgen delays.exe | tee seen
awk '{ n[$1] = $2 } END { exit !(n["Sleep"] < 3 && n["Delay"] > 8 && n["Delay"] > 5 * n["Sleep"]) }' seen ||
    { echo "CHANGED: a delay takes fewer switches" >&2; exit 1; }
echo "as seen: a delay is many wake-ups"
