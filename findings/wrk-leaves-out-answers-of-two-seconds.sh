#!/bin/sh
# wrk: what takes longer than two seconds is in no percentile, not in the mean, not in the maximum. Of a service that takes 3 s for
# every tenth request, 99 % are within some ten milliseconds, and the maximum is less than half a second.
#
# Guess: a request that was answered, and is among the "requests in 10 s", is among the latencies; the time-out ends a request.
# Seen (wrk 4.1.0), 20 connections, 10 s, 696 to 776 requests of which a tenth took 3 s: p90 14 ms, p99 46 ms, Max 126 ms; "Socket
#   errors: timeout 60" below. The answer is waited for, counted as a request, and its time thrown away.
# So: an outage looks like fast answers; and the longer the tail, the better the percentiles. --timeout 60s keeps them. Interleave's
#   histograms go up to an hour, and say so when something took longer.
set -eu
for tool in wrk python3; do command -v "$tool" >/dev/null || { echo "needs $tool" >&2; exit 2; }; done
dir=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
cat >server.py <<'PYTHON'
"""Answers after 10 ms, every tenth request after 3 s."""
import asyncio

requests = 0


async def serve(reader, writer):
    global requests
    try:
        while True:
            await reader.readuntil(b"\r\n\r\n")
            requests += 1
            await asyncio.sleep(0.01 if requests % 10 else 3)
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.sleep(60)


asyncio.run(main())
PYTHON
mkfifo port
python3 server.py >port &
server=$!
read -r port <port
wrk -v 2>&1 | head -1 || :
echo "10 % of the answers take 3 s:"
wrk -t1 -c20 -d10s --latency "http://127.0.0.1:$port/" | grep -E 'Latency  |9.%|requests in|timeout' | tee default
echo "with --timeout 60s:"
wrk -t1 -c20 -d10s --latency --timeout 60s "http://127.0.0.1:$port/" | grep -E 'Latency  |9.%|requests in|timeout' | tee long
grep -Eq 'Latency .* 3\.[0-9]+s' long || { echo "CHANGED: no answer took three seconds" >&2; exit 1; }
grep -q 'timeout [1-9]' default || { echo "CHANGED: the slow ones are no time-outs" >&2; exit 1; }
awk '/Latency/ { max = $4 } END { exit !(max ~ /ms$/ || max + 0 < 2.1) }' default || { echo "CHANGED: slow answers are in the maximum" >&2; exit 1; }
awk '/requests in/ { exit !($1 > 300) }' default || { echo "the machine is too busy" >&2; exit 1; }
echo "as seen: slow answers are left out"
