package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.lab.advice.Entrant;
import interleave.lab.advice.Need;
import interleave.lab.advice.Seen;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import interleave.run.RunWindow;
import interleave.spec.Arrival;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The others go on where one model fails; each measurement is a number at once. */
class AdvisingTest {
    private static final Need NEED = new Need(
            Duration.ofMillis(20),
            Duration.ofNanos(200_000),
            100,
            Arrival.POISSON,
            Duration.ofMillis(60),
            OptionalInt.empty());

    private final List<String> opened = new ArrayList<>();
    private String failing = "virtual";
    private int failsFrom = 1;

    private final Advising.Places places = new Advising.Places() {
        @Override
        public Advising.Place open(RunSpec run, long lateNanos, long endNanos) {
            String model = run.workload().model();
            opened.add(model);
            long times = opened.stream().filter(model::equals).count();
            return new Instant(model.equals(failing) && times >= failsFrom);
        }

        @Override
        public List<Optional<String>> spoiled() {
            return List.of();
        }
    };

    private record Instant(boolean fails) implements Advising.Place {
        @Override
        public Seen at(OptionalInt pool, double rate) throws NoAnswer {
            if (fails) throw new NoAnswer("its JVM crashed", false);
            return new Seen(rate, rate, rate, Reading.of(30), 0.1, 0, RunWindow.EMPTY.readings());
        }

        @Override
        public boolean late() {
            return true;
        }

        @Override
        public void interrupt() {}

        @Override
        public void close() {}
    }

    private Advising advising() {
        Output out = new Output(new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        LabSession session = new LabSession(new Console(out, nowhere, new EndSignals(signal -> {})), Ticker.SYSTEM);
        List<Advising.Entry> entries = List.of("event-loop", "virtual", "threads").stream()
                .map(model -> new Workload("http", model))
                .map(workload -> new Advising.Entry(
                        new Entrant(workload, Entrant.Threads.ENOUGH), RunSpec.of(workload, NEED.load(100))))
                .toList();
        return new Advising(NEED, places, entries, Duration.ofSeconds(50), session);
    }

    private static List<String> models(Advising advising) {
        return advising.finished().stream()
                .map(one -> one.entrant().workload().model())
                .sorted()
                .toList();
    }

    @Test
    void oneThatFailsIsToldAndTheOthersGoOn() throws Exception {
        Advising advising = advising();
        assertEquals(List.of("http/virtual FAILED: its JVM crashed"), advising.run());
        assertEquals(List.of("event-loop", "threads"), models(advising));
        assertEquals(1, advising.notFinished().size());
        assertEquals(
                List.of(5, 5),
                advising.finished().stream().map(one -> one.fresh().size()).toList());
    }

    @Test
    void oneThatFailsInAFreshProcessKeepsWhatWasFound() throws Exception {
        failsFrom = 2;
        Advising advising = advising();
        assertEquals(List.of("http/virtual FAILED: its JVM crashed"), advising.run());
        assertEquals(List.of("event-loop", "threads", "virtual"), models(advising));
    }
}
