#!/bin/sh
# wrk and hey divide what they were asked for among their threads and workers, and drop what is left over. wrk -t2 -c5 opens
# four connections and reports "2 threads and 5 connections"; hey -n 10 -c 4 sends eight requests.
#
# Guess: the number asked for is the number made, as h2load does it; or the tool refuses or says what it does.
# Seen (wrk 4.1.0, hey 0.1.4, h2load 1.52.0), connections that ask and requests, counted by the server:
#   wrk -t2 -c5         4 connections     wrk -t3 -c8       6 connections
#   hey -n 10 -c 4      8 requests        h2load -t2 -n 11 -c5   5 connections, 11 requests
#   hey's report has no number of requests but that of the status lines; wrk's names the connections that were asked for.
# So: in flight is counted where the answers come from. Interleave's load has exactly the connections and tasks in flight that
#   it was asked for, or says why not.
set -eu
for tool in wrk hey h2load python3; do
    command -v "$tool" >/dev/null || { echo "needs $tool (wrk, hey, nghttp2-client, python3)" >&2; exit 2; }
done
dir=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || :; rm -rf "$dir"' EXIT
cat >"$dir/server.py" <<'PYTHON'
"""Answers at once. /count says how many connections asked and how many requests there were since it was last asked."""
import asyncio

asked = {}


async def serve(reader, writer):
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            if head.startswith(b"GET /count"):
                body = f"{len(asked)} connections, {sum(asked.values())} requests".encode()
                asked.clear()
            else:
                asked[writer] = asked.get(writer, 0) + 1
                body = b"ok"
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.sleep(60)


asyncio.run(main())
PYTHON
mkfifo "$dir/port"
python3 "$dir/server.py" >"$dir/port" &
server=$!
read -r port <"$dir/port"
count() { python3 -c "import urllib.request as u; print(u.urlopen('http://127.0.0.1:$port/count').read().decode())"; }
try() {
    "$@" "http://127.0.0.1:$port/" >"$dir/report" 2>&1
    seen=$(count)
    echo "$*: $seen"
}
wrk -v 2>&1 | head -1 || :
h2load --version
try wrk -t2 -c5 -d1
grep connections "$dir/report"
[ "${seen%% *}" = 4 ] || { echo "CHANGED: wrk opens other than 4 connections of 5" >&2; exit 1; }
try hey -n 10 -c 4
[ "${seen#*, }" = "8 requests" ] || { echo "CHANGED: hey sends other than 8 requests of 10" >&2; exit 1; }
try h2load --h1 -t2 -n 11 -c 5
[ "$seen" = "5 connections, 11 requests" ] || { echo "CHANGED: h2load rounds too" >&2; exit 1; }
echo "as seen: two of three round down"
