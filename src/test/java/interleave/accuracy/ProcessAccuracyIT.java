package interleave.accuracy;

import static interleave.accuracy.Results.assertBetween;

import interleave.kernel.ProcessAccount;
import interleave.kernel.ProcessSources;
import interleave.kernel.Rusage;
import interleave.kernel.SwitchTotals;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The totals of a process by its own {@code getrusage}, just before and just after they are asked for from outside. */
@Isolated
class ProcessAccuracyIT {
    private record Truth(long voluntary, long involuntary, long cpuMicros) {}

    @Test
    void totalsOfAnotherProcessAreThoseThatItHasItself() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        home(KnownThreads.class) + File.pathSeparator + home(Rusage.class),
                        KnownThreads.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (ProcessSources sources = new ProcessSources(
                        Path.of("/proc"), (int) ProcessHandle.current().pid());
                ProcessAccount account = sources.account((int) process.pid());
                PrintWriter ask = new PrintWriter(process.outputWriter(), true);
                BufferedReader told = process.inputReader()) {
            Assumptions.assumeTrue(sources.whole().isPresent(), "taskstats may not be asked here");
            Truth before = truth("now", ask, told);
            SwitchTotals first = account.read().orElseThrow().totals();
            Truth soon = truth("now", ask, told);
            Truth later = truth("later", ask, told);
            SwitchTotals second = account.read().orElseThrow().totals();
            Truth after = truth("now", ask, told);
            within(
                    later.voluntary - soon.voluntary,
                    after.voluntary - before.voluntary,
                    second.voluntary() - first.voluntary(),
                    "voluntary switches");
            within(
                    later.involuntary - soon.involuntary,
                    after.involuntary - before.involuntary,
                    second.involuntary() - first.involuntary(),
                    "involuntary switches");
            within(
                    later.cpuMicros - soon.cpuMicros,
                    after.cpuMicros - before.cpuMicros,
                    (second.cpuNanos() - first.cpuNanos()) / 1000,
                    "CPU time");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Where the classes lie: the test runner's own class path may be anything. */
    private static String home(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath();
    }

    /** Within two percent: threads do a little more after the kernel has added up what they did. */
    private static void within(long least, long most, long value, String what) {
        assertBetween(0.98 * least, 1.02 * most, value, what);
    }

    private static Truth truth(String when, PrintWriter ask, BufferedReader told) throws IOException {
        ask.println(when);
        String[] words = told.readLine().split(" ");
        return new Truth(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
    }
}
