package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scripted worker has four tasks in flight. */
class VerificationTest {
    @Test
    void whatAddsUpIsProven() {
        assertEquals(Optional.empty(), brief(frame(1000, 1000, 0, 0)));
        assertEquals(Optional.empty(), brief(frame(1000, 1000, 7, 7)));
    }

    @Test
    void failuresOfWhatIsInFlightMayBeCountedOnOneSideOnly() {
        assertEquals(Optional.empty(), brief(frame(1000, 1000, 11, 7)));
    }

    @Test
    void whatDoesNotAddUpIsSaid() {
        assertEquals(Optional.of("NOT VERIFIED: 1 of 1000 results wrong"), brief(frame(1000, 999, 0, 0)));
        assertEquals(Optional.of("NOT VERIFIED: 13 raised, 7 seen"), brief(frame(1000, 1000, 13, 7)));
        assertEquals(Optional.of("NOT VERIFIED: 7 raised, 13 seen"), brief(frame(1000, 1000, 7, 13)));
        assertEquals(Optional.of("NOT VERIFIED: 1 failed by themselves"), brief(frame(1000, 1000, 0, 1)));
    }

    @Test
    void atRestNothingIsOnItsWay() {
        assertEquals(Optional.empty(), atRest(frame(1000, 1000, 7, 7)));
        assertEquals(Optional.of("11 failures were raised, 7 were seen: 4 vanished"), atRest(frame(1000, 1000, 11, 7)));
        assertEquals(
                Optional.of("1 of 70 results were wrong; 2 tasks failed, 0 of them on purpose"),
                atRest(frame(70, 69, 0, 2)));
    }

    @Test
    void whatTheFirstFailedByStandsBesideIt() {
        Frame failed = Frames.withFirstFailure(frame(1000, 1000, 0, 7), "Connection reset");
        assertEquals(Optional.of("NOT VERIFIED: 7 failed by themselves; the first: Connection reset"), brief(failed));
        assertEquals(Optional.of("7 tasks failed, 0 of them on purpose; the first: Connection reset"), atRest(failed));
        assertEquals("; 7 failed, the first: Connection reset", Verification.insteadFailed(Optional.of(failed)));
        assertEquals("", Verification.insteadFailed(Optional.of(frame(0, 0, 0, 0))));
        assertEquals("", Verification.insteadFailed(Optional.empty()));
    }

    private static Optional<String> brief(Frame frame) {
        return new Verification(frame).brief();
    }

    /** A worker that has ended in order has nothing in flight. */
    private static Optional<String> atRest(Frame frame) {
        return new Verification(Frames.withPeaks(frame, 0, 8, 20)).full();
    }

    private static Frame frame(long completed, long verified, long raised, long seen) {
        return Frames.withRaised(Frames.withFailures(Frames.at(0, completed, 0, 0, 0), seen, verified), raised);
    }
}
