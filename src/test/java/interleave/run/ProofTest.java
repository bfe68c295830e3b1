package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scripted worker has four tasks in flight. */
class ProofTest {
    @Test
    void whatAddsUpIsProven() {
        assertEquals(Optional.empty(), Proof.against(frame(1000, 1000, 0, 0)));
        assertEquals(Optional.empty(), Proof.against(frame(1000, 1000, 7, 7)));
    }

    @Test
    void failuresOfWhatIsInFlightMayBeCountedOnOneSideOnly() {
        assertEquals(Optional.empty(), Proof.against(frame(1000, 1000, 11, 7)));
    }

    @Test
    void whatDoesNotAddUpIsSaid() {
        assertEquals(Optional.of("NOT VERIFIED: 1 of 1000 results wrong"), Proof.against(frame(1000, 999, 0, 0)));
        assertEquals(Optional.of("NOT VERIFIED: 13 raised, 7 seen"), Proof.against(frame(1000, 1000, 13, 7)));
        assertEquals(Optional.of("NOT VERIFIED: 7 raised, 13 seen"), Proof.against(frame(1000, 1000, 7, 13)));
        assertEquals(Optional.of("NOT VERIFIED: 1 failed by themselves"), Proof.against(frame(1000, 1000, 0, 1)));
    }

    @Test
    void atRestNothingIsOnItsWay() {
        assertEquals(Optional.empty(), Proof.atRest(frame(1000, 1000, 7, 7)));
        assertEquals(
                Optional.of("11 failures were raised, 7 were seen: 4 vanished"),
                Proof.atRest(frame(1000, 1000, 11, 7)));
        assertEquals(
                Optional.of("1 of 70 results were wrong; 2 tasks failed, 0 of them on purpose"),
                Proof.atRest(frame(70, 69, 0, 2)));
    }

    @Test
    void whatTheFirstFailedByStandsBesideIt() {
        Frame failed = Frames.withFirstFailure(frame(1000, 1000, 0, 7), "Connection reset");
        assertEquals(
                Optional.of("NOT VERIFIED: 7 failed by themselves; the first: Connection reset"),
                Proof.against(failed));
        assertEquals(
                Optional.of("7 tasks failed, 0 of them on purpose; the first: Connection reset"), Proof.atRest(failed));
        assertEquals("; 7 failed, the first: Connection reset", Proof.insteadFailed(Optional.of(failed)));
        assertEquals("", Proof.insteadFailed(Optional.of(frame(0, 0, 0, 0))));
        assertEquals("", Proof.insteadFailed(Optional.empty()));
    }

    private static Frame frame(long completed, long verified, long raised, long seen) {
        return Frames.withRaised(Frames.withFailures(Frames.at(0, completed, 0, 0, 0), seen, verified), raised);
    }
}
