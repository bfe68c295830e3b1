package interleave.supervisor;

import interleave.kernel.CpuSet;
import interleave.kernel.ProcessStat;
import interleave.spec.Load;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringJoiner;

/**
 * The command lines of the children: the same runtime and class path as this process, and the application folder's
 * options and AOT cache for workers.
 *
 * @param java the program that starts a JVM
 * @param home the application folder; empty outside of one, as in tests
 * @param latency how long the HTTP service waits before it answers
 * @param before the program, with its arguments, that becomes each child; empty if that is the JVM itself
 * @param rings whether event loops that are not told otherwise may go over io_uring
 * @param helperCpus the only CPUs that the HTTP service and clients may use; empty: all
 * @param early whether JVMs compile early, for a short warm-up
 */
public record Launch(
        Path java,
        String classPath,
        Optional<Path> home,
        Duration latency,
        List<String> before,
        boolean rings,
        List<Integer> helperCpus,
        boolean early) {
    private static final Path PROC = Path.of("/proc");
    private static final String WORKER = "interleave.worker.WorkerMain";
    private static final String SERVICE = "interleave.service.ServiceMain";
    private static final String GUARD = "interleave.guard.GuardMain";

    /** It waits, and writes five lines. */
    private static final List<String> SMALL = List.of("-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /**
     * A signal that is ignored stays so in the program that a process becomes. The arguments are no part of the script.
     */
    private static final List<String> DEAF = List.of("/bin/sh", "-c", "trap '' INT HUP TERM; exec \"$@\"", "worker");

    /** From so many tasks in flight on, what each of them holds decides about the memory, not their garbage. */
    private static final int MANY = 250_000;

    /**
     * For many tasks in flight: G1 looks early for what has died in the old generation, where tasks of seconds die, and
     * does not take twice the memory to spare itself time. A million virtual threads take 1.7 GB instead of 2.0 while
     * they follow each other, at the same rate and CPU time.
     */
    private static final List<String> FOR_MANY =
            List.of("-XX:GCTimeRatio=1", "-XX:-G1UseAdaptiveIHOP", "-XX:InitiatingHeapOccupancyPercent=10");

    /**
     * Against {@code lib/worker.options}, which they follow: the JDK's own; frames tell the compilers' time. Compilers
     * begin with the JVM and stay: from 4 CPUs on it would have some come and go, with time of theirs that nobody sees.
     */
    private static final List<String> EAGER = List.of(
            "-Dinterleave.compilers=true",
            "-XX:-UseDynamicNumberOfCompilerThreads",
            "-XX:+AOTReplayTraining",
            "-XX:Tier3InvocationThreshold=200",
            "-XX:Tier3MinInvocationThreshold=100",
            "-XX:Tier3CompileThreshold=2000");

    private static final int NANOS_OF_MILLI_DIGITS = 6;

    /** The options of {@code lib/worker.options}, for where there is no application folder. */
    private static final List<String> PLAIN =
            List.of("-XX:-UsePerfData", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED");

    /** With io_uring where the machine has it. */
    public Launch(Path java, String classPath, Optional<Path> home, Duration latency, List<String> before) {
        this(java, classPath, home, latency, before, true, List.of(), false);
    }

    /** As this very JVM was started. */
    public static Launch likeThis(Duration latency) {
        return new Launch(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                absolute(System.getProperty("java.class.path")),
                Optional.ofNullable(System.getProperty("interleave.home")).map(Path::of),
                latency,
                List.of());
    }

    /** A class path whose parts hold in any folder. */
    static String absolute(String classPath) {
        // start-up: no stream, whose lambdas the JVM builds anew in each start.
        StringJoiner parts = new StringJoiner(File.pathSeparator);
        for (String part : classPath.split(File.pathSeparator)) parts.add(new File(part).getAbsolutePath());
        return parts.toString();
    }

    /**
     * The same with each child in a session of its own. The kernel shares a CPU among sessions before it does among
     * threads ({@code man 7 sched}, autogroup), so a run of many threads does not take the parent's share of it. That
     * share, not the wait for a wake-up, is what an answer to a key needs: shorter time slices gained nothing. Where
     * autogroup is off, or this process is in a CPU cgroup, all threads stay equals. A terminal's signals reach the
     * parent alone. Where no folder of PATH has the program {@code setsid}, it is {@link #deaf} instead.
     */
    public Launch apart(String path) {
        return SearchPath.find(path, "setsid")
                .map(setsid -> new Launch(
                        java, classPath, home, latency, List.of(setsid.toString()), rings, helperCpus, early))
                .orElseGet(this::deaf);
    }

    /**
     * The same with children that never hear what a terminal, {@code timeout} or a service manager sends to all of a
     * group (SIGINT, SIGHUP, SIGTERM), not even while they start: what those mean is the parent's to say. ^Z stops them
     * with it, since they stay in its session.
     */
    public Launch deaf() {
        return new Launch(java, classPath, home, latency, DEAF, rings, helperCpus, early);
    }

    /** The same with event loops over epoll or NIO, all alike, because there is no io_uring for all of them. */
    public Launch withoutRings() {
        return new Launch(java, classPath, home, latency, before, false, helperCpus, early);
    }

    /** The same with the HTTP service and clients on those CPUs alone. */
    public Launch withHelpersOn(List<Integer> cpus) {
        return new Launch(java, classPath, home, latency, before, rings, List.copyOf(cpus), early);
    }

    /**
     * The same with JVMs that compile what was hot in training without a profile of their own, and from 200 calls on as
     * the JDK has it, and whose frames tell what the compilers took. The first task comes later, and the last
     * compilation of note seconds sooner: for who measures.
     */
    public Launch eager() {
        return new Launch(java, classPath, home, latency, before, rings, helperCpus, true);
    }

    /** The same with an HTTP service that waits for so long before it answers. */
    public Launch withLatency(Duration other) {
        return new Launch(java, classPath, home, other, before, rings, helperCpus, early);
    }

    /** The same for a run; one of many tasks in flight whose JVM nobody has set up has a frugal collector. */
    List<String> worker(RunSpec spec) {
        ProcessOptions asked = spec.process();
        boolean many = spec.load() instanceof Load.Closed(int concurrency) && concurrency >= MANY;
        if (!many || !asked.jvm().isEmpty()) return worker(asked);
        return worker(new ProcessOptions(FOR_MANY, asked.heapBytes(), asked.cpus(), asked.nice()));
    }

    /** The programs {@code setsid}, {@code nice} and {@code taskset} become the worker: it keeps their process id. */
    List<String> worker(ProcessOptions options) {
        List<String> command = new ArrayList<>(before);
        // It adds to the niceness that it finds.
        if (options.nice().isPresent())
            command.addAll(List.of(
                    "nice", "-n", String.valueOf(options.nice().getAsInt() - new ProcessStat(PROC).niceness())));
        command.addAll(onlyOn(options.cpus()));
        List<String> jvm = new ArrayList<>();
        options.heapBytes().ifPresent(bytes -> jvm.add("-Xmx" + bytes));
        jvm.addAll(options.jvm());
        command.addAll(command(WORKER, jvm));
        return List.copyOf(command);
    }

    /** The client of a run that serves. */
    List<String> client() {
        return worker(new ProcessOptions(List.of(), OptionalLong.empty(), helperCpus, OptionalInt.empty()));
    }

    private static List<String> onlyOn(List<Integer> cpus) {
        return cpus.isEmpty() ? List.of() : List.of("taskset", "-c", CpuSet.text(cpus));
    }

    List<String> service() {
        List<String> command = new ArrayList<>(before);
        command.addAll(onlyOn(helperCpus));
        command.addAll(command(SERVICE, List.of()));
        command.add("--latency-ms");
        command.add(milliseconds(latency));
        return List.copyOf(command);
    }

    /**
     * The guard of a command of the user's.
     *
     * @param cpus the only ones that the command may use; empty: all
     * @param arguments of the guard
     */
    List<String> guard(List<Integer> cpus, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        command.addAll(onlyOn(cpus));
        command.addAll(command(GUARD, SMALL));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    private List<String> command(String main, List<String> jvm) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        home.ifPresentOrElse(folder -> addHome(command, folder), () -> command.addAll(PLAIN));
        if (early && home.isPresent()) command.addAll(EAGER);
        if (!rings) command.add("-Dinterleave.rings=false");
        command.addAll(jvm);
        // Standard output carries messages alone: what the JVM itself has to say goes to standard error.
        command.add("-XX:+DisplayVMOutputToStderr");
        // A crash's report goes there too, and so to the log; no file and no core is left in the folder it works in.
        command.add("-XX:+ErrorFileToStderr");
        command.add("-XX:-CreateCoredumpOnCrash");
        command.add("-cp");
        command.add(classPath);
        command.add(main);
        return command;
    }

    private static void addHome(List<String> command, Path home) {
        command.add("@" + home.resolve("lib/worker.options"));
        if (Jars.sound(home.resolve("lib"))) command.add("-XX:AOTCache=" + home.resolve("lib/worker.aot"));
        command.add("-Dinterleave.home=" + home);
        command.add("-Djava.library.path=" + home.resolve("lib/native"));
    }

    private static String milliseconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), NANOS_OF_MILLI_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
