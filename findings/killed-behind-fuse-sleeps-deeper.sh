#!/bin/sh
# Who waits for a slow file system in user space (FUSE: sshfs, s3fs, rclone mount) is S, asleep, and in no load average, unlike with NFS.
# kill -9 does not end the waiting: it makes it D, and the load rises by one for each that was killed.
#
# Guess: D and in the load from the start, as with any disk; and what kill -9 hits ends, if it can be hit at all.
# Seen (Linux 6.18), forty processes that ask for a file whose server answers after 12 s: 2 s later S 40, D 0, the load not
#   moved by them; after kill -9 S 0, D 40, and 8 s later the load is up by 3 to 6; all ended when the server had answered, not before.
#   The kernel waits for the answer to a request that was read by the server, interruptibly until a signal comes and then not.
# So: a hung network mount shows in no load, and pulls it up when somebody clears it away. To end the waiting, the server is ended, or
#   the connection (/sys/fs/fuse/connections). Interleave shows the kernel's load, so it has these too.
set -eu
[ "$(id -u)" = 0 ] && [ -e /dev/fuse ] || { echo "needs root and /dev/fuse" >&2; exit 2; }
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
server=
trap 'umount -l "$dir/mount" 2>/dev/null || :; kill $server 2>/dev/null || :; rm -rf "$dir"' EXIT
mkdir "$dir/mount"
uname -r
cat >"$dir/slow.c" <<'C'
// A file system whose files are there twelve seconds after somebody first asked for one.
#include <errno.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int device;

static void answer(unsigned long long to, int error, const void *body, int length) {
    char bytes[1024];
    struct fuse_out_header head = {sizeof head + length, -error, to};
    memcpy(bytes, &head, sizeof head);
    if (length) memcpy(bytes + sizeof head, body, length);
    if (write(device, bytes, head.len) < 0) {} // Nobody waits for it any longer.
}
int main(int count, char **words) {
    static char bytes[1 << 17];
    static unsigned long long asked[1000];
    int waiting = 0;
    time_t first = 0;
    char options[100];
    device = open("/dev/fuse", O_RDWR | O_NONBLOCK);
    snprintf(options, sizeof options, "fd=%d,rootmode=40000,user_id=0,group_id=0", device);
    if (mount("slow", words[1], "fuse", MS_NOSUID | MS_NODEV, options)) return 2;
    for (;;) {
        struct pollfd wait = {device, POLLIN};
        poll(&wait, 1, 100);
        if (waiting && time(0) >= first + 12)
            while (waiting) {
                struct fuse_entry_out entry = {.nodeid = 2, .attr = {.ino = 2, .mode = S_IFREG | 0644, .nlink = 1}};
                answer(asked[--waiting], 0, &entry, sizeof entry);
            }
        if (read(device, bytes, sizeof bytes) < 0) {
            if (errno == ENODEV) return 0;
            continue;
        }
        struct fuse_in_header *request = (void *)bytes;
        if (request->opcode == FUSE_INIT) {
            struct fuse_init_out init = {.major = 7, .minor = 31, .max_write = 4096, .flags = FUSE_PARALLEL_DIROPS};
            answer(request->unique, 0, &init, sizeof init);
        } else if (request->opcode == FUSE_GETATTR) {
            struct fuse_attr_out root = {.attr_valid = 60, .attr = {.ino = 1, .mode = S_IFDIR | 0755, .nlink = 2}};
            answer(request->unique, 0, &root, sizeof root);
        } else if (request->opcode == FUSE_LOOKUP && waiting < 1000) {
            if (!first) first = time(0);
            asked[waiting++] = request->unique;
        } else if (request->opcode != FUSE_FORGET && request->opcode != FUSE_BATCH_FORGET &&
                   request->opcode != FUSE_INTERRUPT)
            answer(request->unique, ENOSYS, 0, 0);
    }
}
C
cc -O1 "$dir/slow.c" -o "$dir/slow" 2>/dev/null || { echo "needs the kernel's headers (linux-libc-dev)" >&2; exit 2; }
"$dir/slow" "$dir/mount" &
server=$!
sleep 1
/usr/bin/python3 - "$dir/mount" <<'PYTHON'
"""Lets forty processes ask for a file each, kills them after two seconds, and looks at them until they have ended."""
import subprocess, sys, time

asking = [subprocess.Popen(["stat", f"{sys.argv[1]}/{i}"], stdout=-3, stderr=-3) for i in range(40)]
start = time.monotonic()


def look(when):
    """Prints and returns how many are in which state, those that have ended left out, and the load average."""
    states = [open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()[0] for process in asking]
    blocked = next(int(line.split()[1]) for line in open("/proc/stat") if line.startswith("procs_blocked"))
    load = float(open("/proc/loadavg").read().split()[0])
    seen = {state: states.count(state) for state in "SD"}
    print(f"{when:22} {time.monotonic() - start:4.1f} s: S {seen['S']}, D {seen['D']}, blocked {blocked}, load {load}")
    return seen, load


time.sleep(2)
asleep, before = look("waiting")
for process in asking:
    process.kill()
time.sleep(0.5)
killed, _ = look("killed")
time.sleep(7.5)
still, after = look("still")
for process in asking:
    process.wait()
ended = time.monotonic() - start
print(f"all had ended after {ended:.1f} s")
if asleep["S"] < 38:
    sys.exit("CHANGED: who waits is not asleep")
if killed["D"] < 38 or still["D"] < 38 or ended < 10.5:
    sys.exit("CHANGED: kill -9 ends the waiting")
if after < 0.87 * before + 1.5:  # The rest of the load may have ended meanwhile.
    sys.exit("CHANGED: the killed are in no load")
PYTHON
echo "as seen: killed, and now in the load"
