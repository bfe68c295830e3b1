#!/bin/sh
# A loop that only adds numbers, without a system call, has a fifth to a third of its CPU time in the kernel and needs more of it
# for the same sum: packets of another process are received on its CPU, and the kernel puts that on its account.
#
# Guess: softirq time is the machine's ("si" of top); what a process has computed is its own CPU time, whatever else its CPU does.
# Seen (Linux 6.18 without CONFIG_IRQ_TIME_ACCOUNTING, 2 CPUs, datagrams of one byte sent on the other CPU): the same sum takes
#   0.98 s, 0.00 of it system time, and 1.13 s with 0.23 s of system time; on a quieter machine 0.14 s and 0.19 s with 0.07 s.
# So: CPU time per task on a machine that serves holds the input of its neighbours; by kernel, as the option is on in some
#   distributions. Interleave's readme says so where it says what CPU time holds.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to make a network namespace" >&2; exit 2; }
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
command -v cc >/dev/null && command -v ip >/dev/null || { echo "needs a C compiler and ip" >&2; exit 2; }
config=$(zcat /proc/config.gz 2>/dev/null || cat "/boot/config-$(uname -r)" 2>/dev/null || :)
case $config in
*CONFIG_IRQ_TIME_ACCOUNTING=y*) echo "this kernel keeps the time of interrupts apart" >&2; exit 2 ;;
esac
space=interleave-finding-$$
dir=$(mktemp -d)
trap 'ip netns del $space 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
uname -r
ip netns add "$space"
ip -n "$space" link set lo up
cat >sum.c <<'C'
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <sys/resource.h>

/* The same sum on CPU 0 each time; prints user and system time in ms. */
int main(void) {
    cpu_set_t first;
    CPU_ZERO(&first);
    CPU_SET(0, &first);
    sched_setaffinity(0, sizeof first, &first);
    volatile unsigned long sum = 0;
    for (long i = 0; i < 4000000000; i++) sum += i;
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%ld %ld\n", usage.ru_utime.tv_sec * 1000 + usage.ru_utime.tv_usec / 1000,
        usage.ru_stime.tv_sec * 1000 + usage.ru_stime.tv_usec / 1000);
    return 0;
}
C
cat >send.c <<'C'
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <sched.h>
#include <sys/socket.h>
#include <unistd.h>

/* Sends datagrams of one byte on CPU 1 to a socket of its own that nobody reads, for a minute at most. */
int main(void) {
    cpu_set_t second;
    CPU_ZERO(&second);
    CPU_SET(1, &second);
    sched_setaffinity(0, sizeof second, &second);
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(9999), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int receiver = socket(AF_INET, SOCK_DGRAM, 0), sender = socket(AF_INET, SOCK_DGRAM, 0);
    if (bind(receiver, (struct sockaddr *) &to, sizeof to)) return 2;
    for (alarm(60);;) sendto(sender, "x", 1, 0, (struct sockaddr *) &to, sizeof to);
}
C
cc -O1 sum.c -o sum
cc -O1 send.c -o send
alone=$(./sum)
cat >both.sh <<'RUN'
echo 1 >/sys/class/net/lo/queues/rx-0/rps_cpus || exit 2
./send &
sender=$!
sleep 0.3
./sum
kill "$sender"
RUN
beside=$(ip netns exec "$space" sh both.sh) || { echo "packets cannot be steered to another CPU here" >&2; exit 2; }
echo "user and system ms: $alone alone, $beside beside the packets of others"
echo "$alone $beside" | awk '{ exit !($2 < ($1 + $2) * 0.05) }' || { echo "the sum is not quiet here" >&2; exit 2; }
echo "$alone $beside" | awk '{ exit !($4 > ($3 + $4) * 0.1 && $3 + $4 > ($1 + $2) * 1.1) }' ||
    { echo "CHANGED: the packets are not on its account" >&2; exit 1; }
echo "as seen: the packets of others are system time of a loop without a system call"
