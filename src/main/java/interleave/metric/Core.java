package interleave.metric;

/**
 * The load of one logical CPU over an interval, in percent of that CPU's time. {@code busy} is everything but idle and
 * iowait. The parts of an offline or new CPU are absent.
 *
 * @param id the kernel's CPU number
 * @param usable may this process and its runs use it, by affinity and cpuset?
 */
public record Core(
        int id,
        Reading busy,
        Reading user,
        Reading system,
        Reading irq,
        Reading steal,
        Reading iowait,
        boolean usable) {
    private static final Reading OFFLINE = Reading.absent(Reading.Why.STALE, "offline");

    /** One that may be used. */
    public Core(int id, Reading busy, Reading user, Reading system, Reading irq, Reading steal, Reading iowait) {
        this(id, busy, user, system, irq, steal, iowait, true);
    }

    /** All cores of the machine, taken as one. */
    public static Core all(int id, Readings machine) {
        return new Core(
                id,
                machine.of(HostMetrics.BUSY_PERCENT),
                machine.of(HostMetrics.USER_PERCENT),
                machine.of(HostMetrics.SYSTEM_PERCENT),
                machine.of(HostMetrics.IRQ_PERCENT),
                machine.of(HostMetrics.STEAL_PERCENT),
                machine.of(HostMetrics.IOWAIT_PERCENT));
    }

    public static Core absent(int id, Reading why) {
        return new Core(id, why, why, why, why, why, why);
    }

    /** One that is there and switched off. */
    public static Core offline(int id) {
        return absent(id, OFFLINE);
    }

    /** @param part one of {@link HostMetrics#OF_CORES} */
    public Reading of(Metric part) {
        if (part == HostMetrics.BUSY_PERCENT) return busy;
        if (part == HostMetrics.USER_PERCENT) return user;
        if (part == HostMetrics.SYSTEM_PERCENT) return system;
        if (part == HostMetrics.IRQ_PERCENT) return irq;
        if (part == HostMetrics.STEAL_PERCENT) return steal;
        if (part == HostMetrics.IOWAIT_PERCENT) return iowait;
        throw new IllegalArgumentException(part.name());
    }

    public boolean online() {
        return !busy.equals(OFFLINE);
    }

    public Core usable(boolean whether) {
        return new Core(id, busy, user, system, irq, steal, iowait, whether);
    }
}
