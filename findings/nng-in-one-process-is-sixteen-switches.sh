#!/bin/sh
# nng and ZeroMQ, a request and its answer within one process (inproc): 16 kernel switches with nng, 2 with ZeroMQ. Over TCP it is 20
# and 8, where plain sockets have 2.
#
# Guess: inproc is two in each, one to wake the server and one to wake the client; over TCP a thread for the sockets is added on
#   both sides: 4 to 6.
# Seen (nng 1.5.2, ZeroMQ 4.3.4, Linux 6.18, 2 CPUs), 10,000 round trips one by one, switches of client and server together:
#   inproc nng 15.9 to 16.9 and 67 us, ZeroMQ 2.0 and 12 us; TCP nng 20 to 22 and 117 us, ZeroMQ 8 and 81 us.
#   In nng each step, to queue, to send, to be told, is a task for a pool of threads.
# So: the library costs more switches than the way that it takes. Interleave's switches per task, of any process, tell them apart.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in libnng-dev=1.5.2-2 libnng1=1.5.2-2 libzmq3-dev=4.3.4-6 libzmq5=4.3.4-6 libmbedtls14=2.28.3-1 libmbedx509-1=2.28.3-1 \
    libmbedcrypto7=2.28.3-1 libsodium23=1.0.18-1+deb12u1 libpgm-5.3-0=5.3.128~dfsg-2 libnorm1=1.5.9+dfsg-2; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >trip.c <<'C'
#ifdef NNG
#include <nng/nng.h>
#include <nng/protocol/reqrep0/rep.h>
#include <nng/protocol/reqrep0/req.h>
#else
#include <zmq.h>
#endif
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TRIPS = 10000 };

static const char *url;

#ifdef NNG
static nng_socket serving, asking;

static int receive(nng_socket socket, char *byte) {
    size_t length = 1;
    return nng_recv(socket, byte, &length, 0);
}

static int pass(nng_socket socket, char *byte) { return nng_send(socket, byte, 1, 0); }

static int listen_there(void) { return nng_rep0_open(&serving) || nng_listen(serving, url, 0, 0); }

static int connect_there(void) { return nng_req0_open(&asking) || nng_dial(asking, url, 0, 0); }
#else
static void *context, *serving, *asking;

static int receive(void *socket, char *byte) { return zmq_recv(socket, byte, 1, 0) != 1; }

static int pass(void *socket, char *byte) { return zmq_send(socket, byte, 1, 0) != 1; }

static void *made(int type) { return zmq_socket(context ? context : (context = zmq_ctx_new()), type); }

static int listen_there(void) { return zmq_bind(serving = made(ZMQ_REP), url); }

static int connect_there(void) { return zmq_connect(asking = made(ZMQ_REQ), url); }
#endif

static long switches(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw + usage.ru_nivcsw;
}

/* Answers each byte with itself; to an 'n' it writes how many switches this process has made. */
static void *serve(void *told) {
    char byte;
    if (listen_there()) exit(2);
    while (!receive(serving, &byte)) {
        long number = switches();
        if (byte == 'n' && write(*(int *) told, &number, sizeof number) != sizeof number) exit(2);
        if (pass(serving, &byte)) break;
    }
    return 0;
}

static int there[2];

static void trip(char byte) {
    if (pass(asking, &byte) || receive(asking, &byte)) exit(2);
}

static long served(void) {
    long number = 0;
    trip('n');
    return read(there[0], &number, sizeof number) == sizeof number ? number : -1;
}

/* Prints the switches of a round trip, of client and server together. */
int main(int count, char **words) {
    pid_t server = 0;
    pthread_t thread;
    int own = count > 2;
    url = words[1];
    if (pipe(there)) return 2;
    if (own && !(server = fork())) serve(&there[1]), _exit(0);
    if (!own) {
#ifndef NNG
        context = zmq_ctx_new();
#endif
        pthread_create(&thread, 0, serve, &there[1]);
    }
    usleep(300000);
    if (connect_there()) return 2;
    for (int i = 0; i < 100; i++) trip('x');
    long theirs = served(), mine = switches();
    for (int i = 0; i < TRIPS; i++) trip('x');
    mine = switches() - mine;
    theirs = own ? served() - theirs : 0;
    printf("%.1f\n", (double) (mine + theirs) / TRIPS);
    fflush(stdout);
    if (own) kill(server, SIGKILL), waitpid(server, 0, 0);
    _exit(0);
}
C
library=$(dirname "$(find root -name libzmq.so.5)")
build() { cc -O1 $3 trip.c -o "$1" -Iroot/usr/include "$library/$2" -Wl,--allow-shlib-undefined -pthread; }
build nng libnng.so.1 -DNNG
build zmq libzmq.so.5 -DZMQ
export LD_LIBRARY_PATH="$dir/$library"
free() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
nng_in=$(timeout 60 ./nng inproc://trip)
zmq_in=$(timeout 60 ./zmq inproc://trip)
nng_tcp=$(timeout 60 ./nng "tcp://127.0.0.1:$(free)" far)
zmq_tcp=$(timeout 60 ./zmq "tcp://127.0.0.1:$(free)" far)
echo "switches of a round trip: inproc nng $nng_in, ZeroMQ $zmq_in; TCP nng $nng_tcp, ZeroMQ $zmq_tcp"
echo "$nng_in $zmq_in" | awk '{ exit !($1 > 8 && $2 < 3) }' || { echo "CHANGED: within one process" >&2; exit 1; }
echo "$nng_tcp $zmq_tcp" | awk '{ exit !($1 > 10 && $2 > 6) }' || { echo "CHANGED: over TCP" >&2; exit 1; }
echo "as seen: by the library, not by the way"
