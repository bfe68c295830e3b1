package interleave.panel;

import interleave.metric.HostMetrics;
import interleave.metric.Reading;
import interleave.screen.Numbers;
import interleave.spec.WorkloadInfo;
import interleave.state.Scene;
import interleave.state.WorkloadCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the numbers say, in one plain sentence; in a shorter one where the first is too long. Pure. */
final class Verdict {
    private static final double FULL_PERCENT = 95;

    private static final String HELD = ". A CPU quota holds back: run-queue wait is the quota's.";

    /** A run with both of its signature numbers. */
    private record Price(WorkloadInfo info, boolean live, double switches, double micros, double tasks) {
        String name() {
            return info.workload().toString();
        }

        String task() {
            return info.workload().task();
        }
    }

    private Verdict() {}

    /** @param task compared rather than others; empty for none */
    static List<String> of(Scene scene, boolean readOnly, String micro, String task) {
        List<Price> prices = prices(scene);
        if (prices.size() > 1)
            prices.sort(Comparator.comparing((Price price) -> !price.task().equals(task)));
        for (Price first : prices) {
            List<Price> rivals = new ArrayList<>();
            for (Price other : prices) if (other.task().equals(first.task())) rivals.add(other);
            if (rivals.size() > 1) return comparison(scene, rivals, micro);
        }
        if (!prices.isEmpty()) return alone(scene, prices.getFirst(), micro);
        if (anyStarting(scene)) return List.of("Starting: the first numbers come with the first full interval.");
        return List.of(readOnly ? "Read-only: nothing is started here." : invitation(scene));
    }

    private static List<Price> prices(Scene scene) {
        List<Price> prices = new ArrayList<>();
        for (WorkloadCell slot : scene.slots()) {
            if (slot.run().isEmpty()) continue;
            var rates = slot.run().get().rates();
            if (rates.switchesPerTask() instanceof Reading.Value(double switches)
                    && rates.cpuMicrosPerTask() instanceof Reading.Value(double micros))
                prices.add(new Price(
                        slot.info(),
                        slot.live(),
                        switches,
                        micros,
                        rates.tasksPerSecond().orElse(0)));
        }
        return prices;
    }

    /** The dearest and the cheapest of one task's runs, by switches. */
    private static List<String> comparison(Scene scene, List<Price> rivals, String micro) {
        Price most = rivals.getFirst();
        Price least = rivals.getFirst();
        for (Price each : rivals) {
            if (each.switches() > most.switches()) most = each;
            if (each.switches() < least.switches()) least = each;
        }
        String dear = Numbers.perTask(most.switches());
        String cheap = Numbers.perTask(least.switches());
        String times = times(most, least);
        String whole = most.name() + " pays " + dear + " switches and " + Numbers.tenths(most.micros()) + " " + micro
                + "s of CPU per task, " + least.name() + " " + cheap + " and " + Numbers.tenths(least.micros()) + times;
        if (held(scene)) whole = whole.replace(" of CPU per task", " per task");
        return List.of(
                whole + caution(scene, rivals),
                whole + ".",
                most.name() + " pays " + dear + " switches per task, " + least.name() + " " + cheap + times,
                most.name() + " pays " + dear + " switches, " + least.name() + " " + cheap);
    }

    private static String times(Price most, Price least) {
        if (least.switches() < 0.0005) return "";
        double times = most.switches() / least.switches();
        if (times < 1.5) return ": about the same";
        return ": " + (times < 9.5 ? Numbers.fixed(times, 1) : Numbers.count(Math.round(times))) + "x fewer";
    }

    /** Numbers of runs that take each other's cores are true, but not the best that each could do. */
    private static String caution(Scene scene, List<Price> rivals) {
        int live = 0;
        for (Price each : rivals) if (each.live()) live++;
        boolean full = scene.readings().of(HostMetrics.BUSY_PERCENT).orElse(0) >= FULL_PERCENT;
        if (live > 0 && held(scene)) return HELD;
        return live > 1 && full ? ". The cores are full: they slow each other." : ".";
    }

    /** Whom a quota holds back the kernel counts as waiting for a CPU, on idle CPUs too, and not as runnable. */
    private static boolean held(Scene scene) {
        return scene.readings().of(HostMetrics.THROTTLED_PERCENT).orElse(0) >= 1;
    }

    private static List<String> alone(Scene scene, Price one, String micro) {
        String verb = one.live() ? " pays " : " paid ";
        String brief = one.name() + verb + Numbers.perTask(one.switches()) + " switches per task";
        String words = one.name() + verb + Numbers.perTask(one.switches()) + " switches and "
                + Numbers.tenths(one.micros()) + " " + micro + "s of CPU per task";
        if (one.live() && held(scene)) return List.of(words + HELD, words + ".", brief);
        words += ".";
        for (WorkloadCell slot : scene.slots()) {
            WorkloadInfo info = slot.info();
            if (startable(slot)
                    && info.workload().task().equals(one.task())
                    && slot.run().isEmpty()
                    && farFrom(scene, one.info(), info)) {
                String more = "ress " + slot.key().orElseThrow() + " for " + info.workload();
                return List.of(words + " P" + more + " beside it.", brief + "; p" + more, words, brief);
            }
        }
        return List.of(words, brief);
    }

    /** The pair that teaches most: few threads against many; where there are not both of a task, any pair. */
    private static boolean farFrom(Scene scene, WorkloadInfo one, WorkloadInfo other) {
        if (one.threadPerTask() != other.threadPerTask()) return true;
        for (WorkloadCell slot : scene.slots())
            if (startable(slot) && sameTask(slot.info(), one) && slot.info().threadPerTask() != one.threadPerTask())
                return false;
        return true;
    }

    private static boolean sameTask(WorkloadInfo one, WorkloadInfo other) {
        return one.workload().task().equals(other.workload().task());
    }

    private static String invitation(Scene scene) {
        for (WorkloadCell first : scene.slots()) {
            if (!startable(first)) continue;
            for (WorkloadCell second : scene.slots())
                if (startable(second)
                        && sameTask(second.info(), first.info())
                        && second.info().threadPerTask())
                    return "Press " + first.key().orElseThrow() + ", then "
                            + second.key().orElseThrow() + ": the same work by "
                            + first.info().workload() + " and by "
                            + second.info().workload() + ".";
        }
        return "Press a workload's key to start it.";
    }

    private static boolean startable(WorkloadCell slot) {
        return slot.info().unavailable().isEmpty() && slot.key().isPresent();
    }

    private static boolean anyStarting(Scene scene) {
        for (WorkloadCell slot : scene.slots()) if (slot.live()) return true;
        return false;
    }
}
