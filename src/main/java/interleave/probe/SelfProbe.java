package interleave.probe;

import static interleave.metric.HostMetrics.SELF_CPU_PERCENT;
import static interleave.metric.HostMetrics.SELF_RSS_BYTES;
import static interleave.metric.HostMetrics.SELF_SWITCHES_PER_S;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.kernel.Cursor;
import interleave.kernel.ProcFile;
import interleave.kernel.ThreadAccount;
import interleave.metric.Metric;
import interleave.metric.Rates;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the monitor itself costs. CPU time to the nanosecond is the sum of its threads' {@code schedstat}; of threads
 * that end between two looks it lacks the last bit, so that it is lifted to {@code utime + stime} of
 * {@code /proc/self/stat}, which has them all but counts in ticks of 10 ms.
 */
final class SelfProbe implements Probe<SelfProbe.Sample> {
    record Sample(long cpuNanos, long switches, long residentBytes) {}

    /** {@code /proc/self/status}: VmRSS, Threads. */
    record Status(long residentBytes, int threads) {
        static Status parse(Cursor text) throws IOException {
            long kilobytes = number(text, "VmRSS:");
            int threads = (int) number(text, "Threads:");
            return new Status(kilobytes * 1024, threads);
        }

        private static long number(Cursor text, String field) throws IOException {
            if (!text.seekLine(field)) throw text.malformed("it has no " + field);
            return text.number();
        }
    }

    /** USER_HZ is 100 on every architecture that a JDK 25 runs on. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final Reading NO_SCHEDSTAT =
            Reading.absent(UNSUPPORTED, "this kernel keeps no /proc/self/schedstat");

    private final Path tasks;
    private final ProcFile stat;
    private final ProcFile status;
    private final Map<Integer, ProcFile> threads = new HashMap<>();
    private final ThreadAccount account = new ThreadAccount();

    SelfProbe(Path proc) {
        Path self = proc.resolve("self");
        this.tasks = self.resolve("task");
        this.stat = new ProcFile(self.resolve("stat"));
        this.status = new ProcFile(self.resolve("status"));
    }

    @Override
    public String name() {
        return "own cost";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(SELF_CPU_PERCENT, SELF_SWITCHES_PER_S, SELF_RSS_BYTES);
    }

    @Override
    public Sample read() throws IOException {
        Status now = Status.parse(status.read());
        boolean allRead = readThreads();
        if (!allRead || threads.size() != now.threads) {
            findThreads();
            readThreads();
        }
        account.atLeast(cpuTicks(stat.read()) * NANOS_PER_TICK);
        ThreadAccount.Use use = account.total();
        return new Sample(use.cpuNanos(), use.slices(), now.residentBytes);
    }

    /** Fields 14 and 15, counted behind the last parenthesis because the name before it may hold anything. */
    static long cpuTicks(Cursor text) throws IOException {
        text.seekLast(')');
        text.skipWords(11);
        return text.number() + text.number();
    }

    private boolean readThreads() throws IOException {
        boolean all = true;
        for (Iterator<Map.Entry<Integer, ProcFile>> i = threads.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<Integer, ProcFile> thread = i.next();
            Optional<ThreadAccount.Use> use = use(thread.getValue());
            if (use.isPresent()) {
                account.saw(thread.getKey(), use.get());
            } else {
                account.lost(thread.getKey());
                thread.getValue().close();
                i.remove();
                all = false;
            }
        }
        return all;
    }

    /** Empty once the thread has ended. */
    private static Optional<ThreadAccount.Use> use(ProcFile schedstat) {
        try {
            return Optional.of(ThreadAccount.Use.parse(schedstat.read()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void findThreads() {
        String[] names = tasks.toFile().list();
        if (names == null) return;
        for (String name : names) {
            threads.computeIfAbsent(
                    Integer.valueOf(name),
                    thread -> new ProcFile(tasks.resolve(name).resolve("schedstat")));
        }
    }

    @Override
    public ProbeReadings derive(Optional<Sample> before, Sample after, long elapsedNanos) {
        Reading cpu = before.map(past -> Rates.timePercent(past.cpuNanos, after.cpuNanos, elapsedNanos))
                .orElse(Reading.WARMING_UP);
        Reading switches = after.switches == 0
                ? NO_SCHEDSTAT
                : before.map(past -> Rates.perSecond(past.switches, after.switches, elapsedNanos))
                        .orElse(Reading.WARMING_UP);
        return ProbeReadings.of(Map.of(
                SELF_CPU_PERCENT, cpu, SELF_SWITCHES_PER_S, switches, SELF_RSS_BYTES, Reading.of(after.residentBytes)));
    }
}
