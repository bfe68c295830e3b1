#!/bin/sh
# httperf at twenty requests a second of 1 ms each computes for the whole run, a CPU full, most of it in the kernel; and a run shorter than 5 s
# has a reply rate of 0.0, min, mean and max, however many replies it had.
#
# Guess: between two requests it sleeps, so some 1 or 2 % of a CPU; the reply rate is replies by seconds.
# Seen (httperf 0.9.0), 60 requests at 20/s: all answered, CPU 96 to 100 % of the time as far as the machine lets it, 2 to 12 voluntary switches
#   in all; reply rate 0.0 (0 samples). It asks again and again whether something has come; replies are counted every five seconds.
# So: on the server's machine it takes a CPU from the server, at any rate, and whoever wakes there waits or pushes it aside. Interleave's CPU
#   time per task has in it what it takes to start tasks by the plan, and says so.
set -eu
command -v httperf >/dev/null || { echo "needs httperf" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
/usr/bin/python3 - <<'PYTHON'
"""Lets httperf send 20 requests a second to a small server for 3 s, and looks at its CPU time and what it says."""
import http.server, re, resource, subprocess, sys, threading


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(subprocess.run(["httperf", "--version"], capture_output=True, text=True).stdout.splitlines()[0])
run = subprocess.run(["httperf", "--hog", "--server", "127.0.0.1", "--port", str(server.server_port), "--rate", "20",
                      "--num-conns", "60"], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
seconds = float(re.search(r"test-duration ([\d.]+) s", run.stdout)[1])
replies = int(re.search(r"replies (\d+)", run.stdout)[1])
rate = re.search(r"Reply rate .*", run.stdout)[0]
share = (used.ru_utime + used.ru_stime) / seconds
print(f"{replies} replies in {seconds:.1f} s; CPU {100 * share:.0f} % of the time, {used.ru_nvcsw} voluntary and "
      f"{used.ru_nivcsw} involuntary switches\n{rate}")
if replies != 60 or seconds > 5:
    print("the server did not keep up", file=sys.stderr)
    sys.exit(2)
if used.ru_nvcsw > 60 and share < 0.2:
    sys.exit("CHANGED: it sleeps between requests")
if "(0 samples)" not in rate:
    sys.exit("CHANGED: a short run has a reply rate")
PYTHON
echo "as seen: busy with nothing"
