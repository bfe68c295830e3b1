package interleave.run;

import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.metric.Reading;

/**
 * The numbers of a {@link RunSample}, each under the name that it has on the wire. A worker puts them in, metrics are
 * made of them, and nothing between the two lists them again.
 */
public enum SampleField {
    /** The number of the frame, from 0 on. */
    SEQUENCE("sequence", Kind.MARK),
    /** The worker's {@code System.nanoTime()} (CLOCK_MONOTONIC). */
    NANOS("nanos", Kind.COUNTER),
    /**
     * The time for which the worker stood still since it began: stopped or frozen, or its virtual machine was. What is
     * shorter than half a second counts as time.
     */
    PAUSED_NANOS("paused_nanos", Kind.MARK),
    STARTED("started", Kind.COUNTER),
    COMPLETED("completed", Kind.COUNTER),
    /** Tasks whose failure reached the one who had started them, in the model's own idiom. */
    FAILED("failed", Kind.COUNTER),
    /** Of the completed tasks, those whose result was found right. */
    VERIFIED("verified", Kind.COUNTER),
    /** Tasks cut off at the end of the run. */
    CANCELLED("cancelled", Kind.COUNTER),
    /**
     * Failures that were raised on purpose: where it differs from {@link #FAILED} at rest, some vanished or others
     * came.
     */
    RAISED("raised", Kind.COUNTER),
    /** Tasks started or queued, and not ended. */
    IN_FLIGHT("in_flight", Kind.STATE),
    IN_FLIGHT_PEAK("in_flight_peak", IN_FLIGHT),

    /** {@code getrusage(RUSAGE_SELF)}: all threads of the worker, ended ones included; so are the next five. */
    USER_US("user_us", Kind.COUNTER),
    SYSTEM_US("system_us", Kind.COUNTER),
    VOLUNTARY("voluntary", Kind.COUNTER),
    INVOLUNTARY("involuntary", Kind.COUNTER),
    /** Page faults that took no input, as of memory that is touched for the first time or filled ahead on request. */
    MINOR_FAULTS("minor_faults", Kind.COUNTER),
    /** Page faults that waited for a disk. */
    MAJOR_FAULTS("major_faults", Kind.COUNTER),

    /**
     * The CPU time of the JVM's compilers, C1 and C2, in the instant of {@link #USER_US}, which it is part of; a
     * compiler's thread that has ended meanwhile is missing in it.
     */
    COMPILER_NANOS("compiler_nanos", Kind.COUNTER, Teller.COMPILERS),

    /** Kernel threads, from {@code /proc/self/status}. */
    OS_THREADS("os_threads", Kind.STATE),
    /** VmRSS of {@code /proc/self/status}. */
    RESIDENT_BYTES("resident_bytes", Kind.STATE),
    /** VmHWM of {@code /proc/self/status}. */
    RESIDENT_PEAK_BYTES("resident_peak_bytes", RESIDENT_BYTES),
    HEAP_BYTES("heap_bytes", Kind.STATE),
    /** Of all collectors, elapsed. */
    GC_MILLIS("gc_ms", Kind.COUNTER, Teller.COLLECTORS),

    /** Starts whose time has come, since the load was first open. */
    OFFERED("offered", Kind.COUNTER, Teller.PLAN),
    /** Of those, the ones that were left out because too many tasks were in flight. */
    DROPPED("dropped", Kind.COUNTER, Teller.PLAN),
    /** By how much the next start is overdue. */
    BEHIND_NANOS("behind_nanos", Kind.STATE, Teller.PLAN),
    /** {@code getrusage(RUSAGE_THREAD)} of the threads that kept the plan: part of the worker's own. */
    PLAN_CPU_US("plan_cpu_us", Kind.COUNTER, Teller.PLAN_THREAD),
    /** The same of their switches. */
    PLAN_SWITCHES("plan_switches", Kind.COUNTER, Teller.PLAN_THREAD),
    /** The mean of the planned gaps between starts, where these are at random. */
    RANDOM_GAP_NANOS("random_gap_nanos", Kind.STATE, Teller.RANDOM),

    /** Virtual threads alive, as counted by the worker's own thread factory. */
    VIRTUAL_THREADS("virtual_threads", Kind.STATE, Teller.CARRIERS),
    /** {@code jdk.management.VirtualThreadSchedulerMXBean}, as the next three: the carriers that there are to be. */
    PARALLELISM("parallelism", Kind.STATE, Teller.CARRIERS),
    /**
     * OS threads that carry, those included that the JDK brought up for a while in place of one that is held in native
     * code, as by a read past the page cache.
     */
    CARRIERS("carriers", Kind.STATE, Teller.CARRIERS),
    /**
     * Virtual threads on a carrier, as the JVM estimates; leaves out those that are held in native code and made up
     * for, so it can be 0 where 16 of them are: {@link #CARRIERS} tells these.
     */
    MOUNTED("mounted", Kind.STATE, Teller.CARRIERS),
    /** Virtual threads that wait for a carrier, as the JVM estimates. */
    QUEUED("queued", Kind.STATE, Teller.CARRIERS);

    /** The ways in which a number changes. */
    enum Kind {
        /** It only grows. A window leaves out by how much it grew while the worker stood still. */
        COUNTER,
        /** It goes up and down. A window keeps the most of it. */
        STATE,
        /** The most that a state ever was, where the worker knows better than its frames. */
        PEAK,
        /** It says which frame this is. */
        MARK
    }

    /** The sources of numbers that a frame may lack, and what it means where it does. */
    enum Teller {
        WORKER(Reading.WARMING_UP, false),
        /** Only a worker that is to compare costs looks at them. */
        COMPILERS(Reading.absent(UNSUPPORTED, "the compilers were not looked at"), false),
        /** The beans are opened after the first task. */
        COLLECTORS(Reading.WARMING_UP, false),
        /** A run begins with one task before its load is open: until then nothing was offered. */
        PLAN(Reading.absent(UNSUPPORTED, "a closed load has no plan"), true),
        PLAN_THREAD(Reading.absent(UNSUPPORTED, "no plan, or one that an event loop keeps"), true),
        RANDOM(Reading.absent(UNSUPPORTED, "no starts at random (Poisson)"), false),
        CARRIERS(Reading.absent(UNSUPPORTED, "no virtual threads here"), true);

        final Reading untold;

        /** True if a counter that is not told yet has counted nothing. */
        final boolean fromZero;

        Teller(Reading untold, boolean fromZero) {
            this.untold = untold;
            this.fromZero = fromZero;
        }
    }

    /** On the wire. */
    public final String key;

    final Kind kind;
    final Teller teller;

    /** The state that it is the peak of; of others, itself. */
    final SampleField state;

    SampleField(String key, Kind kind) {
        this(key, kind, Teller.WORKER);
    }

    SampleField(String key, Kind kind, Teller teller) {
        this.key = key;
        this.kind = kind;
        this.teller = teller;
        this.state = this;
    }

    SampleField(String key, SampleField state) {
        this.key = key;
        this.kind = Kind.PEAK;
        this.teller = state.teller;
        this.state = state;
    }

    /** True if each frame has it. */
    public boolean always() {
        return teller == Teller.WORKER;
    }
}
