#!/bin/sh
# ab -g writes its requests in the order of the time they took: a plot of the file as it is, which is what it is for, shows a service
# that gets slower and slower, whatever it does. The slow beginning stands at the end.
#
# Guess: a file with a starting time in each line is in the order of the starting times.
# Seen (ab 2.3, apache2-utils 2.4), 60 requests of which the first twenty take 60 ms and the others 5: the column ttime ascends from 5 to
#   60 and more, the first request of all is among the last lines; the start in whole seconds does not bring the order back.
# So: "it degrades under load" is in every such plot, and a warm-up looks like a breakdown. Interleave's records are in the order of
#   time, each with its own.
set -eu
for tool in ab python3; do command -v "$tool" >/dev/null || { echo "needs $tool (apache2-utils, python3)" >&2; exit 2; }; done
dir=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
cat >server.py <<'PYTHON'
"""Takes 60 ms for each of the first twenty requests, and 5 ms for the others."""
import http.server, time

served = 0


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        global served
        served += 1
        time.sleep(0.06 if served <= 20 else 0.005)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *unused):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
PYTHON
mkfifo port
python3 server.py >port &
server=$!
read -r port <port
ab -V | head -1
ab -q -n 60 -c 1 -g requests "http://127.0.0.1:$port/" >/dev/null
awk -F'\t' 'NR > 1 { print $5 }' requests >times
echo "time taken, first lines and last lines of the file:"
head -3 times | paste -s -
tail -3 times | paste -s -
sort -n times | cmp -s - times || { echo "CHANGED: the lines are in another order" >&2; exit 1; }
[ "$(tail -1 times)" -ge 55 ] && [ "$(head -1 times)" -lt 55 ] || { echo "CHANGED: not every request is in it" >&2; exit 1; }
echo "as seen: the slow ones, which were first, are last"
