#!/bin/sh
# hackbench, "a benchmark of the scheduler": of 400,000 messages from one thread to another hardly a tenth is a context switch.
#
# Guess: each message wakes its receiver, so there is one switch a message at least, and two where sender and receiver take turns.
# Seen (rt-tests 2.4.0, Linux 6.18, two CPUs): 31,000 to 65,000 switches for 400,000 messages by perf, 0.08 to 0.16 each: a
#   sender goes on until its socket is full, and a receiver finds many messages when it comes to a CPU.
# So: its seconds are those of socket writes and reads; what a switch costs cannot be had by dividing them.
set -eu
for tool in hackbench perf; do
    command -v "$tool" >/dev/null || { echo "needs $tool (rt-tests, linux-perf)" >&2; exit 2; }
done
uname -r
nproc
seen=$(LC_ALL=C perf stat -x, -e context-switches hackbench -g 1 -l 1000 2>&1)
echo "$seen"
switches=$(echo "$seen" | sed -n 's/^\([0-9]*\),,context-switches.*/\1/p')
[ -n "$switches" ] || { echo "perf counts no switches here" >&2; exit 2; }
# 20 senders write 1,000 messages to each of 20 receivers.
echo "switches a message: $(awk -v n="$switches" 'BEGIN { printf "%.2f", n / 400000 }')"
[ "$switches" -lt 200000 ] || { echo "CHANGED: more than a switch for two messages" >&2; exit 1; }
echo "as seen: messages are not switches"
