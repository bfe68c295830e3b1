package interleave.cli;

import interleave.kernel.CpuSet;
import interleave.spec.Knob;
import interleave.spec.ProcessOptions;
import interleave.spec.Quantities;
import interleave.spec.RunSpec;
import interleave.spec.WorkloadInfo;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings that a run was given besides its load, with blanks between them: {@code pool=64 work=200us}. In an
 * earlier result they say what was measured. Pure.
 *
 * @param values by option, without its dashes
 */
record RunSettings(Map<String, String> values) {
    /** Its value may hold blanks, and stands last. */
    private static final String JVM = "jvm-options";

    private static final int SHIFT = 10;

    /** @param cpus that were asked for, not those that its placement has given it */
    static RunSettings of(RunSpec run, List<Integer> cpus) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Knob knob : Knob.values())
            if (run.knobs().containsKey(knob))
                values.put(knob.option, value(knob, run.knobs().get(knob)));
        run.transport().ifPresent(transport -> values.put("transport", transport.key));
        if (run.failureRate() > 0) values.put("failure-rate", Quantities.percent(run.failureRate()));
        ProcessOptions process = run.process();
        process.heapBytes().ifPresent(bytes -> values.put("heap", size(bytes)));
        if (!cpus.isEmpty()) values.put("cpus", CpuSet.text(cpus));
        process.nice().ifPresent(nice -> values.put("nice", String.valueOf(nice)));
        if (!process.jvm().isEmpty()) values.put(JVM, String.join(" ", process.jvm()));
        return new RunSettings(values);
    }

    static RunSettings parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        String rest = text;
        while (!rest.isEmpty()) {
            int end = rest.startsWith(JVM + "=") ? -1 : rest.indexOf(' ');
            String setting = end < 0 ? rest : rest.substring(0, end);
            int equals = setting.indexOf('=');
            if (equals >= 0) values.put(setting.substring(0, equals), setting.substring(equals + 1));
            rest = end < 0 ? "" : rest.substring(end + 1);
        }
        return new RunSettings(values);
    }

    /** Empty where all are as usual. */
    Optional<String> text() {
        return Optional.of(words(values.keySet(), Map.of(), " ")).filter(text -> !text.isEmpty());
    }

    /**
     * The difference from other settings, as the end of a sentence about what has these; empty if there is none. One
     * that only one side was given may be what it usually is.
     *
     * @param info of the workload that has them
     */
    Optional<String> differenceFrom(RunSettings now, WorkloadInfo info) {
        Map<String, String> usual = new LinkedHashMap<>();
        info.usual().forEach((knob, value) -> usual.put(knob.option, value(knob, value)));
        TreeSet<String> names = new TreeSet<>(values.keySet());
        names.addAll(now.values.keySet());
        names.removeIf(name -> value(name, usual).equals(now.value(name, usual)));
        if (names.isEmpty()) return Optional.empty();
        return Optional.of(words(names, usual, ", ") + ", and this is with " + now.words(names, usual, ", "));
    }

    private String words(Collection<String> names, Map<String, String> usual, String between) {
        return names.stream()
                .map(name -> value(name, usual).map(value -> name + "=" + value).orElse("the usual " + name))
                .collect(Collectors.joining(between));
    }

    private Optional<String> value(String name, Map<String, String> usual) {
        return Optional.ofNullable(values.getOrDefault(name, usual.get(name)));
    }

    private static String value(Knob knob, long value) {
        return knob.isTime() ? Quantities.text(Duration.ofNanos(1000 * value)) : String.valueOf(value);
    }

    private static String size(long bytes) {
        String units = "kmg";
        int unit = -1;
        long size = bytes;
        while (unit < units.length() - 1 && size % (1 << SHIFT) == 0) {
            size >>= SHIFT;
            unit++;
        }
        return unit < 0 ? String.valueOf(size) : size + units.substring(unit, unit + 1);
    }
}
