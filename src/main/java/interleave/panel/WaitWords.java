package interleave.panel;

import interleave.metric.ThreadReadings;
import java.util.List;

/** The state of a thread in words, with what it waits for where the kernel says in which of its functions it does. */
final class WaitWords {
    /** Parts of names of the kernel's functions, which differ a little between its versions; the first that fits. */
    private record Words(String part, String words) {}

    private static final List<Words> KNOWN = List.of(
            new Words("freezer", "frozen"),
            new Words("refrigerator", "frozen"),
            // Of version 2 of cgroups; who is stopped in it has another state (Linux 6.18).
            new Words("get_signal", "frozen"),
            new Words("throttle_cfs", "held back by a CPU quota"),
            new Words("futex", "waits: lock or parked (futex)"),
            new Words("ep_poll", "waits: events (epoll)"),
            new Words("epoll", "waits: events (epoll)"),
            new Words("io_cqring", "waits: io_uring"),
            new Words("io_wq", "waits: io_uring work"),
            new Words("io_sq_thread", "waits: io_uring work"),
            new Words("poll_schedule", "waits: events (poll)"),
            new Words("do_poll", "waits: events (poll)"),
            new Words("do_sys_poll", "waits: events (poll)"),
            new Words("do_select", "waits: events (select)"),
            new Words("nanosleep", "sleeps for a time"),
            new Words("pipe", "waits: pipe"),
            new Words("do_wait", "waits: a child's end"),
            new Words("kernel_clone", "waits: a child by vfork"),
            new Words("wait_for_vfork", "waits: a child by vfork"),
            new Words("accept", "waits: connections"),
            new Words("sk_wait", "waits: network"),
            new Words("wait_woken", "waits: network or terminal"),
            new Words("tcp", "waits: network"),
            new Words("skb", "waits: network"),
            new Words("unix_stream", "waits: a local socket"),
            new Words("tty", "waits: terminal"),
            new Words("sigsuspend", "waits: a signal"),
            new Words("sigtimedwait", "waits: a signal"),
            new Words("pause", "waits: a signal"),
            new Words("do_signal_stop", "stopped"),
            new Words("ptrace", "stopped by a debugger"),
            new Words("folio_wait", "waits: disk"),
            new Words("wait_on_page", "waits: disk"),
            new Words("wait_on_buffer", "waits: disk"),
            new Words("io_schedule", "waits: disk"),
            new Words("blk_", "waits: disk"),
            new Words("blkdev", "waits: disk"),
            new Words("jbd2", "waits: disk"),
            new Words("iomap", "waits: disk"),
            new Words("fuse", "waits: FUSE file system"),
            new Words("request_wait_answer", "waits: FUSE file system"),
            new Words("nfs", "waits: NFS file system"),
            new Words("rpc_wait", "waits: NFS file system"),
            new Words("rwsem", "waits: a lock in the kernel"),
            new Words("mutex", "waits: a lock in the kernel"),
            new Words("worker_thread", "waits: work"),
            new Words("kthread", "waits: work"),
            new Words("rescuer_thread", "waits: work"),
            new Words("smpboot", "waits: work"));

    private WaitWords() {}

    static String of(ThreadReadings.Now now) {
        if (now.state() == 'T' || now.state() == 't') return state(now.state());
        String function = now.waitsIn();
        for (Words each : KNOWN) if (function.contains(each.part())) return each.words();
        if (!function.isEmpty()) return (now.state() == 'D' ? "disk or alike: " : "waits: ") + function;
        return state(now.state());
    }

    private static String state(char letter) {
        return switch (letter) {
            case 'R' -> "runs, or wants to";
            case 'S' -> "waits";
            case 'D' -> "waits: disk or alike";
            case 'T' -> "stopped";
            case 't' -> "stopped by a debugger";
            case 'Z' -> "zombie";
            case 'X', 'x' -> "ends";
            case 'I' -> "idle";
            default -> "";
        };
    }
}
