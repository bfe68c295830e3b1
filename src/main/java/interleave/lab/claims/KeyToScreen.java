package interleave.lab.claims;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import interleave.lab.NoiseMeter;
import interleave.lab.stats.Medians;
import interleave.metric.Ticker;
import interleave.run.RunEvent;
import interleave.run.SampleField;
import interleave.spec.RunSpec;
import interleave.supervisor.Launch;
import interleave.supervisor.SearchPath;
import interleave.supervisor.Supervisor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The time from a key to its answer on the screen, of this very program: a monitor of its own on a terminal of its own,
 * which the program {@code script} gives it. It samples once a minute, so that what it draws is the answer. One thread,
 * but for the interruption.
 */
public final class KeyToScreen {
    /** In milliseconds: half of the answers came sooner. */
    static final String P50 = "key_to_screen_p50_ms";

    static final String WORST = "key_to_screen_worst_ms";

    private static final int KEYS = 30;
    private static final int TRIES = 3;

    /** The first of all load what draws their answers. */
    private static final int FIRST = 6;

    private static final String SIZE = "stty rows 40 cols 120";

    /** For so long nothing more is drawn: the answer is complete. */
    private static final long QUIET_NANOS = Duration.ofMillis(40).toNanos();

    private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Launch launch;
    private final NoiseMeter noise;
    private volatile boolean interrupted;

    public KeyToScreen(Launch launch, NoiseMeter noise) {
        this.launch = launch;
        this.noise = noise;
    }

    /** Why it cannot be measured here; empty if it can. */
    public static Optional<String> whyNot(Launch launch, String path) {
        if (launch.home().filter(home -> Files.isExecutable(launcher(home))).isEmpty())
            return Optional.of("there is no application folder to start a monitor from");
        for (String program : new String[] {"script", "stty", "setpriv"})
            if (SearchPath.find(path, program).isEmpty())
                return Optional.of("the program " + program + " is in no folder of PATH");
        return Optional.empty();
    }

    private static Path launcher(Path home) {
        return home.resolve("bin/interleave");
    }

    void interrupt() {
        interrupted = true;
    }

    Bench.Outcome measure(Optional<RunSpec> behind) throws InterruptedException {
        if (behind.isEmpty()) return measured();
        BlockingQueue<RunEvent> news = new LinkedBlockingQueue<>();
        try (Supervisor supervisor = Supervisor.open(launch, workload -> false, news::add)) {
            supervisor.start(behind.get(), Optional.of(LONGEST));
            return works(news)
                    ? measured()
                    : new Bench.Outcome.Failed(behind.get().workload() + " does not start");
        }
    }

    /** Waits for its first tasks. */
    private boolean works(BlockingQueue<RunEvent> news) throws InterruptedException {
        long deadline = Ticker.SYSTEM.nanos() + PATIENCE_NANOS;
        while (!interrupted) {
            RunEvent event = news.poll(Math.max(0, deadline - Ticker.SYSTEM.nanos()), NANOSECONDS);
            if (event == null) return false;
            if (event instanceof RunEvent.Reported(var id, var frame) && frame.of(SampleField.COMPLETED) > 1)
                return true;
        }
        return true;
    }

    private Bench.Outcome measured() throws InterruptedException {
        NoiseMeter.Look before = noise.look();
        try (Monitor monitor = new Monitor(launcher(launch.home().orElseThrow()))) {
            if (!monitor.settled(PATIENCE_NANOS)) return new Bench.Outcome.Failed("the monitor shows nothing");
            double[] millis = new double[KEYS];
            for (int i = -FIRST; i < KEYS && !interrupted; i++) {
                Optional<Long> nanos = monitor.press('?');
                if (nanos.isEmpty()) return new Bench.Outcome.Failed("the monitor does not answer a key");
                if (i >= 0) millis[i] = nanos.get() / 1e6;
            }
            if (interrupted) return new Bench.Outcome.Interrupted();
            return new Bench.Outcome.Measured(new Sample(
                    Map.of(P50, Medians.median(millis), WORST, Medians.quantile(millis, 1)),
                    NoiseMeter.between(before, noise.look(), 0)));
        } catch (IOException e) {
            return new Bench.Outcome.Failed("no monitor can be started on a terminal");
        }
    }

    /** A monitor on a terminal. Its output is read by a thread of its own, which keeps the times at which it came. */
    private static final class Monitor implements AutoCloseable {
        private final Process process;
        private final OutputStream keys;
        private final BlockingQueue<Long> drawn = new LinkedBlockingQueue<>();

        Monitor(Path launcher) throws IOException {
            String command = SIZE + "; exec \"$INTERLEAVE_LAUNCHER\" --read-only --interval 60s";
            // Killed, this process could not end it, and script would learn of that only when it has to write.
            ProcessBuilder builder =
                    new ProcessBuilder("setpriv", "--pdeathsig", "KILL", "script", "-qec", command, "/dev/null");
            builder.environment().put("INTERLEAVE_LAUNCHER", launcher.toString());
            builder.environment().put("TERM", "xterm-256color");
            builder.environment().put("SHELL", "/bin/sh");
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            process = builder.start();
            keys = process.getOutputStream();
            InputStream screen = process.getInputStream();
            Thread.ofPlatform().daemon().name("key-to-screen").start(() -> read(screen));
        }

        private void read(InputStream screen) {
            byte[] bytes = new byte[1 << 16];
            try {
                while (screen.read(bytes) >= 0) drawn.add(Ticker.SYSTEM.nanos());
            } catch (IOException e) {
                // It has ended.
            }
        }

        /** Waits until it has drawn, and draws no more. */
        boolean settled(long patienceNanos) throws InterruptedException {
            if (drawn.poll(patienceNanos, NANOSECONDS) == null) return false;
            quiet();
            return process.isAlive();
        }

        private void quiet() throws InterruptedException {
            while (drawn.poll(QUIET_NANOS, NANOSECONDS) != null) {
                // More of the same picture.
            }
        }

        /** The time until it draws something. */
        Optional<Long> press(char key) throws IOException, InterruptedException {
            for (int i = 0; i < TRIES; i++) {
                quiet();
                long pressed = Ticker.SYSTEM.nanos();
                keys.write(key);
                keys.flush();
                Long answered = drawn.poll(PATIENCE_NANOS, NANOSECONDS);
                if (answered != null) return Optional.of(answered - pressed);
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            // The end of its terminal is the end of the monitor.
            process.destroy();
        }
    }
}
