package interleave.state;

import interleave.run.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The words beside the shell's prompt while the monitor is stopped. Its runs are not: a stop would spoil what they
 * measure, and they end by themselves when their time is up. Pure.
 */
final class Farewell {
    private static final long SECOND = 1_000_000_000;
    private static final long DAY_SECONDS = 86_400;

    private Farewell() {}

    /** The number of runs that go on, and until when; empty if none does. */
    static String words(Scene scene) {
        List<RunStatus> runs = goingOn(scene);
        if (runs.isEmpty()) return "";
        String many = runs.size() == 1 ? "1 run goes on" : runs.size() + " runs go on";
        return "interleave: " + many + end(runs, scene) + "; fg brings the monitor back";
    }

    private static List<RunStatus> goingOn(Scene scene) {
        List<RunStatus> runs = new ArrayList<>();
        for (WorkloadCell cell : scene.slots())
            if (cell.working()) runs.add(cell.run().orElseThrow().status());
        for (RunView other : scene.others())
            if (other.live() && !other.status().service() && other.status().phase() != RunStatus.Phase.STOPPING)
                runs.add(other.status());
        return runs;
    }

    private static String end(List<RunStatus> runs, Scene scene) {
        OptionalLong last = OptionalLong.of(Long.MIN_VALUE);
        for (RunStatus run : runs) {
            if (run.endsAtNanos().isEmpty()) last = OptionalLong.empty();
            if (last.isPresent())
                last = OptionalLong.of(
                        Math.max(last.getAsLong(), run.endsAtNanos().getAsLong()));
        }
        if (last.isEmpty()) return " without an end";
        return (runs.size() == 1 ? " " : ", the last ") + until((last.getAsLong() - scene.nanos()) / SECOND, scene);
    }

    /**
     * By the wall clock, which was read with the sample; where there is none as yet, or it comes round, for how long.
     */
    private static String until(long secondsLeft, Scene scene) {
        if (scene.secondOfDay().isEmpty() || secondsLeft >= DAY_SECONDS) return "for " + secondsLeft / 60 + " min";
        long second = (scene.secondOfDay().getAsInt() + Math.max(0, secondsLeft)) % DAY_SECONDS;
        return "until " + two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
