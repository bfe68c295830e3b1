package interleave.panel;

import interleave.metric.BusyProcess;
import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Up to six processes that somebody watches: a server, a JVM of many threads, one that ends, a kernel thread, one of
 * which threads end unseen, and one that is frozen.
 */
final class ScriptedProcesses {
    private static final int ENDS = 140;

    private ScriptedProcesses() {}

    static List<ProcessReadings> at(int second, int count) {
        double wave = 1 + 0.4 * Math.sin(second / 7.0);
        return List.of(
                        process(4711, "node", "", 31.2 * wave, 11, 1204 * wave, 96, 0.8, 61_000_000, true),
                        process(18_423, "java", "", 142 * wave, 10_003, 48_210 * wave, 3021, 210, 2.1e9, true),
                        ending(second, process(96, "stress-ng-cpu", "", 99.7, 2, 0.4, 261, 97, 5_400_000, true)),
                        process(17, "ksoftirqd/0", "kernel thread", 0.3, 1, 88 * wave, 3, 0.1, -1, true),
                        process(
                                4_194_303,
                                "worker: pool of threads that come and go",
                                "",
                                26,
                                7,
                                3736,
                                68,
                                2.1,
                                13_900_000,
                                false),
                        process(5120, "postgres", "frozen", 0, 1, 0, 0, 0, 13_100_000, true))
                .subList(0, count);
    }

    /** Where any is watched: others, and a run among them. */
    static List<BusyProcess> busiest(int watched) {
        if (watched == 0) return List.of();
        return List.of(
                new BusyProcess(4_002, "run", 11_000, true),
                new BusyProcess(18_423, "java", 430, false),
                new BusyProcess(811, "postgres", 270, false),
                new BusyProcess(4711, "node", 60, true));
    }

    private static ProcessReadings ending(int second, ProcessReadings process) {
        return second < ENDS ? process : process.ended("ended");
    }

    private static ProcessReadings process(
            int pid,
            String name,
            String remark,
            double cpu,
            int threads,
            double voluntary,
            double involuntary,
            double wait,
            double memory,
            boolean exact) {
        Map<Metric, Reading> values = ProcessReadings.all(Reading.of(0));
        values.put(ProcessMetrics.CPU_PERCENT, Reading.of(cpu));
        values.put(ProcessMetrics.OS_THREADS, Reading.of(threads));
        values.put(ProcessMetrics.SWITCHES_PER_S, Reading.of(voluntary + involuntary));
        values.put(ProcessMetrics.VOLUNTARY_SWITCHES_PER_S, Reading.of(voluntary));
        values.put(ProcessMetrics.INVOLUNTARY_SWITCHES_PER_S, Reading.of(involuntary));
        values.put(ProcessMetrics.RUN_QUEUE_WAIT_PERCENT, Reading.of(wait));
        values.put(ProcessMetrics.PAGE_FAULTS_PER_S, Reading.of(cpu * 3));
        values.put(
                ProcessMetrics.RSS_BYTES,
                memory < 0 ? Reading.absent(Reading.Why.UNSUPPORTED, "") : Reading.of(memory));
        return new ProcessReadings(
                new ProcessReadings.Id(pid, 1),
                name,
                Optional.of(remark).filter(words -> !words.isEmpty()),
                false,
                new ProcessReadings.Source(exact ? "taskstats of the process" : "a sum over /proc/PID/task", exact),
                values);
    }
}
