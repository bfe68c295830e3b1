#!/bin/sh
# SBCL: get-internal-real-time is in microseconds, and moves in steps of the kernel's tick: 4,000 of them. What takes 1
# ms is 0 or 4 ms, and a timer of 1 ms comes 250 times a second.
#
# Guess: a timer of 1 ms comes 900 to 1,000 times a second. The clock was met, not guessed: its unit is 1 microsecond,
#   and a step as long is what one expects.
# Seen (sbcl 2.2.9, Linux 6.18, HZ 250), 0.2 s in a loop: 33 to 50 steps of 4,000 units; timers of 1 ms 240 to 264 in a
#   second. It reads CLOCK_MONOTONIC_COARSE, which the kernel moves on at its tick: 1 ms with HZ 1000, 10 ms with HZ
#   100.
# So: a benchmark of milliseconds with TIME's own clock is a die of two sides, and a median of it 0. A unit is no
#   resolution. Interleave's clocks are of nanoseconds, and what the kernel counts in ticks is marked so.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ "$(uname -m)" = x86_64 ] || { echo "needs an x86-64 machine" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in sbcl=2:2.2.9-1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >clock.lisp <<'LISP'
;; Steps of the clock within 0.2 s, the smallest in its units, and how often a timer of a millisecond comes in a second.
(defvar *steps* 0)
(defvar *smallest* nil)
(defvar *calls* 0)
(let* ((begun (get-internal-real-time)) (last begun))
  (loop
    (let ((now (get-internal-real-time)))
      (when (/= now last)
        (incf *steps*)
        (when (or (null *smallest*) (< (- now last) *smallest*)) (setf *smallest* (- now last)))
        (setf last now))
      (when (> (- now begun) (/ internal-time-units-per-second 5)) (return)))))
(let ((timer (sb-ext:make-timer (lambda () (incf *calls*)))))
  (sb-ext:schedule-timer timer 0.001 :repeat-interval 0.001)
  (loop with end = (+ (get-internal-real-time) internal-time-units-per-second)
        while (< (get-internal-real-time) end) do (sleep 0.01))
  (sb-ext:unschedule-timer timer))
(format t "~a ~a ~a ~a~%" internal-time-units-per-second *steps* *smallest* *calls*)
(finish-output)
(sb-ext:exit :abort t)
LISP
echo "units a second, steps in 0.2 s, smallest step, calls of a timer of 1 ms:"
SBCL_HOME="$dir/root/usr/lib/sbcl" root/usr/bin/sbcl --core root/usr/lib/sbcl/sbcl.core --script clock.lisp | tee seen
awk '{ exit !($1 == 1000000 && $2 <= 205 && $3 >= 900) }' seen || { echo "CHANGED: the clock moves in microseconds" >&2; exit 1; }
echo "as seen: the steps are ticks"
