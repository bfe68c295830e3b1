package interleave.probe;

import static interleave.metric.HostMetrics.PRESSURE_CPU;
import static interleave.metric.HostMetrics.PRESSURE_CPU_NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.kernel.Pressure;
import interleave.kernel.Unreadable;
import interleave.metric.HostIdentity;
import interleave.metric.HostMetrics;
import interleave.metric.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallProbesTest {
    @TempDir
    Path folder;

    @Test
    void pressureOfTheIntervalIsTheTotalsShareOfTheTime() {
        PressureProbe probe = new PressureProbe(folder, "cpu", PRESSURE_CPU, PRESSURE_CPU_NOW);
        Optional<Pressure.Sample> before = Optional.of(new Pressure.Sample(0, 1_000_000));
        ProbeReadings quarter = probe.derive(before, new Pressure.Sample(1205, 1_250_000), 1_000_000_000);
        assertEquals(Reading.of(25), quarter.values().get(PRESSURE_CPU_NOW));
        assertEquals(Reading.of(12.05), quarter.values().get(PRESSURE_CPU));
        ProbeReadings whole = probe.derive(before, new Pressure.Sample(0, 2_000_100), 1_000_000_000);
        assertEquals(Reading.of(100), whole.values().get(PRESSURE_CPU_NOW));
    }

    @Test
    void withoutPressureInformationTheMachineDoesNotHaveIt() {
        PressureProbe probe = new PressureProbe(folder, "cpu", PRESSURE_CPU, PRESSURE_CPU_NOW);
        assertTrue(assertThrows(Unreadable.class, probe::read).missing());
    }

    @Test
    void identityTakesWhatIsThere() {
        Tree tree = new Tree(folder)
                .with("proc/sys/kernel/hostname", "build-7\n")
                .with("proc/sys/kernel/osrelease", "6.12.1\n")
                .with(
                        "proc/cpuinfo",
                        "processor\t: 0\nvendor_id\t: AuthenticAMD\nmodel name\t: AMD EPYC: 9\nstepping\t: 1\n");
        HostIdentity identity = new IdentityProbe(tree.proc()).read();
        assertEquals(Optional.of("build-7"), identity.hostName());
        assertEquals(Optional.of("Linux 6.12.1"), identity.kernel());
        assertEquals(Optional.of("AMD EPYC: 9"), identity.cpuModel());
        assertEquals(OptionalInt.empty(), identity.logicalCores());
        assertEquals(HostIdentity.UNKNOWN, new IdentityProbe(folder.resolve("none")).read());
    }

    /** OSHI says 0 of what it cannot read, and less than 0 of loads that the system does not keep. */
    @Test
    void whatOshiCouldNotReadIsMissing() {
        OshiProbe probe = new OshiProbe(
                () -> {
                    throw new AssertionError();
                },
                () -> 0);
        var nothing = new OshiProbe.Sample(0, 0, 0, List.of(-1.0, -1.0, -1.0), 0, HostIdentity.UNKNOWN);
        ProbeReadings part = probe.derive(Optional.empty(), nothing, 0);
        probe.metrics().forEach(metric -> assertFalse(part.values().get(metric).present(), metric.name()));
        var some = new OshiProbe.Sample(0, 300, 1000, List.of(0.0, 0.1, 0.2), 60, HostIdentity.UNKNOWN);
        assertEquals(
                Reading.of(700),
                probe.derive(Optional.empty(), some, 0).values().get(HostMetrics.MEMORY_USED_BYTES));
    }
}
