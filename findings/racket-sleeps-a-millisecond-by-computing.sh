#!/bin/sh
# Racket: a thread that sleeps for a millisecond, again and again, computes 60 to 95 % of the time, and nothing says
# so: the sleeps are as long as asked, within 2 %.
#
# Guess: 1.1 ms each, in a wait of the kernel's until the next sleeper's time: next to no CPU.
# Seen (racket 8.7 CS, Linux 6.18), CPU and time in the run queue, % of the time: 1,000 sleeps of 1 ms 60 to 100, 500
#   of 2 ms 30 to 56, of 100 ms 1 to 4. The time left is cut to whole milliseconds, and the rest of it is asked for
#   again and again: 30 calls of epoll_wait, poll and read in each sleep.
# So: a lone pacer takes half of one of two CPUs, and its program's CPU per task is the pacing's. The shorter the
#   sleep, the less it sleeps. Interleave's pacers sleep to within the kernel's slack, and say how late they were.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ "$(uname -m)" = x86_64 ] || { echo "needs an x86-64 machine" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in racket=8.7+dfsg1-1 racket-common=8.7+dfsg1-1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >sleeps.rkt <<'RACKET'
#lang racket/base
; CPU time and time in the run queue of this thread, in percent of the time that it sleeps.
(define (wanted)
  (for/fold ([sum 0]) ([file (in-list (directory-list "/proc/self/task" #:build? #t))])
    (define fields (call-with-input-file (build-path file "schedstat") (lambda (in) (list (read in) (read in)))))
    (+ sum (car fields) (cadr fields))))
(define (show millis times)
  (define before (wanted))
  (define begun (current-inexact-milliseconds))
  (for ([i times]) (sleep (/ millis 1000.0)))
  (define took (- (current-inexact-milliseconds) begun))
  (printf "~a ~a ~a\n" millis (/ (round (* 100 (/ took times))) 100.0)
          (inexact->exact (round (/ (- (wanted) before) took 10000.0)))))
(sleep 0.1)
(show 1 1000)
(show 2 500)
(show 100 10)
RACKET
echo "milliseconds asked, seen, % of the time computing or waiting for a CPU:"
root/usr/bin/racket -X "$dir/root/usr/share/racket/collects" -G "$dir/root/etc/racket" sleeps.rkt | tee seen
awk '{ n[$1] = $3 } END { exit !(n[1] > 25 && n[1] > 3 * n[100]) }' seen || { echo "CHANGED: it sleeps" >&2; exit 1; }
echo "as seen: short sleeps are computed"
