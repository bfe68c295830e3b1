#!/bin/sh
# hey keeps the times of its first million requests; what comes later is in its rate, and in no latency, percentile or
# maximum. Nothing says so.
#
# Guess: hey -n 1000500 reports on 1,000,500 requests; or it says that a sample was taken.
# Seen (hey 0.1.4, Linux 6.18): a service that takes a second for the 1,000,250th request and the 1,000,350th: "Slowest:
#   0.0 to 0.2 secs", a histogram of 1,000,000 values, and a total that is longer by these seconds. With one such
#   request before the millionth it is 1.0.
# So: a long run tells of its first minute, with whatever was cold then; what went wrong later is not there.
#   Interleave's histograms have every task after the warm-up.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
command -v hey >/dev/null || { [ "$(id -u)" = 0 ] && apt-get update -q && apt-get install -y -q hey; } >/dev/null 2>&1 ||
    { echo "needs hey, or root to install it" >&2; exit 2; }
dir=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
cat >server.c <<'C'
/* Answers at once, all but two requests, which take a second: those numbers are the arguments. Prints its port. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

int main(int count, char **arguments) {
    if (count < 3) return 2;
    long slow[] = {atol(arguments[1]), atol(arguments[2])}, number = 0;
    const char *answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0), all = epoll_create1(0);
    if (bind(listener, (struct sockaddr *)&address, length) || listen(listener, 64)) return 1;
    getsockname(listener, (struct sockaddr *)&address, &length);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, ready[64];
    epoll_ctl(all, EPOLL_CTL_ADD, listener, &event);
    char request[4096];
    for (;;) {
        int events = epoll_wait(all, ready, 64, -1);
        for (int i = 0; i < events; i++) {
            int from = ready[i].data.fd;
            if (from == listener) {
                event.data.fd = accept(listener, 0, 0);
                epoll_ctl(all, EPOLL_CTL_ADD, event.data.fd, &event);
            } else if (read(from, request, sizeof request) <= 0) {
                close(from);
            } else {
                number++;
                if (number == slow[0] || number == slow[1]) sleep(1);
                if (write(from, answer, strlen(answer)) < 0) close(from);
            }
        }
    }
}
C
cc -O2 -o server server.c
mkfifo port
# Prints the slowest of $1 requests in seconds, of which $2 and $3 take one.
slowest() {
    ./server "$2" "$3" >port &
    server=$!
    read -r number <port
    hey -n "$1" -c 2 "http://127.0.0.1:$number/" >report
    kill "$server"
    wait "$server" 2>/dev/null || :
    server=
    awk '$1 == "Slowest:" { print $2 }' report
}
early=$(slowest 20000 10000 15000)
late=$(slowest 1000500 1000250 1000350)
echo "slowest of 20,000 requests, two of which take 1 s: $early"
echo "slowest of 1,000,500, two of which take 1 s, after the first million: $late"
awk '/Response time histogram/ { on = 1 } on && $2 ~ /^\[[0-9]+\]/ { gsub(/[][]/, "", $2); sum += $2 } END { print "values in its histogram: " sum }' report
awk -v early="$early" -v late="$late" 'BEGIN { exit !(early > 0.9 && late < 0.9) }' ||
    { echo "CHANGED: later requests are in the report" >&2; exit 1; }
echo "as seen: what comes after the first million is left out"
