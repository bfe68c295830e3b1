package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.lab.Doctored;
import interleave.lab.Place;
import interleave.lab.Repetition;
import interleave.lab.Sweep;
import interleave.record.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SweepReportTest {
    private static final Duration TOOK = Duration.ofSeconds(90);

    private final SweepReport report =
            new SweepReport("http/pool", "pool", Place.FREE, new Place.Sides(List.of(), List.of()));

    /** A pool of 8 and more gives all that there is. */
    private static Sweep sweep() {
        Sweep sweep = new Sweep(2, 32, Duration.ofHours(1), Duration.ofSeconds(7), 1);
        for (OptionalLong next = sweep.next(Duration.ZERO); next.isPresent(); next = sweep.next(Duration.ZERO))
            sweep.add(
                    next.getAsLong(),
                    Doctored.of(next.getAsLong() == 8 ? 401 : Math.min(400, 50 * next.getAsLong()), 20));
        return sweep;
    }

    @Test
    void theCurveHasAxesAndTheBestItsInterval() {
        List<String> lines = report.text(sweep(), TOOK, Optional.empty(), OptionalInt.empty());
        List<String> curve = List.of(
                "http/pool, tasks/s by pool",
                "       401 |           o  o  o  o",
                "           |",
                "           |",
                "           |        o",
                "           |",
                "           |     o",
                "           |",
                "           |",
                "           |  o",
                "           |",
                "         0 |_____________________",
                "              2  4  6  8 11 16 32");
        assertEquals(curve, lines.subList(0, 13));
        assertTrue(lines.contains("best pool here: 8 (8 to 8)"), lines.toString());
        assertTrue(lines.contains("95 % of the most tasks/s from pool 8 on"), lines.toString());
        assertEquals("free: where the scheduler decides; in 90 s; no repetition was spoiled", lines.getLast());
    }

    /** There was a curve along 0, and the advice was to take longer. */
    @Test
    void whereNoiseLeftNothingThereIsNoCurve() {
        Sweep sweep = new Sweep(2, 32, Duration.ofHours(1), Duration.ofSeconds(7), 1);
        Repetition noisy = Doctored.of(400, 20, Doctored.LOUD);
        sweep.next(Duration.ZERO);
        sweep.add(2, noisy);
        sweep.add(8, noisy);
        List<String> lines = report.text(sweep, TOOK, Optional.empty(), OptionalInt.empty());
        assertTrue(lines.stream().noneMatch(line -> line.contains("|")), lines.toString());
        String why = "INCONCLUSIVE: 2 of 2 repetitions were spoiled, last: other processes took 60 % of a core";
        assertTrue(lines.contains(why), lines.toString());
    }

    @Test
    void itFitsTheTerminal() {
        Sweep wide = new Sweep(1, 4096, Duration.ofHours(1), Duration.ofSeconds(7), 1);
        for (OptionalLong next = wide.next(Duration.ZERO); next.isPresent(); next = wide.next(Duration.ZERO))
            wide.add(next.getAsLong(), Doctored.of(Math.min(400, 50 * next.getAsLong()), 20));
        List<String> lines = report.text(wide, TOOK, Optional.empty(), OptionalInt.of(80));
        for (String line : lines) assertTrue(line.length() <= 80, line);
        String axis = lines.get(12);
        assertTrue(axis.contains(" 4096") || axis.contains(" 2048"), axis);
        assertFalse(axis.contains("10242048"), axis);
    }

    @Test
    void jsonHasAPointEachAndTheSweep() {
        List<String> lines =
                report.lines(sweep(), (type, fields) -> Json.line(type, Instant.EPOCH, fields), TOOK, Optional.empty());
        assertEquals(8, lines.size());
        assertTrue(lines.getFirst().contains("\"pool\":2,"), lines.getFirst());
        assertTrue(lines.getLast().startsWith("{\"type\":\"summary\","), lines.getLast());
        assertTrue(lines.getLast().contains("\"elapsed_s\":90,"), lines.getLast());
        assertTrue(lines.getLast().contains("\"best\":8,\"best_low\":8,\"best_high\":8,\"knee\":8,"), lines.getLast());
    }

    @Test
    void csvHasOneHeaderForPointsAndTheSweep() {
        List<String> lines = report.csv(sweep(), Instant.EPOCH, TOOK, Optional.empty());
        List<String> header = List.of(lines.getFirst().split(","));
        assertEquals(9, lines.size());
        assertTrue(
                header.containsAll(List.of("type", "pool", "tasks_per_s", "response_p99_ms", "best", "usl_sigma_low")));
        for (String line : lines) assertEquals(header.size(), line.split(",", -1).length, line);
        assertEquals("8", lines.getLast().split(",", -1)[header.indexOf("best")]);
        assertEquals("2", lines.get(1).split(",", -1)[header.indexOf("pool")]);
    }
}
