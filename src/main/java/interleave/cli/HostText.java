package interleave.cli;

import interleave.metric.Core;
import interleave.metric.Cores;
import interleave.metric.HostIdentity;
import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Readings;
import interleave.metric.Unit;
import interleave.record.HumanText;
import interleave.screen.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.StringJoiner;

/** A sample of the machine for people: who it is, a line for each CPU, a line for each figure, and what is missing. */
final class HostText {
    /** They stand in the table of the CPUs. */
    private static final Set<Metric> IN_TABLE = Set.of(
            HostMetrics.BUSY_PERCENT,
            HostMetrics.USER_PERCENT,
            HostMetrics.SYSTEM_PERCENT,
            HostMetrics.IRQ_PERCENT,
            HostMetrics.STEAL_PERCENT,
            HostMetrics.IOWAIT_PERCENT);

    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private HostText() {}

    static List<String> lines(Readings readings) {
        List<String> lines = new ArrayList<>();
        lines.add(identity(readings));
        lines.add("");
        table(readings, lines);
        lines.add("");
        readings.values().forEach((metric, reading) -> {
            if (!IN_TABLE.contains(metric) && reading instanceof Reading.Value(double value))
                lines.add("%-22s %s".formatted(metric.title(), text(metric.unit(), value)));
        });
        missing(readings).forEach((why, titles) -> lines.add("- " + titles + ": " + why));
        return lines;
    }

    private static String identity(Readings readings) {
        HostIdentity host = readings.host();
        StringJoiner words = new StringJoiner(", ");
        host.hostName().ifPresent(words::add);
        host.kernel().ifPresent(words::add);
        host.cpuModel().ifPresent(words::add);
        if (!readings.cores().isEmpty()) words.add(Cores.words(readings.cores()) + physical(readings));
        return Text.clean(words.toString());
    }

    /** Where several share the execution units of one. */
    private static String physical(Readings readings) {
        OptionalInt count = readings.host().physicalCores();
        boolean shared = count.isPresent() && count.getAsInt() < Cores.online(readings.cores());
        return shared ? " on " + count.getAsInt() + " physical" : "";
    }

    private static void table(Readings readings, List<String> lines) {
        lines.add("%-9s%8s%8s%8s%8s%8s%8s".formatted("% of", "busy", "user", "system", "irq", "steal", "iowait"));
        lines.add(row(
                "all",
                List.of(
                        readings.of(HostMetrics.BUSY_PERCENT),
                        readings.of(HostMetrics.USER_PERCENT),
                        readings.of(HostMetrics.SYSTEM_PERCENT),
                        readings.of(HostMetrics.IRQ_PERCENT),
                        readings.of(HostMetrics.STEAL_PERCENT),
                        readings.of(HostMetrics.IOWAIT_PERCENT))));
        for (Core core : readings.cores()) {
            List<Reading> parts =
                    List.of(core.busy(), core.user(), core.system(), core.irq(), core.steal(), core.iowait());
            lines.add(row("CPU " + core.id(), parts) + (core.usable() ? "" : "  not for this process and its runs"));
        }
    }

    private static String row(String label, List<Reading> parts) {
        StringBuilder row = new StringBuilder("%-9s".formatted(label));
        for (Reading part : parts) row.append("%8s".formatted(part.text(HostText::oneDecimal, "-")));
        if (parts.getFirst() instanceof Reading.Absent why) row.append("  ").append(why.words());
        return row.toString();
    }

    private static Map<String, String> missing(Readings readings) {
        Map<String, String> missing = new LinkedHashMap<>();
        readings.values().forEach((metric, reading) -> {
            if (!IN_TABLE.contains(metric) && reading instanceof Reading.Absent why)
                missing.merge(why.words(), metric.title(), (some, more) -> some + ", " + more);
        });
        return missing;
    }

    static String text(Unit unit, double value) {
        return switch (unit) {
            case COUNT, PER_TASK -> HumanText.number(value);
            case PER_SECOND -> HumanText.number(value) + " /s";
            case PERCENT -> oneDecimal(value) + " %";
            case BYTES -> bytes(value);
            case BYTES_PER_TASK -> bytes(value) + " a task";
            case BYTES_PER_SECOND -> bytes(value) + "/s";
            case SECONDS -> seconds((long) value);
            case MILLISECONDS -> HumanText.number(value) + " ms";
            case MICROSECONDS -> HumanText.number(value) + " us";
        };
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String bytes(double value) {
        int power = 0;
        for (; value >= 1024 && power < BYTES.length - 1; power++) value /= 1024;
        return HumanText.number(value) + " " + BYTES[power];
    }

    private static String seconds(long seconds) {
        long minutes = seconds / 60;
        if (minutes == 0) return seconds + " s";
        if (minutes < 60) return minutes + " min " + seconds % 60 + " s";
        if (minutes < 24 * 60) return minutes / 60 + " h " + minutes % 60 + " min";
        return minutes / (24 * 60) + " d " + minutes / 60 % 24 + " h";
    }
}
