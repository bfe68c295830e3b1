#!/bin/sh
# ZeroMQ, PUSH to PULL over TCP, the high-water marks of both set to 10, and the receiver takes nothing: the sender gets rid of thousands of messages
# before it is told to wait.
#
# Guess: ten here and ten there: 20 messages, perhaps 30.
# Seen (libzmq 4.3.4, messages of one byte, within three seconds): TCP 9,430 to 15,430, ipc (a Unix socket) 2,790 to 2,810, inproc 20.
#   The marks are of ZeroMQ's own queues; between the two lie the kernel's buffers of both sockets, which count bytes.
# So: a queue "of at most ten" in front of a slow worker holds seconds of work, all of it late, and a load generator that is held back
#   by it has sent it already. Interleave limits what is in flight by what was answered.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in libzmq3-dev=4.3.4-6 libzmq5=4.3.4-6 libsodium23 libpgm-5.3-0 libnorm1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >marks.c <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

/* How many messages of one byte are taken from the sender within three seconds. */
int main(int count, char **words) {
    int ten = 10, none = 0;
    char place[256];
    size_t size = sizeof place;
    void *context = zmq_ctx_new(), *pull = zmq_socket(context, ZMQ_PULL), *push = zmq_socket(context, ZMQ_PUSH);
    zmq_setsockopt(pull, ZMQ_RCVHWM, &ten, sizeof ten);
    zmq_setsockopt(push, ZMQ_SNDHWM, &ten, sizeof ten);
    zmq_setsockopt(push, ZMQ_LINGER, &none, sizeof none);
    if (count < 2 || zmq_bind(pull, words[1]) || zmq_getsockopt(pull, ZMQ_LAST_ENDPOINT, place, &size) || zmq_connect(push, place)) return 2;
    sleep(1);
    long taken = 0;
    for (time_t end = time(0) + 3; time(0) < end && taken < 10000000;)
        if (zmq_send(push, "x", 1, ZMQ_DONTWAIT) == 1) taken++;
        else usleep(1000);
    printf("%ld\n", taken);
    return 0;
}
C
library=$(echo "$dir"/root/usr/lib/*/libzmq.so.5)
LD_LIBRARY_PATH=$(dirname "$library")
export LD_LIBRARY_PATH
cc -O1 -Iroot/usr/include marks.c -o marks "$library" -Wl,--allow-shlib-undefined
echo "messages taken with two marks of ten, by way:"
{
    echo "tcp $(./marks "tcp://127.0.0.1:*")"
    echo "ipc $(./marks "ipc://$dir/socket")"
    echo "inproc $(./marks "inproc://marks")"
} | tee seen
awk '$1 == "inproc" && ($2 < 10 || $2 > 60) { exit 1 }' seen || { echo "CHANGED: within a process it is something else" >&2; exit 1; }
awk '$1 == "tcp" && $2 < 200 { exit 1 }' seen || { echo "CHANGED: the marks hold over TCP" >&2; exit 1; }
echo "as seen: thousands"
