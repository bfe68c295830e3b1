#!/bin/sh
# tokio: a future that block_on (or #[tokio::main]) runs itself pays three kernel switches for each message that it exchanges with a
# spawned task; two spawned tasks pay none. On the current_thread runtime neither does.
#
# Guess: tasks switch in the runtime, and main is one of them: 0.0 switches in each case.
# Seen (tokio 1.24.2, rustc 1.95, Linux 6.18, 2 workers), 5,000 messages there and back, switches for each: two spawned tasks 0.00,
#   block_on's future and a spawned one 2.9 (1.9 voluntary), 7.2 us instead of 0.2; current_thread 0.00 and 0.00.
#   The thread of block_on is no worker: its future sleeps there, and is woken from a worker for each message.
# So: a benchmark or a loop that is written down in main measures the kernel; put into tokio::spawn it is thirty times as fast.
#   Interleave shows the switches of any program beside its threads.
set -eu
command -v cargo >/dev/null || { echo "needs Rust's cargo" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
mkdir -p "$dir/src" "$dir/.cargo"
cd "$dir"
for package in tokio-dev=1.24.2-1 libc-dev=0.2.139-1 num-cpus-dev=1.14.0-1 pin-project-lite-dev=0.2.9-1 autocfg-dev=1.1.0-1; do
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
name = "messages"
version = "0.1.0"
edition = "2021"
[dependencies]
tokio = { version = "=1.24.2", features = ["rt-multi-thread", "sync"] }
libc = "=0.2.139"
TOML
cat >src/main.rs <<'RUST'
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::channel;

const MESSAGES: u32 = 5000;

fn switches() -> i64 {
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    unsafe { libc::getrusage(libc::RUSAGE_SELF, &mut usage) };
    usage.ru_nvcsw + usage.ru_nivcsw
}

/// Sends messages to a spawned task, one by one, and waits for each to come back.
async fn exchange() {
    let (to, mut at) = channel::<u32>(1);
    let (back, mut answers) = channel::<u32>(1);
    tokio::spawn(async move {
        while let Some(message) = at.recv().await {
            back.send(message).await.unwrap();
        }
    });
    for message in 0..MESSAGES {
        to.send(message).await.unwrap();
        answers.recv().await;
    }
}

fn show(name: &str, runtime: Runtime) {
    let before = switches();
    runtime.block_on(exchange());
    println!("{}-main {:.2}", name, (switches() - before) as f64 / MESSAGES as f64);
    let before = switches();
    runtime.block_on(async { tokio::spawn(exchange()).await.unwrap() });
    println!("{}-spawned {:.2}", name, (switches() - before) as f64 / MESSAGES as f64);
}

fn main() {
    show("multi_thread", Builder::new_multi_thread().worker_threads(2).build().unwrap());
    show("current_thread", Builder::new_current_thread().build().unwrap());
}
RUST
cargo build -q --release --offline
echo "switches for a message and its answer:"
./target/release/messages | tee seen
awk '/multi_thread-main/ { exit !($2 > 0.8) }' seen || { echo "CHANGED: main is one of the tasks" >&2; exit 1; }
awk '!/multi_thread-main/ && $2 > 0.3 { exit 1 }' seen || { echo "CHANGED: others switch, too" >&2; exit 1; }
echo "as seen: main pays"
