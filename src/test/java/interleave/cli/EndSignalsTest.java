package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sun.misc.Signal;

class EndSignalsTest {
    private static final Signal INT = new Signal("INT");
    private static final Signal TERM = new Signal("TERM");
    private static final long SECOND = 1_000_000_000;

    private final List<String> done = new ArrayList<>();
    private final EndSignals signals = new EndSignals(signal -> done.add("dies of " + signal.getName()));

    @Test
    void whoHasNothingToFinishDiesAtOnce() {
        signals.came(TERM, 0);
        assertEquals(List.of("dies of TERM"), done);
    }

    @Test
    void theFirstAsksForTheEndAndTheSecondIsTheEnd() {
        signals.askFirst(done::add);
        signals.came(INT, 0);
        assertEquals(List.of("SIGINT"), done);
        signals.came(TERM, SECOND);
        assertEquals(List.of("SIGINT", "dies of INT"), done);
    }

    /** {@code timeout} sends it to its child, and to the group that the child is in. */
    @Test
    void oneThatComesTwiceAtTheSameMomentIsOne() {
        signals.askFirst(done::add);
        signals.came(TERM, 0);
        signals.came(TERM, SECOND / 100);
        assertEquals(List.of("SIGTERM"), done);
    }

    @Test
    void whatIsFinishedAfterASignalDiesOfIt() {
        signals.askFirst(asked -> {});
        signals.dieIfAsked();
        assertEquals(List.of(), done);
        signals.came(INT, 0);
        signals.dieIfAsked();
        assertEquals(List.of("dies of INT"), done);
    }
}
