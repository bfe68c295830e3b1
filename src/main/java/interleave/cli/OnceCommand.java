package interleave.cli;

import interleave.metric.ProcessReadings;
import interleave.metric.Readings;
import interleave.metric.Ticker;
import interleave.probe.Probes;
import interleave.probe.ProcessWatch;
import interleave.probe.Sampling;
import interleave.record.HostJson;
import interleave.record.ProcessJson;
import interleave.spec.ExitStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "once",
        description = "One sample of the machine, and of each --pid. Waits one interval, so that rates exist.",
        mixinStandardHelpOptions = true)
final class OnceCommand implements Callable<Integer> {
    private static final int INDENT = 2;

    private final Output out;

    @Spec
    private CommandSpec spec;

    @Mixin
    private IntervalOption interval = new IntervalOption();

    @Mixin
    private TextOrJsonOption format = new TextOrJsonOption();

    @Mixin
    private PidOptions processes = new PidOptions();

    OnceCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean json = format.json(spec, "a sample");
        Readings readings = sample();
        if (json) json(readings, Instant.now());
        else text(readings);
        return ExitStatus.DONE;
    }

    private void json(Readings readings, Instant time) {
        out.println(HostJson.line(readings, time));
        for (ProcessReadings process : readings.processes()) out.println(ProcessJson.line(process, time));
    }

    private void text(Readings readings) {
        OptionalInt room = LineWidth.ofOutput();
        LineWidth.wrapped(HostText.lines(readings), INDENT, room).forEach(out::println);
        for (ProcessReadings process : readings.processes()) {
            out.println();
            LineWidth.wrapped(ProcessText.lines(process), INDENT, room).forEach(out::println);
        }
    }

    private Readings sample() throws InterruptedException {
        // There is nothing to end in order.
        out.whenNobodyReads(() -> Runtime.getRuntime().halt(ExitStatus.DONE));
        ProcessWatch watch = new ProcessWatch(Path.of("/proc"), Ticker.SYSTEM);
        processes.pids().forEach(watch::add);
        Sampling sampling = new Sampling(Probes.all(Ticker.SYSTEM), Ticker.SYSTEM, watch);
        // Slow starts come before the first sample: their work is not to be in the rates.
        sampling.startSlow();
        sampling.tick();
        new CountDownLatch(1).await(interval.value().toNanos(), TimeUnit.NANOSECONDS);
        return sampling.tick();
    }
}
