#!/bin/sh
# rayon: an empty task that is given to a pool of two threads with nothing to do costs 90 us of CPU and, where others want the CPU, some
# fifty involuntary switches. A channel to a thread of one's own costs 13 us.
#
# Guess: a thread is woken, finds the task and sleeps again: 1 or 2 switches, 10 to 20 us.
# Seen (rayon 1.6.1, rustc 1.95, Linux 6.18, 2 CPUs), one task each 10 ms, beside other load: spawn 92 to 102 us of CPU, 3.0 voluntary and
#   54 to 67 involuntary switches; join 92 to 114 us, 4.0 and 44 to 47; a channel to a thread 13 us, 1.0 and 0. Who finds nothing to do yields
#   (sched_yield) some thirty times before it sleeps.
# So: what is cheap by the thousand is dear alone, and its switches look as if CPU were short. Interleave's words do not call
#   involuntary switches preemptions.
set -eu
command -v cargo >/dev/null || { echo "needs Rust's cargo" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
mkdir -p "$dir/src" "$dir/.cargo"
cd "$dir"
for package in rayon-dev=1.6.1-1 rayon-core-dev=1.10.1-1 crossbeam-channel-dev=0.5.6-1 crossbeam-deque-dev=0.8.1-1 crossbeam-epoch-dev=0.9.13-1 \
    crossbeam-utils-dev=0.8.12-1 either-dev=1.6.1-1 memoffset-dev=0.6.5-1 scopeguard-dev=1.1.0-1 cfg-if-dev=1.0.0-1 num-cpus-dev=1.14.0-1 \
    libc-dev=0.2.139-1 autocfg-dev=1.1.0-1; do
    apt-get -q download "librust-$package" >/dev/null 2>&1 || { echo "librust-$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
cat >.cargo/config.toml <<TOML
[source.crates-io]
replace-with = "debian"
[source.debian]
directory = "$dir/root/usr/share/cargo/registry"
TOML
uname -r
rustc --version
cat >Cargo.toml <<'TOML'
[package]
name = "lone"
version = "0.1.0"
edition = "2021"
[dependencies]
rayon = "=1.6.1"
libc = "=0.2.139"
TOML
cat >src/main.rs <<'RUST'
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

const TASKS: u32 = 200;

/// CPU time in us, voluntary and involuntary switches.
fn usage() -> [f64; 3] {
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    unsafe { libc::getrusage(libc::RUSAGE_SELF, &mut usage) };
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec;
    let micros = seconds * 1_000_000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
    [micros as f64, usage.ru_nvcsw as f64, usage.ru_nivcsw as f64]
}

/// What a task and a sleep of 10 ms behind it cost, less what the sleep alone does.
fn cost(run: impl Fn()) -> [f64; 3] {
    let before = usage();
    for _ in 0..TASKS {
        run();
        thread::sleep(Duration::from_millis(10));
    }
    let after = usage();
    [0, 1, 2].map(|i| (after[i] - before[i]) / TASKS as f64)
}

fn show(name: &str, sleep: [f64; 3], run: impl Fn()) {
    let cost = cost(run);
    println!("{} {:.1} {:.1} {:.1}", name, cost[0] - sleep[0], cost[1] - sleep[1], cost[2] - sleep[2]);
}

fn main() {
    rayon::ThreadPoolBuilder::new().num_threads(2).build_global().unwrap();
    let (to, tasks) = channel::<Box<dyn FnOnce() + Send>>();
    thread::spawn(move || tasks.into_iter().for_each(|task| task()));
    rayon::join(|| {}, || {});
    thread::sleep(Duration::from_millis(100));
    let sleep = cost(|| {});
    show("rayon-spawn", sleep, || rayon::spawn(|| {}));
    show("rayon-join", sleep, || {
        rayon::join(|| {}, || {});
    });
    show("channel", sleep, || to.send(Box::new(|| {})).unwrap());
}
RUST
cargo build -q --release --offline
echo "an empty task: us of CPU, voluntary and involuntary switches:"
./target/release/lone | tee seen
awk '/rayon/ && $2 < 30 { exit 1 }' seen || { echo "CHANGED: it is cheap" >&2; exit 1; }
awk '/channel/ { channel = $2 } /rayon/ { rayon += $2 / 2 } END { exit !(rayon > 2.5 * channel) }' seen ||
    { echo "CHANGED: a channel is as dear" >&2; exit 1; }
echo "as seen: it is dear"
