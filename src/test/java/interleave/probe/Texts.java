package interleave.probe;

/** Files of /proc as different kernels write them. */
public final class Texts {
    /** Linux 6.18, two CPUs. */
    public static final String TWO_CORES = """
        cpu  23763 40 6946 301948 718 5 273 2218 100 10
        cpu0 11213 20 3060 152466 89 2 32 1065 50 5
        cpu1 12550 20 3886 149482 629 3 241 1153 50 5
        intr 394996 0 0 16 335 98
        ctxt 740983
        btime 1795333681
        processes 10736
        procs_running 2
        procs_blocked 1
        softirq 248060 0 37071 4 7837 72214 0 4 75527 0 55403
        """;

    /** A second later: CPU 0 with 50 user, 10 nice, 5 system, 2 + 3 interrupts, 10 stolen, 5 iowait, 15 idle. */
    static final String TWO_CORES_LATER = """
        cpu  23823 50 6951 302063 723 7 276 2228 100 10
        cpu0 11263 30 3065 152481 94 4 35 1075 50 5
        cpu1 12550 20 3886 149582 629 3 241 1153 50 5
        intr 396996 0 0 16 335 98
        ctxt 743983
        btime 1795333681
        processes 10746
        procs_running 3
        procs_blocked 0
        softirq 248060 0 37071 4 7837 72214 0 4 75527 0 55403
        """;

    /** Before Linux 2.6.11: no steal, no guests. */
    public static final String SEVEN_COLUMNS = """
        cpu  1000 10 200 5000 30 4 6
        cpu0 1000 10 200 5000 30 4 6
        intr 5000 1 2 3
        ctxt 9000
        btime 1100000000
        processes 400
        procs_running 1
        procs_blocked 0
        """;

    private Texts() {}

    /** So many CPUs, numbered from 0; those that are multiples of {@code offline} have no line (0: all are online). */
    public static String cores(int count, int offline, long user, long idle) {
        StringBuilder text = new StringBuilder("cpu  1 1 1 1 1 1 1 1 0 0\n");
        for (int id = 0; id < count; id++) {
            if (offline > 0 && id > 0 && id % offline == 0) continue;
            text.append("cpu%d %d 0 0 %d 0 0 0 0 0 0%n".formatted(id, user, idle));
        }
        return text + "intr 1 " + "0 ".repeat(4000) + "\nctxt 1\nprocesses 1\nprocs_running 1\nprocs_blocked 0\n";
    }
}
