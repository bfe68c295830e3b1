package interleave.cli;

import interleave.kernel.CoreSiblings;
import interleave.kernel.CpuSet;
import interleave.lab.Place;
import interleave.supervisor.SearchPath;
import java.nio.file.Path;
import java.util.SortedSet;

/**
 * The CPUs that processes can be bound to here: those that this one may use and that are online. A virtual machine's
 * mask often has a hundred that are not.
 *
 * @param sys where the kernel tells which of them share a core
 * @param path the folders that may have the program that binds
 */
record UsableCpus(SortedSet<Integer> all, Path sys, String path) {
    static UsableCpus here() {
        return of(Path.of("/proc"), Path.of("/sys"), SearchPath.ofThisProcess());
    }

    static UsableCpus of(Path proc, Path sys, String path) {
        return new UsableCpus(CpuSet.usable(proc, sys), sys, path);
    }

    /** True if each of two sides can have some of its own. */
    boolean several() {
        return all.size() > 1;
    }

    /** True if they can be given out: there are two, and the program that does it. */
    boolean placeable() {
        return several() && SearchPath.find(path, "taskset").isPresent();
    }

    Place.Sides sides(Place place) {
        return place.sides(CoreSiblings.cores(all, sys));
    }
}
