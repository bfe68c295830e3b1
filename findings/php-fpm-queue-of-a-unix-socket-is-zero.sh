#!/bin/sh
# PHP-FPM's status page: "listen queue", the requests that wait for a process, is 0 where the pool listens on a Unix socket,
# whatever waits. On a TCP port it is right.
#
# Guess: it is the number that waits, on any socket: 20 of 22 slow requests that two processes are offered.
# Seen (PHP-FPM 8.2.36, Linux 6.18): Unix socket: listen queue 0, max listen queue 0, listen queue len 0, active processes 2;
#   TCP: 20, 20, 4096, 2. "ss -lx" has 18 in the Unix socket's queue at that time. PHP-FPM asks TCP_INFO, which is TCP's alone.
# So: the usual way to connect a web server to it, a Unix socket, is the one where a queue is not seen. "Both processes are busy"
#   is the same at 2 and at 200 requests. An open load of Interleave shows that queue as response time from the planned start.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
command -v python3 >/dev/null || { echo "needs python3" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
server=
trap 'kill $server 2>/dev/null || :; wait; rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download php8.2-fpm=8.2.36-1~deb12u1 >/dev/null 2>&1 ||
    { echo "php8.2-fpm 8.2.36-1~deb12u1 is not served here" >&2; exit 2; }
dpkg -x php8.2-fpm*.deb root
uname -r
fpm=root/usr/sbin/php-fpm8.2
"$fpm" -n -v 2>/dev/null | head -1 || :
cat >pools.conf <<CONF
[global]
error_log = $dir/log
daemonize = no
[unix]
listen = $dir/unix
pm = static
pm.max_children = 2
pm.status_path = /status
pm.status_listen = $dir/unix-status
[tcp]
listen = 127.0.0.1:0
pm = static
pm.max_children = 2
pm.status_path = /status
pm.status_listen = $dir/tcp-status
CONF
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
sed -i "s/127.0.0.1:0/127.0.0.1:$port/; /^pm = /i user = $(id -un)\ngroup = $(id -gn)" pools.conf
echo '<?php usleep(3000000);' >slow.php
as=
[ "$(id -u)" != 0 ] || as=-R
"$fpm" $as -n -y pools.conf >/dev/null 2>&1 &
server=$!
for _ in $(seq 50); do [ -S tcp-status ] && break; sleep 0.1; done
[ -S tcp-status ] || { echo "PHP-FPM does not start here (a library is missing?)" >&2; exit 2; }
cat >ask.py <<'PYTHON'
"""Sends 22 slow requests to a pool of two processes and prints what its status page says of them: waiting, active."""
import re
import socket
import struct
import sys
import time

BEGIN, PARAMS, STDIN = 1, 4, 5


def record(kind, body):
    return struct.pack(">BBHHBB", 1, kind, 1, len(body), 0, 0) + body


def request(address, script):
    """A connection on which a FastCGI request was sent."""
    kind = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    connection = socket.socket(kind, socket.SOCK_STREAM)
    connection.connect(address)
    said = {"SCRIPT_FILENAME": script, "SCRIPT_NAME": script, "REQUEST_METHOD": "GET", "QUERY_STRING": ""}
    pairs = b"".join(bytes([len(k), len(v)]) + k.encode() + v.encode() for k, v in said.items())
    connection.sendall(record(BEGIN, b"\0\1" + bytes(6)) + record(PARAMS, pairs) + record(PARAMS, b"") + record(STDIN, b""))
    return connection


where, page, script = sys.argv[1:]
address = ("127.0.0.1", int(where)) if where.isdigit() else where
waiting = [request(address, script) for _ in range(22)]
time.sleep(1)
answer = b""
status = request(page, "/status")
while part := status.recv(65536):
    answer += part
text = answer.decode("latin1")
print(re.search(r"listen queue: +(\d+)", text)[1], re.search(r"active processes: +(\d+)", text)[1])
PYTHON
unix=$(python3 ask.py "$dir/unix" "$dir/unix-status" "$dir/slow.php")
tcp=$(python3 ask.py "$port" "$dir/tcp-status" "$dir/slow.php")
echo "22 requests for two processes; waiting and active: Unix socket $unix, TCP $tcp"
[ "$tcp" = "20 2" ] || { echo "CHANGED: on TCP it says $tcp" >&2; exit 1; }
[ "$unix" = "0 2" ] || { echo "CHANGED: on a Unix socket it says $unix" >&2; exit 1; }
echo "as seen: on a Unix socket nobody waits"
