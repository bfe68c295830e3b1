package interleave.worker;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.Transport;
import interleave.spec.Workload;
import interleave.task.Unable;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OptionEffectsTest {
    private static final long MEBI = 1 << 20;
    private static final OptionEffects HAD = new OptionEffects(0, List.of(0, 1), 62 * MEBI);
    private static final RunSpec RUN = RunSpec.of(new Workload("http", "event-loop"), new Load.Closed(1));

    private static ProcessOptions nice(int nice) {
        return new ProcessOptions(List.of(), OptionalLong.empty(), List.of(), OptionalInt.of(nice));
    }

    private static ProcessOptions cpus(Integer... cpus) {
        return new ProcessOptions(List.of(), OptionalLong.empty(), List.of(cpus), OptionalInt.empty());
    }

    private static ProcessOptions heap(long mebi) {
        return new ProcessOptions(List.of(), OptionalLong.of(mebi * MEBI), List.of(), OptionalInt.empty());
    }

    private static void assertRefused(String words, Executable check) {
        assertEquals(words, assertThrows(Unable.class, check).getMessage());
    }

    @Test
    void whatWasHadIsNotSpokenOf() {
        for (ProcessOptions asked : List.of(ProcessOptions.NONE, nice(0), cpus(1, 0), heap(64)))
            assertDoesNotThrow(() -> HAD.check(asked));
    }

    @Test
    void aNicenessThatWasNotGivenIsAFailure() {
        assertRefused(
                "niceness -5 was asked for, and it has 0: to lower it takes the right to (root, CAP_SYS_NICE, or"
                        + " ulimit -e)",
                () -> HAD.check(nice(-5)));
    }

    @Test
    void otherCpusAreAFailure() {
        assertRefused(
                "the CPUs 1-2 were asked for, and it may use 0-1: a cpuset or a container allows no others",
                () -> HAD.check(cpus(1, 2)));
    }

    @Test
    void anotherHeapIsAFailure() {
        assertRefused(
                "a heap of 256 MiB was asked for, and it has one of 62 MiB: --jvm-options ask for another",
                () -> HAD.check(heap(256)));
    }

    @Test
    void anotherTransportIsAFailure() {
        assertDoesNotThrow(() -> OptionEffects.check(RUN, "nio"));
        assertDoesNotThrow(() -> OptionEffects.check(RUN.with(Transport.NIO), "nio"));
        assertRefused(
                "the transport epoll was asked for, and it has nio",
                () -> OptionEffects.check(RUN.with(Transport.EPOLL), "nio"));
    }

    /** That of this very JVM: nobody has asked for so many. */
    @Test
    void otherCarriersAreAFailure() {
        assertDoesNotThrow(() -> OptionEffects.checkCarriers(RUN));
        assertThrows(Unable.class, () -> OptionEffects.checkCarriers(RUN.with(Knob.CARRIERS, 250)));
    }

    /** The kernel's view of it, which is as the test was started. */
    @Test
    void thisProcessHasWhatItHas() {
        OptionEffects here = OptionEffects.ofThisProcess();
        assertEquals(Runtime.getRuntime().availableProcessors(), here.cpus().size());
        assertDoesNotThrow(() -> here.check(nice(here.nice())));
        assertThrows(Unable.class, () -> here.check(nice(here.nice() + 1)));
    }
}
