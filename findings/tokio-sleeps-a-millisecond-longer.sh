#!/bin/sh
# tokio: sleep(1 ms) takes two milliseconds, and 5 ms take six; Deno's timers, which are made of it, too. An interval of 1 ms keeps to a
# millisecond. Node.js and asyncio sleep for 1.1.
#
# Guess: the clock has whole milliseconds, so 1 ms is 1.1 as with others that do, and 0.1 ms is 1.1.
# Seen (tokio 1.24.2, rustc 1.95, Linux 6.18), median of 100: 0.1 ms 1.07, 1 ms 2.07, 5 ms 6.07, on either runtime; 500 ticks of an interval of
#   1 ms 500 ms. Deno 2.9.6: setTimeout of 1 ms 2.09, 5 ms 6.13; Node.js 20.20 1.09 and 5.16. The end is rounded up to a tick, and
#   the ticks' own time is rounded down.
# So: a loop that sleeps for a millisecond between two looks runs 480 times a second, and a service that "takes 1 ms" takes two.
#   Interleave measures each wait from its planned time.
set -eu
command -v cargo >/dev/null || { echo "needs Rust's cargo" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
mkdir -p "$dir/src" "$dir/.cargo"
cd "$dir"
for package in tokio-dev=1.24.2-1 num-cpus-dev=1.14.0-1 libc-dev=0.2.139-1 pin-project-lite-dev=0.2.9-1 autocfg-dev=1.1.0-1; do
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
name = "sleeps"
version = "0.1.0"
edition = "2021"
[dependencies]
tokio = { version = "=1.24.2", features = ["rt-multi-thread", "time"] }
TOML
cat >src/main.rs <<'RUST'
use std::time::{Duration, Instant};
use tokio::runtime::Builder;
use tokio::time::{interval, sleep};

fn ms(begin: Instant) -> f64 {
    begin.elapsed().as_secs_f64() * 1e3
}

async fn show() {
    for micros in [100u64, 1000, 5000] {
        let mut took = Vec::new();
        for _ in 0..100 {
            let begin = Instant::now();
            sleep(Duration::from_micros(micros)).await;
            took.push(ms(begin));
        }
        took.sort_by(|one, other| one.partial_cmp(other).unwrap());
        println!("sleep-{} {:.2}", micros, took[50]);
    }
    let mut ticks = interval(Duration::from_millis(1));
    ticks.tick().await;
    let begin = Instant::now();
    for _ in 0..500 {
        ticks.tick().await;
    }
    println!("interval-1000 {:.2}", ms(begin) / 500.0);
}

fn main() {
    Builder::new_current_thread().enable_time().build().unwrap().block_on(show());
}
RUST
cargo build -q --release --offline
echo "asked for in microseconds, milliseconds taken:"
./target/release/sleeps | tee seen
awk '/sleep-1000/ { short = $2 } /sleep-5000/ { long = $2 } END { exit !(short > 1.8 && long > 5.8) }' seen ||
    { echo "CHANGED: it sleeps as long as asked" >&2; exit 1; }
awk '/interval/ && $2 > 1.5 { exit 1 }' seen || { echo "CHANGED: an interval is as late" >&2; exit 1; }
echo "as seen: a millisecond longer"
