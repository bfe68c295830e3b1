package interleave.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The parts of the JDK that options of a JVM take. Our runtime has few, and a JVM that lacks one ends with words for
 * whoever made that runtime. Pure.
 */
final class JvmModules {
    /** By how the option begins: the module, and what it is for people. */
    private static final Map<String, String[]> TAKEN = new TreeMap<>(Map.of(
            "-XX:StartFlightRecording", new String[] {"jdk.jfr", "the flight recorder (JFR)"},
            "-XX:FlightRecorderOptions", new String[] {"jdk.jfr", "the flight recorder (JFR)"},
            "-XX:+FlightRecorder", new String[] {"jdk.jfr", "the flight recorder (JFR)"},
            "-javaagent:", new String[] {"java.instrument", "agents of Java (java.instrument)"},
            "-agentlib:jdwp", new String[] {"jdk.jdwp.agent", "the debugger's agent (jdwp)"},
            "-Xrunjdwp", new String[] {"jdk.jdwp.agent", "the debugger's agent (jdwp)"},
            "-Dcom.sun.management.", new String[] {"jdk.management.agent", "remote management (JMX)"},
            "-XX:+ManagementServer", new String[] {"jdk.management.agent", "remote management (JMX)"}));

    private JvmModules() {}

    /**
     * Why a run's JVM cannot have them, after the option's name; empty if it can.
     *
     * @param has whether the runtime has a module
     */
    static Optional<String> whyNot(List<String> options, Predicate<String> has) {
        for (String option : options)
            for (Map.Entry<String, String[]> taken : TAKEN.entrySet())
                if (option.startsWith(taken.getKey()) && !has.test(taken.getValue()[0]))
                    return Optional.of(Typed.shown(option) + " takes " + taken.getValue()[1]
                            + ", which the runtime of this program is made without");
        return Optional.empty();
    }
}
