#!/bin/sh
# siege -d 3, "random delay before each request": users pause 0, 1, 2 or 3 s, never between. All who began together ask together, at each whole
# second, for the whole run. -d 2.99 does the same; -d 0.99 spreads them.
#
# Guess: a delay anywhere up to three seconds, or, as the manual has it, of three seconds; twenty users are seven to ten requests a second, spread.
# Seen (siege 4.0.7), twenty users, five requests each, when they came at the server: with -d 3 100 % within 60 ms of a whole second after the
#   first, with -d 2.99 too; with -d 0.99 5 to 20 %. From a second on the pause is drawn in whole seconds, below it in fractions.
# So: a gentle load is a burst of a quarter of the users each second, and the times told are of that queue. Interleave says how far its
#   gaps are off the plan.
set -eu
command -v siege >/dev/null || { echo "needs siege" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export HOME="$dir"
cat >arrivals.py <<'PYTHON'
"""Lets twenty users of siege ask a small server five times each, and looks when they ask."""
import http.server, subprocess, sys, threading, time

came = []


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        came.append(time.monotonic())
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 100


server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()


def whole(delay):
    """The percent of requests, after each user's first, that came within 60 ms of a whole second after the first one."""
    came.clear()
    subprocess.run(["siege", "-q", "-c20", "-r5", f"-d{delay}", f"http://127.0.0.1:{server.server_port}/"],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    later = [when - came[0] for when in sorted(came)[20:]]
    near = sum(min(when % 1, 1 - when % 1) < 0.06 for when in later)
    print(f"-d {delay}: {len(came)} requests in {later[-1]:.1f} s, {100 * near / len(later):.0f} % of those after the first at a whole second")
    return near / len(later)


told = subprocess.run(["siege", "--version"], capture_output=True, text=True)
print(next(line for line in (told.stdout + told.stderr).splitlines() if line.startswith("SIEGE")))
integer, decimal, short = whole("3"), whole("2.99"), whole("0.99")
if short > 0.6:
    sys.exit("CHANGED: a delay of less than a second is of whole seconds too")
if integer < 0.8 or decimal < 0.8:
    sys.exit("CHANGED: users pause for parts of a second")
PYTHON
/usr/bin/python3 arrivals.py
echo "as seen: all at once, each second"
