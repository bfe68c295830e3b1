#!/bin/sh
# Tcl: a byte that comes through a pipe, told by fileevent, is four kernel switches, and (after 0) four as well. A timer of a millisecond
# is one, and six as soon as the program watches any file.
#
# Guess: an event loop waits in one call for files and times: one switch for whatever comes, none for what is there already.
# Seen (Tcl 8.6.13 as Debian builds it, Linux 6.18, 2 CPUs), switches of all threads: after 1 ms in vwait 1.0; after 0 3.8; byte through a pipe
#   of its own, already there, 4.0; a byte read without the loop 0; after 1 ms beside a watched file that stays silent 6.0. A second
#   thread of the process waits for the files and is asked anew before each wait.
# So: Expect, Tk and what else is made of it switch four to six times for each key and each line, and a program without threads of its own has
#   two. Interleave counts the threads of a process that nobody wrote as well.
set -eu
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in tcl8.6=8.6.13+dfsg-2 libtcl8.6=8.6.13+dfsg-2; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >events.tcl <<'TCL'
proc switches {} {
    set sum 0
    foreach task [glob /proc/self/task/*] {
        set file [open $task/status]
        foreach {- count} [regexp -all -inline {voluntary_ctxt_switches:\s+(\d+)} [read $file]] { incr sum $count }
        close $file
    }
    return $sum
}

proc show {name count script} {
    set before [switches]
    for {set i 0} {$i < $count} {incr i} { uplevel #0 $script }
    puts "$name [format %.2f [expr {([switches] - $before) / double($count)}]]"
}

proc come {pipe} {
    global done
    read $pipe 1
    set done 1
}

puts "Tcl [info patchlevel]"
show timer 300 { after 1 { set done 1 }; vwait done }
show soon 300 { after 0 { set done 1 }; vwait done }
lassign [chan pipe] out in
fconfigure $in -buffering none -translation binary
fconfigure $out -buffering none -translation binary
show read 1000 { puts -nonewline $in x; read $out 1 }
fconfigure $out -blocking 0
fileevent $out readable { come $out }
show byte 1000 { puts -nonewline $in x; vwait done }
show timer-beside-file 300 { after 1 { set done 1 }; vwait done }
TCL
libraries=$(dirname "$(find root -name 'libtcl8.6.so*' | head -1)")
TCL_LIBRARY="$dir/root/usr/share/tcltk/tcl8.6" LD_LIBRARY_PATH="$libraries" root/usr/bin/tclsh8.6 events.tcl | tee seen
awk '{ n[$1] = $2 } END { exit !(n["timer"] < 2 && n["read"] < 0.5 && n["byte"] > 2.5 && n["timer-beside-file"] > 3.5) }' seen ||
    { echo "CHANGED: the loop waits by itself" >&2; exit 1; }
echo "as seen: four and six"
