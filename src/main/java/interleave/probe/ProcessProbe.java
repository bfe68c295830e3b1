package interleave.probe;

import static interleave.metric.ProcessMetrics.CPU_PERCENT;
import static interleave.metric.ProcessMetrics.INVOLUNTARY_SWITCHES_PER_S;
import static interleave.metric.ProcessMetrics.MAJOR_PAGE_FAULTS_PER_S;
import static interleave.metric.ProcessMetrics.OS_THREADS;
import static interleave.metric.ProcessMetrics.PAGE_FAULTS_PER_S;
import static interleave.metric.ProcessMetrics.RSS_BYTES;
import static interleave.metric.ProcessMetrics.RUN_QUEUE_WAIT_PERCENT;
import static interleave.metric.ProcessMetrics.SWITCHES_PER_S;
import static interleave.metric.ProcessMetrics.THREADS_STARTED_PER_S;
import static interleave.metric.ProcessMetrics.VOLUNTARY_SWITCHES_PER_S;
import static interleave.metric.Reading.Why.FAILED;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.kernel.Freezer;
import interleave.kernel.PidStat;
import interleave.kernel.ProcessAccount;
import interleave.kernel.Reason;
import interleave.kernel.SwitchTotals;
import interleave.metric.Metric;
import interleave.metric.ProcessReadings;
import interleave.metric.ProcessTable;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One process, from when it was first seen to its end. One thread. */
final class ProcessProbe implements Watched {
    static final String ENDED = "ended";
    static final String REPLACED = "ended; its number is another process's now";
    static final String NEVER = "is no process";

    private static final Reading UNCOUNTED =
            Reading.absent(UNSUPPORTED, "this kernel does not count how long threads wait for a CPU");

    private static final Reading WAITS_NO_MORE =
            Reading.absent(UNSUPPORTED, "its threads have ended, and wait no more");

    private static final Reading UNTOLD = Reading.absent(UNSUPPORTED, "only JVMs tell, unless -XX:-UsePerfData");

    private record Timed(ProcessAccount.Sample sample, long nanos) {}

    private final int pid;
    private final ProcessAccount account;
    private final Freezer freezer;
    private final Ticker ticker;
    private Optional<Timed> last = Optional.empty();
    private Optional<ProcessReadings> shown = Optional.empty();

    ProcessProbe(int pid, ProcessAccount account, Freezer freezer, Ticker ticker) {
        this.pid = pid;
        this.account = account;
        this.freezer = freezer;
        this.ticker = ticker;
    }

    @Override
    public ProcessReadings tick() {
        if (shown.isPresent() && shown.get().over()) return shown.get();
        ProcessReadings next = look();
        shown = Optional.of(next);
        if (next.over()) close();
        return next;
    }

    private ProcessReadings look() {
        try {
            long now = ticker.nanos();
            Optional<ProcessAccount.Sample> sample = account.read();
            if (sample.isEmpty()) return gone(ENDED);
            if (last.isPresent()
                    && !last.get()
                            .sample
                            .stat()
                            .key()
                            .equals(sample.get().stat().key())) return gone(REPLACED);
            ProcessReadings readings =
                    derive(last.map(Timed::sample), sample.get(), last.isPresent() ? now - last.get().nanos : 0);
            last = Optional.of(new Timed(sample.get(), now));
            return frozenOrNot(readings, freezer);
        } catch (IOException e) {
            Reading failed = Reading.absent(FAILED, Reason.of(e));
            return unknown(Reason.of(e), false, ProcessReadings.all(failed));
        }
    }

    private ProcessReadings gone(String how) {
        if (shown.isPresent() && last.isPresent()) return shown.get().ended(how);
        return unknown(NEVER, true, ProcessReadings.all(Reading.absent(UNSUPPORTED, NEVER)));
    }

    private ProcessReadings unknown(String why, boolean over, Map<Metric, Reading> values) {
        ProcessReadings.Id id = shown.map(ProcessReadings::id).orElse(new ProcessReadings.Id(pid, 0));
        String name = shown.map(ProcessReadings::name).orElse("");
        return new ProcessReadings(id, name, Optional.of(why), over, ProcessReadings.Source.UNKNOWN, values);
    }

    /** Pure. */
    static ProcessReadings derive(
            Optional<ProcessAccount.Sample> before, ProcessAccount.Sample after, long elapsedNanos) {
        PidStat stat = after.stat();
        SwitchTotals.Source source = after.totals().source();
        return new ProcessReadings(
                new ProcessReadings.Id(stat.key().pid(), stat.key().startTicks()),
                Names.clean(stat.name()),
                remark(stat),
                false,
                new ProcessReadings.Source(source.words(), source.exact()),
                values(before, after, elapsedNanos));
    }

