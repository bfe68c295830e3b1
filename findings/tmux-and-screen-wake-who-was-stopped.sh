#!/bin/sh
# kill -STOP of the program of a tmux pane or of a screen window: it goes on at once. Under script(1), and as a job of a shell in the
# same pane, it stays stopped.
#
# Guess: a stopped process stays so until somebody sends SIGCONT; a multiplexer shows what programs print, and no more.
# Seen (tmux 3.3a, screen 4.9.0, script of util-linux 2.38.1, Linux 6.18), state 1 s after SIGSTOP: tmux S, screen S, script T. Both
#   send SIGCONT to a child of their own that stops.
# So: a load that was "stopped" in its own pane goes on to load the machine; one that is started from a shell in the pane does not.
#   Interleave says of a process that it is stopped only while it is.
set -eu
for tool in tmux screen script; do
    command -v "$tool" >/dev/null || { echo "needs tmux, screen and script" >&2; exit 2; }
done
dir=$(mktemp -d)
stopped=
trap 'kill -KILL $stopped 2>/dev/null || :; tmux -S "$dir/tmux" kill-server 2>/dev/null || :; sleep 0.3; rm -rf "$dir"' EXIT
cd "$dir"
uname -r
tmux -V
screen --version || :
script --version
cat >waits <<'WAITS'
#!/bin/sh
echo $$ >"$1"
exec sleep 60
WAITS
chmod +x waits
export TERM=xterm
tmux -S "$dir/tmux" -f /dev/null new-session -d -x 80 -y 24 "$dir/waits $dir/by-tmux"
screen -dmS "findings-$$" "$dir/waits" "$dir/by-screen"
script -qc "$dir/waits $dir/by-script" /dev/null </dev/null >/dev/null 2>&1 &
for by in tmux screen script; do
    looks=0
    until [ -s "by-$by" ] || [ $looks -ge 100 ]; do looks=$((looks + 1)); sleep 0.1; done
    stopped="$stopped $(cat "by-$by")"
done
sleep 0.5
for process in $stopped; do kill -STOP "$process"; done
sleep 1
for by in tmux screen script; do
    echo "$by $(awk '/^State/ { print $2 }' "/proc/$(cat "by-$by")/status")"
done | tee seen
grep -q "script T" seen || { echo "CHANGED: nobody is stopped" >&2; exit 1; }
[ "$(grep -c "S$" seen)" = 2 ] || { echo "CHANGED: tmux or screen leaves it stopped" >&2; exit 1; }
echo "as seen: it goes on"
