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

    public static Core absent(int id, Reading why) {
        return new Core(id, why, why, why, why, why, why);
    }

    /** One that is there and switched off. */
    public static Core offline(int id) {
        return absent(id, OFFLINE);
    }

    public boolean online() {
        return !busy.equals(OFFLINE);
    }

    public Core usable(boolean whether) {
        return new Core(id, busy, user, system, irq, steal, iowait, whether);
    }
}
