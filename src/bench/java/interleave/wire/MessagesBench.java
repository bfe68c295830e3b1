package interleave.wire;

import interleave.metric.Durations;
import interleave.run.Frame;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a frame costs the worker to write and the monitor to read: four of each a second and run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MessagesBench {
    private final Message message = new Message.Report(frame());
    private final String line = Messages.toLine(message);

    @Benchmark
    public String write() {
        return Messages.toLine(message);
    }

    @Benchmark
    public Message read() throws WireException {
        return Messages.parse(line);
    }

    /** Ten thousand tasks around 20 ms, as in a quarter of a second of {@code http/event-loop}. */
    private static Frame frame() {
        var random = new SplittableRandom(1);
        var latencies =
                Durations.of(random.longs(10_000, 20_000_000, 24_000_000).toArray());
        return new Frame(
                100,
                25_000_000_000L,
                0,
                1_000_256,
                1_000_000,
                0,
                1_000_000,
                0,
                0,
                256,
                256,
                new Frame.Usage(8_000_000, 3_000_000, 9_000, 400),
                new Frame.Threads(18, 20, 0, 0),
                Optional.empty(),
                Optional.empty(),
                new Frame.Memory(100 << 20, 120 << 20, 30 << 20, OptionalLong.of(12)),
                latencies,
                latencies,
                Map.of(),
                Optional.empty());
    }
}
