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
import java.util.StringJoiner;
import java.util.function.Function;

/** A sample of the machine for people: who it is, a line for each CPU, a line for each figure, and what is missing. */
final class HostText {
    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private HostText() {}

    static List<String> lines(Readings readings) {
        List<String> lines = new ArrayList<>();
        lines.add(identity(readings));
        lines.add("");
        table(readings, lines);
        lines.add("");
        for (Metric metric : HostMetrics.ALL)
            if (!inTable(metric) && readings.of(metric) instanceof Reading.Value(double value))
                lines.add("%-22s %s".formatted(metric.title(), text(metric.unit(), value)));
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

    /** True if it stands in the table of the CPUs. */
    private static boolean inTable(Metric metric) {
        return HostMetrics.OF_CORES.contains(metric);
    }

    private static void table(Readings readings, List<String> lines) {
        StringBuilder head = new StringBuilder("%-9s".formatted("% of"));
        for (Metric part : HostMetrics.OF_CORES)
            head.append("%8s".formatted(part.name().replace("_percent", "")));
        lines.add(head.toString());
        lines.add(row("all", readings::of));
        for (Core core : readings.cores())
            lines.add(row("CPU " + core.id(), core::of) + (core.usable() ? "" : "  not for this process and its runs"));
    }

    private static String row(String label, Function<Metric, Reading> parts) {
        StringBuilder row = new StringBuilder("%-9s".formatted(label));
        for (Metric part : HostMetrics.OF_CORES)
            row.append("%8s".formatted(parts.apply(part).text(HostText::oneDecimal, "-")));
        if (parts.apply(HostMetrics.BUSY_PERCENT) instanceof Reading.Absent why)
            row.append("  ").append(why.words());
        return row.toString();
    }

    private static Map<String, String> missing(Readings readings) {
        Map<String, String> missing = new LinkedHashMap<>();
        for (Metric metric : HostMetrics.ALL)
            if (!inTable(metric) && readings.of(metric) instanceof Reading.Absent why)
                missing.merge(why.words(), metric.title(), (some, more) -> some + ", " + more);
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
