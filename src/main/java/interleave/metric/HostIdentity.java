package interleave.metric;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The facts of the machine that stay true while the monitor runs. Each part is empty until it is known, or when it
 * cannot be.
 *
 * @param kernel name and release: {@code Linux 6.12.1}
 * @param physicalCores cores that do not share execution units with each other
 * @param logicalCores CPUs as the kernel counts them, hardware threads, that are online: it follows a change
 */
public record HostIdentity(
        Optional<String> hostName,
        Optional<String> kernel,
        Optional<String> cpuModel,
        OptionalInt physicalCores,
        OptionalInt logicalCores) {
    public static final HostIdentity UNKNOWN = new HostIdentity(
            Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty());

    /** The same with the number of CPUs that are online now. */
    public HostIdentity online(int cpus) {
        return new HostIdentity(hostName, kernel, cpuModel, physicalCores, OptionalInt.of(cpus));
    }

    /** These facts, and from {@code other} those that are not known here. */
    public HostIdentity or(HostIdentity other) {
        return new HostIdentity(
                hostName.or(other::hostName),
                kernel.or(other::kernel),
                cpuModel.or(other::cpuModel),
                physicalCores.isPresent() ? physicalCores : other.physicalCores,
                logicalCores.isPresent() ? logicalCores : other.logicalCores);
    }
}
