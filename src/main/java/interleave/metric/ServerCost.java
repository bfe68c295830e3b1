package interleave.metric;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The cost of a server that is not ours, over a time in which runs asked it. Immutable.
 *
 * @param pid of its program, or of the first of its processes
 * @param runs how many asked it
 * @param source where its counters are from, and whether all is in them
 * @param values a reading for each of {@link ServerMetrics#ALL}
 */
public record ServerCost(int pid, int runs, ProcessReadings.Source source, Map<Metric, Reading> values) {
    private static final double US_PER_PERCENT_SECOND = 1e4;

    /**
     * Of rates of the same time.
     *
     * @param server its readings
     * @param tasksPerSecond of all runs together
     */
    public static ServerCost of(ProcessReadings server, int processes, double tasksPerSecond, int runs) {
        Map<Metric, Reading> values = new LinkedHashMap<>();
        values.put(ServerMetrics.SWITCHES_PER_TASK, per(server.of(ProcessMetrics.SWITCHES_PER_S), tasksPerSecond));
        values.put(
                ServerMetrics.CPU_US_PER_TASK,
                per(
                        server.of(ProcessMetrics.CPU_PERCENT).map(percent -> percent * US_PER_PERCENT_SECOND),
                        tasksPerSecond));
        values.put(ServerMetrics.PROCESSES, Reading.of(processes));
        values.put(ServerMetrics.OS_THREADS, server.of(ProcessMetrics.OS_THREADS));
        values.put(ServerMetrics.RSS_BYTES, server.of(ProcessMetrics.RSS_BYTES));
        return new ServerCost(server.id().pid(), runs, server.source(), values);
    }

    private static Reading per(Reading perSecond, double tasksPerSecond) {
        return perSecond instanceof Reading.Value(double rate)
                ? Rates.ratio(rate, tasksPerSecond, "no task has ended")
                : perSecond;
    }

    public Reading of(Metric metric) {
        return values.getOrDefault(metric, Reading.WARMING_UP);
    }
}
