package interleave.kernel;

/**
 * CPU time of one CPU in the kernel's clock ticks (10 ms), grouped as it is shown.
 *
 * @param user user and nice; the kernel counts guests in them already
 * @param irq hard and soft interrupts
 * @param iowait idle while disk I/O is outstanding; can go back
 */
public record CpuTicks(long user, long system, long irq, long steal, long iowait, long idle) {
    private static final long ROUNDING = 2;

    /** From a line's columns: user nice system idle iowait irq softirq steal; those an old kernel lacks are 0. */
    static CpuTicks of(long[] columns) {
        return new CpuTicks(
                columns[0] + columns[1], columns[2], columns[5] + columns[6], columns[7], columns[4], columns[3]);
    }

    /** The ticks that were added; none where the kernel's rounding made a counter go back. */
    public CpuTicks since(CpuTicks before) {
        return new CpuTicks(
                Math.max(0, user - before.user),
                Math.max(0, system - before.system),
                Math.max(0, irq - before.irq),
                Math.max(0, steal - before.steal),
                Math.max(0, iowait - before.iowait),
                Math.max(0, idle - before.idle));
    }

    /**
     * Did the CPU's counters begin anew? Its idle time may when it was off and on again. Rounding makes one go back by
     * a tick or two, and idle and iowait are exchanged for each other (proc_stat(5)).
     */
    public boolean restarted(CpuTicks before) {
        return user < before.user - ROUNDING
                || system < before.system - ROUNDING
                || irq < before.irq - ROUNDING
                || steal < before.steal - ROUNDING
                || idle < before.idle - ROUNDING && idle + iowait < before.idle + before.iowait - ROUNDING;
    }

    public CpuTicks plus(CpuTicks other) {
        return new CpuTicks(
                user + other.user,
                system + other.system,
                irq + other.irq,
                steal + other.steal,
                iowait + other.iowait,
                idle + other.idle);
    }

    public long busy() {
        return user + system + irq + steal;
    }

    /** The kernel's own measure of the time that passed: what the parts are shares of. */
    public long total() {
        return busy() + iowait + idle;
    }
}
