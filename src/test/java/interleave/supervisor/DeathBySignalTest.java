package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.spec.RunSpec;
import interleave.wire.Message;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The number of the signal that a child died of goes with the words for it. */
class DeathBySignalTest extends RunsFixture {
    /** Whoever got the same signal can tell that it was no fault of the run. */
    @Test
    void theSignalThatEndsARunOrItsServiceIsKnown() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.stop(FIRST);
        runs.exited(FIRST, 143, Optional.empty());
        assertFailed("killed by signal 15", FIRST);
        assertEquals(OptionalInt.of(15), status(FIRST).diedOf());

        runs.start(SECOND, RunSpec.of(HTTP, FOUR), Optional.empty());
        runs.exited(SERVICE, 130, Optional.empty());
        assertFailed("the HTTP service: killed by signal 2", SECOND);
        assertEquals(OptionalInt.of(2), status(SECOND).diedOf());
    }

    @Test
    void anExitOrACrashIsNoDeathOfASignalFromOutside() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.exited(FIRST, 1, Optional.empty());
        assertEquals(OptionalInt.empty(), status(FIRST).diedOf());
        runs.start(SECOND, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.crashed(SECOND, "crashed (SIGSEGV)");
        runs.exited(SECOND, 134, Optional.empty());
        assertEquals(OptionalInt.empty(), status(SECOND).diedOf());
    }

    /** The JDK starts programs by a helper, which hears such a signal as well. */
    @Test
    void theSignalThatEndsTheStartOfARunOrOfWhatItNeedsIsKnown() {
        String why = "could not be started: Java's helper was killed by signal 15";
        shotDown.add("interleave.service.ServiceMain");
        runs.start(FIRST, RunSpec.of(HTTP, FOUR), Optional.empty());
        assertFailed("the HTTP service: " + why, FIRST);
        assertEquals(OptionalInt.of(15), status(FIRST).diedOf());

        shotDown.add("interleave.worker.WorkerMain");
        runs.start(SECOND, RunSpec.of(IMAGE, FOUR), Optional.empty());
        assertFailed(why, SECOND);
        assertEquals(OptionalInt.of(15), status(SECOND).diedOf());
    }

    @Test
    void aRunThatServesFailsWithItsClientOfTheSameSignal() {
        runs.start(FIRST, RunSpec.of(SERVE, FOUR), Optional.empty());
        runs.said(FIRST, new Message.Hello(4711, 8080, "epoll"));
        runs.exited(HELPER, 143, Optional.empty());
        assertFailed("its client: killed by signal 15", FIRST);
        assertEquals(OptionalInt.of(15), status(FIRST).diedOf());
    }
}
