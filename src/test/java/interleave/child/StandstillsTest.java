package interleave.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.child.Standstills.Look;
import interleave.metric.Durations;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** On two CPUs, of waits that began at 0 and should have ended after a quarter of a second. */
class StandstillsTest {
    private static final long DUE = millis(250);
    private static final Look BEFORE = look(0, 0, 0, 0, 0);

    private final AtomicLong now = new AtomicLong();
    private final Standstills standstills = new Standstills(now::get, 2);

    private static long millis(long millis) {
        return millis * 1_000_000;
    }

    private static Look look(long atMillis, long queued, long cpu, long collected, long up) {
        return new Look(
                millis(atMillis),
                OptionalLong.of(millis(queued)),
                millis(cpu),
                millis(collected),
                OptionalLong.of(millis(up)));
    }

    private long waited(Look after) {
        return standstills.waited(BEFORE, DUE, after);
    }

    @Test
    void whoIsLateWithoutAnyReasonStoodStill() {
        assertEquals(millis(6000), waited(look(6250, 0, 400, 0, 6250)));
        assertEquals(millis(6000), standstills.soFar());
        assertEquals(millis(6000), standstills.toldNanos());
    }

    @Test
    void whoWaitedForACpuDidNot() {
        assertEquals(0, waited(look(6250, 5900, 400, 0, 6250)));
    }

    @Test
    void norDidWhoWaitedForACollection() {
        assertEquals(0, waited(look(1250, 0, 400, 900, 1250)));
    }

    /** As in a pause of the JVM that is no collection: somebody worked. */
    @Test
    void norDidAProcessThatUsedCpuTimeMeanwhile() {
        assertEquals(0, waited(look(1250, 0, 1400, 0, 1250)));
    }

    @Test
    void whatIsShortIsTime() {
        assertEquals(0, waited(look(700, 0, 0, 0, 700)));
    }

    @Test
    void whereTheSchedulerDoesNotCountNothingIsSaid() {
        Look after = look(6250, 0, 0, 0, 6250);
        Look blind = new Look(after.nanos(), OptionalLong.empty(), 0, 0, after.uptimeNanos());
        assertEquals(0, standstills.waited(BEFORE, DUE, blind));
    }

    /** The clock stands still as well: nothing has to be taken off it. */
    @Test
    void asleepWithTheMachineIsToldApart() {
        assertEquals(millis(60_000), waited(look(250, 0, 400, 0, 60_250)));
        assertEquals(0, standstills.soFar());
        assertEquals(millis(60_000), standstills.toldNanos());
    }

    @Test
    void whoAsksAfterALookIsAnsweredAtOnce() {
        waited(look(6250, 0, 0, 0, 6250));
        assertEquals(millis(6000), standstills.until(millis(6249)));
    }

    /** Frames at 0, 6250 and 6500 ms: what ended in the second and took more than 6000 ms was under way before. */
    @Test
    void timesOfTasksThatWereUnderWayAreLeftOut() {
        Durations ended = Durations.of(millis(20), millis(240), millis(6020), millis(6240));
        assertEquals(ended, standstills.without(ended, 0));
        waited(look(6250, 0, 0, 0, 6250));
        Durations short1 = Durations.of(millis(20), millis(240));
        assertEquals(short1, standstills.without(ended, 0));
        assertEquals(short1, standstills.without(ended, millis(6250)));
        // Ten seconds later a task may have taken six, but none of that time was lost.
        assertEquals(ended, standstills.without(ended, millis(16_250)));
    }

    @Test
    void aLagIsWithoutTheStandstillThatCausedIt() {
        waited(look(6250, 0, 0, 0, 6250));
        assertEquals(25, standstills.withoutLag(6025, millis(6260)), 1e-6);
        assertEquals(3, standstills.withoutLag(3, millis(6260)), 1e-6);
        assertEquals(6025, standstills.withoutLag(6025, millis(9000)), 1e-6);
    }
}
