package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.WorkloadInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RunSettingsTest {
    private static RunSettings of(String candidate) {
        Candidate typed = new Candidate.Converter().convert(candidate);
        return RunSettings.of(typed.apply(RunSpec.of(typed.info().workload(), new Load.Closed(64))), List.of());
    }

    private static Optional<String> difference(String then, String now) {
        WorkloadInfo info = new Candidate.Converter().convert(now).info();
        return of(then).differenceFrom(of(now), info);
    }

    private static final RunSettings ALL = RunSettings.of(
            new RunSpec(
                    new Candidate.Converter().convert("http/pool").info().workload(),
                    new Load.Closed(64),
                    Map.of(Knob.POOL, 64L, Knob.WORK, 200L),
                    0.0025,
                    1,
                    new ProcessOptions(
                            List.of("-Xss256k", "-Xlog:gc=debug,safepoint"),
                            OptionalLong.of(64 << 20),
                            List.of(7),
                            OptionalInt.of(5))),
            List.of(0, 1));

    @Test
    void whatWasAskedForIsKeptAsItIsTyped() {
        String text = "pool=64 work=200us failure-rate=0.25% heap=64m cpus=0-1 nice=5"
                + " jvm-options=-Xss256k -Xlog:gc=debug,safepoint";
        assertEquals(Optional.of(text), ALL.text());
        assertEquals(ALL, RunSettings.parse(text));
        assertEquals(Optional.empty(), of("http/pool").text());
        assertEquals(of("http/pool"), RunSettings.parse(""));
    }

    @Test
    void aDifferenceNamesTheSettingsThatDiffer() {
        assertEquals(
                Optional.of("pool=256, and this is with pool=64"),
                difference("http/pool:pool=256,work=1ms", "http/pool:pool=64,work=1ms"));
        assertEquals(Optional.empty(), difference("http/pool:pool=256", "http/pool:pool=256"));
        String heap = ALL.differenceFrom(
                        RunSettings.parse("pool=64 work=200us failure-rate=0.25% nice=5"),
                        new Candidate.Converter().convert("http/pool").info())
                .orElseThrow();
        assertTrue(heap.endsWith("and this is with the usual cpus, the usual heap, the usual jvm-options"), heap);
    }

    /** Whoever gives a setting the value that it has anyway measures the same. */
    @Test
    void whatIsUsualIsNoDifference() {
        assertEquals(Optional.empty(), difference("http/pool", "http/pool:pool=64"));
        assertEquals(
                Optional.of("latency=20ms, and this is with latency=5ms"),
                difference("http/pool", "http/pool:latency=5ms"));
    }
}
