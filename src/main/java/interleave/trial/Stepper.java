package interleave.trial;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import interleave.kernel.CompilerThreads;
import interleave.metric.Ticker;
import interleave.run.Frame;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.run.RunStatus.Phase;
import interleave.run.RunWindow;
import interleave.run.SampleField;
import interleave.run.Verification;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.supervisor.Launch;
import interleave.supervisor.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One run that goes on while its load and settings change, and is measured at each: a search takes a step in two
 * seconds, where a process of its own for each took five. What piled up under one load is worked off before the next.
 * One thread, but for the interruption.
 */
public final class Stepper implements AutoCloseable {
    /** Long enough for a JVM to start on a machine that is busy with other things. */
    private static final Duration SLOWEST_START = Duration.ofSeconds(30);

    /** For a frame, which comes every quarter of a second. */
    private static final Duration SILENT = Duration.ofSeconds(5);

    /** For what has piled up to be worked off. */
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(10);

    /** An order is obeyed by then: the frame that was on its way, and the one in which it came. */
    private static final int FRAMES_TO_OBEY = 2;

    /** The end of a step. */
    public sealed interface Outcome {
        record Measured(RunWindow window) implements Outcome {}

        record Failed(String why) implements Outcome {}

        /** Somebody wants no more. */
        record Interrupted() implements Outcome {}
    }

    private sealed interface Input {
        record News(RunEvent event) implements Input {}

        record Interruption() implements Input {}
    }

    /** Why no frame comes any more. */
    private static final class Ended extends Exception {
        private final Outcome outcome;

        Ended(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final Supervisor supervisor;
    private final RunId id;
    private final Path proc;
    private final long endNanos;
    private Load load;
    private Optional<String> log = Optional.empty();
    private OptionalLong pid = OptionalLong.empty();
    /** The run as it goes on, and why it may not go on as it was told to. */
    private RunSpec inForce;

    private Optional<String> note = Optional.empty();
    private boolean begun;
    /** Something may have piled up that is not worked off yet. */
    private boolean piledUp;

    /**
     * The time that it all may take.
     *
     * @param longest the life of the run, whatever becomes of this process
     * @param endNanos when nothing is waited for any more, by the system's ticker: a step ends as if it was interrupted
     */
    public record Until(Duration longest, long endNanos) {}

    /**
     * Starts a run, which lives until this is closed, or its time is up.
     *
     * @param proc where the kernel's files are
     */
    public Stepper(Path proc, Launch launch, Predicate<Workload> needsService, RunSpec spec, Until until) {
        this.proc = proc;
        endNanos = until.endNanos;
        supervisor = Supervisor.open(launch, needsService, event -> inputs.add(new Input.News(event)));
        id = supervisor.start(spec, Optional.of(until.longest));
        load = spec.load();
        inForce = spec;
    }

    /** Ends the step that is going on, or the next one, at once. From any thread. */
    public void interrupt() {
        inputs.add(new Input.Interruption());
    }

    Settled settled = new Settled(Settled.QUIET);
    /**
     * Comes back when the run has warmed up, or that took too long to wait for. What it says is of the warm-up.
     *
     * @param longest asked when the first task has ended
     */
    public Outcome warmUp(Supplier<Duration> longest) throws InterruptedException {
        CompilerThreads compilers = new CompilerThreads(proc);
        return measured(longest, window -> {
            settled.frame(
                    window.last().orElseThrow(),
                    pid.isPresent() ? compilers.nanos(pid.getAsLong()) : OptionalLong.empty());
            return settled.is();
        });
    }

    /**
     * Goes on under a load, with settings, and measures that.
     *
     * @param longest how long
     * @param enough whether it may end before
     */
    public Outcome step(Load next, Map<Knob, Long> settings, Duration longest, Predicate<RunWindow> enough)
            throws InterruptedException {
        try {
            if (piledUp) drain();
            piledUp = true;
            settings.forEach((knob, value) -> supervisor.tune(id, knob, value));
            change(next);
            for (int i = 0; i < FRAMES_TO_OBEY; i++) frame();
        } catch (Ended e) {
            return e.outcome;
        }
        Outcome outcome = measured(() -> longest, enough);
        if (!(outcome instanceof Outcome.Measured)) return outcome;
        if (!goesOn(next, settings)) return new Outcome.Failed(note.orElse("it goes on as it was"));
        // Whoever asks for no other step need not wait until what has piled up is worked off.
        change(new Load.Closed(1));
        return outcome;
    }

    /** True unless it could not change, and said so. */
    private boolean goesOn(Load next, Map<Knob, Long> settings) {
        return inForce.load().equals(next) && inForce.knobs().entrySet().containsAll(settings.entrySet());
    }

    private Outcome measured(Supplier<Duration> longest, Predicate<RunWindow> enough) throws InterruptedException {
        try {
            RunWindow window = RunWindow.EMPTY.plus(frame());
            long end =
                    window.last().orElseThrow().runningNanos() + longest.get().toNanos();
            Frame last;
            do {
                last = frame();
                window = window.plus(last);
            } while (last.runningNanos() < end - Frame.INTERVAL.toNanos() / 2 && !enough.test(window));
            Optional<String> wrong = new Verification(last).full();
            return wrong.isPresent() ? new Outcome.Failed(wrong.get()) : new Outcome.Measured(window);
        } catch (Ended e) {
            return e.outcome;
        }
    }

    /** With one task in flight, whatever there were before ends as fast as it can. */
    private void drain() throws InterruptedException, Ended {
        change(new Load.Closed(1));
        long deadline = Ticker.SYSTEM.nanos() + LONGEST_DRAIN.toNanos();
        while (frame().of(SampleField.IN_FLIGHT) > 1 && Ticker.SYSTEM.nanos() < deadline) {}
    }

    private void change(Load next) {
        if (next.equals(load)) return;
        load = next;
        supervisor.change(id, next);
    }

    /** The next frame of the run that has done a task. */
    private Frame frame() throws InterruptedException, Ended {
        for (; ; ) {
            long left = endNanos - Ticker.SYSTEM.nanos();
            long patience = (begun ? SILENT : SLOWEST_START).toNanos();
            Input input = left <= 0 ? new Input.Interruption() : inputs.poll(Math.min(left, patience), NANOSECONDS);
            switch (input) {
                case null -> {
                    String why = begun ? "it has gone silent" : "no task ended in time";
                    throw new Ended(left > patience ? new Outcome.Failed(why) : new Outcome.Interrupted());
                }
                case Input.Interruption interruption -> throw new Ended(new Outcome.Interrupted());
                case Input.News(RunEvent.Reported(RunId from, Frame frame)) -> {
                    if (!from.equals(id) || frame.of(SampleField.COMPLETED) == 0) continue;
                    begun = true;
                    return frame;
                }
                case Input.News(RunEvent.Changed(RunStatus status)) -> changed(status);
                case Input.News(RunEvent.Noted(RunId from, String words))
                when from.equals(id) -> note = Optional.of(words);
                case Input.News news -> {}
            }
        }
    }

    private void changed(RunStatus status) throws Ended {
        if (!status.id().equals(id)) return;
        log = status.log();
        pid = status.pid();
        inForce = status.spec();
        if (status.phase() == Phase.FAILED)
            throw new Ended(new Outcome.Failed(status.reason().orElse("it failed")
                    + log.map(file -> "; its words: " + file).orElse("")));
        if (!status.phase().live()) throw new Ended(new Outcome.Failed("it has ended"));
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
