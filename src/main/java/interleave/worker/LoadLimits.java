package interleave.worker;

import interleave.execution.Ceiling;
import interleave.kernel.ProcessLimits;
import interleave.kernel.ThreadLimits;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.task.Unable;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/**
 * The check of a load against what the system allows, before the load is begun: else it would be found out half way. Of
 * an open load it is known beforehand how many tasks its rate has in flight while none waits longer than the latency;
 * how many there will be while they pile up is not, so for these there is a {@link #ceiling}.
 */
record LoadLimits(ProcessLimits allowed) {
    /** Files that a worker has open besides: libraries, pipes, the loop's own. 24 were seen. */
    private static final int FILES_BESIDES = 64;

    /** Threads of the JVM, its collectors and compilers, of the loop and the frames. 21 were seen on two cores. */
    private static final int THREADS_BESIDES = 64;

    /** A stack, and its guard pages. */
    private static final int MAPS_OF_A_THREAD = 2;

    /** Libraries, archives, heap and code. 230 were seen. */
    private static final int MAPS_BESIDES = 1000;

    private static final double NANOS = 1e9;
    private static final long MICROS_PER_MILLI = 1000;

    /** @throws Unable where the load cannot be done here: says what it takes, what is there, and what helps */
    void check(RunSpec run, Load load) throws Unable {
        Optional<LoadDemand> known = LoadDemand.of(run);
        if (known.isPresent()) check(known.get(), load, 0);
    }

    /**
     * The same of a run that is under way, and has what it has.
     *
     * @throws Unable where it cannot go on as {@code next}: says why
     */
    void checkChange(RunSpec now, RunSpec next) throws Unable {
        Optional<LoadDemand> before = LoadDemand.of(now);
        Optional<LoadDemand> after = LoadDemand.of(next);
        if (before.isEmpty() || after.isEmpty()) return;
        long had = before.get().threads(inFlight(before.get(), now.load()));
        check(after.get(), next.load(), had);
    }

    /** One task at least, however seldom they come. */
    private static long inFlight(LoadDemand demand, Load load) {
        // start-up: a switch over types is built anew by each JVM.
        return load instanceof Load.Open open
                ? Math.max(1, (long) Math.ceil(atOnce(demand, open)))
                : ((Load.Closed) load).concurrency();
    }

    private static double atOnce(LoadDemand demand, Load.Open load) {
        return load.ratePerSecond() * demand.latencyMicros() * MICROS_PER_MILLI / NANOS;
    }

    /** @param had threads that are there already */
    private void check(LoadDemand demand, Load load, long had) throws Unable {
        try {
            check(demand, inFlight(demand, load), had);
        } catch (Unable e) {
            if (!(load instanceof Load.Open open)) throw e;
            // One task at a time may take as much, as that of a large pool: then the rate does not matter.
            check(demand, 1, had);
            throw atRate(demand, open, e);
        }
    }

    private void check(LoadDemand demand, long inFlight, long had) throws Unable {
        checkFiles(demand.connections(inFlight));
        checkThreads(demand.threads(inFlight), had);
    }

    private static Unable atRate(LoadDemand demand, Load.Open load, Unable why) {
        return unable(
                "%s/s of %s ms each are %s tasks at once: %s, or lower the rate",
                text(load.ratePerSecond()),
                text((double) demand.latencyMicros() / MICROS_PER_MILLI),
                text(atOnce(demand, load)),
                why.getMessage());
    }

    /** The most tasks of an open load that may pile up here. */
    Ceiling ceiling(RunSpec run) {
        Optional<LoadDemand> known = LoadDemand.of(run);
        if (known.isEmpty()) return Ceiling.NONE;
        Ceiling lowest = Ceiling.NONE;
        if (known.get().growsConnections())
            lowest = lowest.or(
                    allowed.files() - FILES_BESIDES,
                    "connections find room in %,d open files: raise ulimit -n",
                    allowed.files());
        if (!known.get().growsThreads()) return lowest;
        for (ThreadLimits.Limit limit : allowed.threads().get())
            lowest = lowest.or(
                    limit.room() - THREADS_BESIDES,
                    "threads find room in %,d" + (" (" + limit.name() + "): " + limit.cure()).replace("%", "%%"),
                    limit.room());
        return lowest.or(
                (allowed.maps() - MAPS_BESIDES) / MAPS_OF_A_THREAD,
                "threads find room in %,d memory mappings: raise the sysctl vm.max_map_count",
                allowed.maps());
    }

    private void checkFiles(long connections) throws Unable {
        long needed = connections + FILES_BESIDES;
        if (connections > 0 && needed > allowed.files())
            throw unable(
                    "%,d connections need %,d open files, and %,d are allowed: raise ulimit -n",
                    connections, needed, allowed.files());
    }

    /** @param had threads that are there already, and have their place */
    private void checkThreads(long threads, long had) throws Unable {
        if (threads <= had) return;
        long needed = threads + THREADS_BESIDES;
        for (ThreadLimits.Limit limit : allowed.threads().get()) {
            long room = limit.room() == Long.MAX_VALUE ? limit.room() : limit.room() + had;
            if (needed > room)
                throw unable(
                        "%,d threads need room for %,d, and there is room for %,d (%s): %s",
                        threads, needed, room, limit.name(), limit.cure());
        }
        long maps = MAPS_OF_A_THREAD * threads + MAPS_BESIDES;
        if (maps > allowed.maps())
            throw unable(
                    "%,d threads need %,d memory mappings, and %,d are allowed: raise the sysctl vm.max_map_count",
                    threads, maps, allowed.maps());
    }

    private static String text(double number) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private static Unable unable(String words, Object... numbers) {
        return new Unable(String.format(Locale.ROOT, words, numbers), null);
    }
}
