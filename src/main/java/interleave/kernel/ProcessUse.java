package interleave.kernel;

/** Page faults without a disk and with one, and CPU time, of one process or several. */
public record ProcessUse(long minorFaults, long majorFaults, long cpuNanos) {
    static final ProcessUse NOTHING = new ProcessUse(0, 0, 0);

    ProcessUse plus(ProcessUse more) {
        return new ProcessUse(minorFaults + more.minorFaults, majorFaults + more.majorFaults, cpuNanos + more.cpuNanos);
    }

    ProcessUse minus(ProcessUse less) {
        return new ProcessUse(minorFaults - less.minorFaults, majorFaults - less.majorFaults, cpuNanos - less.cpuNanos);
    }

    ProcessUse atLeast(ProcessUse other) {
        return new ProcessUse(
                Math.max(minorFaults, other.minorFaults),
                Math.max(majorFaults, other.majorFaults),
                Math.max(cpuNanos, other.cpuNanos));
    }
}