    /** Its kind, if it is no ordinary process that goes on. */
    static Optional<String> remark(PidStat stat) {
        if (stat.state().kernelThread()) return Optional.of(ProcessTable.KERNEL_THREAD);
        if (stat.zombie()) return Optional.of("zombie: it has ended, and its parent has not asked how");
        if (stat.leadEnded()) return Optional.of("its first thread has ended, others go on");
        return switch (stat.state().letter()) {
            case 'T' -> Optional.of("stopped");
            case 't' -> Optional.of("stopped by a debugger");
            default -> Optional.empty();
        };
    }

    /** With the remark that it is frozen, if so: nothing but its cgroup tells, and only one that does nothing is. */
    static ProcessReadings frozenOrNot(ProcessReadings process, Freezer freezer) {
        boolean still = process.of(SWITCHES_PER_S).orElse(0) == 0;
        return process.remark().isEmpty() && still && freezer.freezes() ? process.remarked("frozen") : process;
    }

    private static Map<Metric, Reading> values(
            Optional<ProcessAccount.Sample> before, ProcessAccount.Sample after, long elapsedNanos) {
        Map<Metric, Reading> values = ProcessReadings.all(Reading.WARMING_UP);
        values.put(OS_THREADS, Reading.of(after.stat().threads()));
        values.put(RSS_BYTES, memory(after));
        if (after.totals().waitedNanos().isEmpty())
            values.put(RUN_QUEUE_WAIT_PERCENT, after.stat().zombie() ? WAITS_NO_MORE : UNCOUNTED);
        if (after.threadsStarted().isEmpty()) values.put(THREADS_STARTED_PER_S, UNTOLD);
        // Sums of two sources are no rate.
        if (before.isPresent()
                && before.get().totals().source() == after.totals().source())
            values.putAll(rates(before.get(), after, elapsedNanos));
        return values;
    }

    private static Reading memory(ProcessAccount.Sample sample) {
        if (sample.residentBytes().isPresent())
            return Reading.of(sample.residentBytes().getAsLong());
        if (sample.stat().state().kernelThread())
            return Reading.absent(UNSUPPORTED, "a kernel thread has no memory of its own");
        return Reading.absent(UNSUPPORTED, "it has given its memory back");
    }

    private static Map<Metric, Reading> rates(
            ProcessAccount.Sample before, ProcessAccount.Sample after, long elapsedNanos) {
        SwitchTotals past = before.totals();
        SwitchTotals now = after.totals();
        long minor = before.stat().minorFaults();
        long major = before.stat().majorFaults();
        Map<Metric, Reading> rates = new LinkedHashMap<>();
        rates.put(CPU_PERCENT, Rates.timePercent(past.cpuNanos(), now.cpuNanos(), elapsedNanos));
        rates.put(
                SWITCHES_PER_S,
                Rates.perSecond(
                        past.voluntary() + past.involuntary(), now.voluntary() + now.involuntary(), elapsedNanos));
        rates.put(VOLUNTARY_SWITCHES_PER_S, Rates.perSecond(past.voluntary(), now.voluntary(), elapsedNanos));
        rates.put(INVOLUNTARY_SWITCHES_PER_S, Rates.perSecond(past.involuntary(), now.involuntary(), elapsedNanos));
        if (past.waitedNanos().isPresent() && now.waitedNanos().isPresent())
            rates.put(
                    RUN_QUEUE_WAIT_PERCENT,
                    Rates.timePercent(
                            past.waitedNanos().getAsLong(), now.waitedNanos().getAsLong(), elapsedNanos));
        if (before.threadsStarted().isPresent() && after.threadsStarted().isPresent())
            rates.put(
                    THREADS_STARTED_PER_S,
                    Rates.perSecond(
                            before.threadsStarted().getAsLong(),
                            after.threadsStarted().getAsLong(),
                            elapsedNanos));
        rates.put(
                PAGE_FAULTS_PER_S,
                Rates.perSecond(
                        minor + major, after.stat().minorFaults() + after.stat().majorFaults(), elapsedNanos));
        rates.put(MAJOR_PAGE_FAULTS_PER_S, Rates.perSecond(major, after.stat().majorFaults(), elapsedNanos));
        return rates;
    }

    void close() {
        try {
            account.close();
        } catch (IOException e) {
            // Its descriptor is gone either way.
        }
    }
}
