package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.screen.Size;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom a quota holds back is counted as waiting and not as runnable: the screen says so where those numbers stand. */
class QuotaTest {
    private static final Map<Metric, Reading> HELD =
            Map.of(HostMetrics.CGROUP_CPUS, Reading.of(0.5), HostMetrics.THROTTLED_PERCENT, Reading.of(80));

    @Test
    void theVerdictSaysWhoseTheWaitIs() {
        String words = Headlines.of(Scenes.threeRuns(new Size(200, 50), HELD), "us")
                .sentences()
                .getFirst();
        assertTrue(words.contains("A CPU quota holds back: run-queue wait is the quota's."), words);
        assertTrue(!picture(Map.of()).contains("quota"));
    }

    @Test
    void runnableSaysWhomItLeavesOut() {
        assertTrue(picture(HELD).contains("runnable, not held"));
    }

    /** "runnable, not..." left out whom. */
    @Test
    void itDoesSoOnASmallScreenToo() {
        String picture = Picture.draw(Scenes.threeRuns(new Size(80, 24), HELD)).toString();
        assertTrue(picture.contains("run, not held"), picture);
    }

    private static String picture(Map<Metric, Reading> instead) {
        return Picture.draw(Scenes.threeRuns(new Size(200, 50), instead)).toString();
    }
}
