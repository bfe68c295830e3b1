package interleave.metric;

/**
 * The load of one logical CPU over an interval, in percent of that CPU's time. {@code busy} is everything but idle and
 * iowait. The parts of an offline or new CPU are absent.
 *
 * @param id the kernel's CPU number
 */
public record Core(int id, Reading busy, Reading user, Reading system, Reading irq, Reading steal, Reading iowait) {

    public static Core absent(int id, Reading why) {
        return new Core(id, why, why, why, why, why, why);
    }
}
