package interleave.wire;

import interleave.metric.Durations;
import interleave.run.Frame;
import interleave.run.RunSample;
import interleave.run.SampleField;
import interleave.run.TaskTime;
import java.util.Map;
import java.util.Optional;
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

/** The cost of a frame to the worker that writes it and the monitor that reads it: four a second and run. */
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
        var sample = new RunSample.Builder();
        for (var field : RunSample.FIELDS) if (field.always()) sample.put(field, 1_000_000 + field.ordinal());
        sample.put(SampleField.NANOS, 25_000_000_000L);
        var times = Map.of(TaskTime.SERVICE, latencies, TaskTime.RESPONSE, latencies);
        return new Frame(sample.build(), times, Map.of(), Optional.empty());
    }
}
