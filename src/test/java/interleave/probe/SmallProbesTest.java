package interleave.probe;

import static interleave.metric.HostMetrics.PRESSURE_CPU;
import static interleave.metric.HostMetrics.PRESSURE_CPU_NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.kernel.CpuList;
import interleave.kernel.Cursor;
import interleave.kernel.ProcFile;
import interleave.kernel.Unreadable;
import interleave.metric.HostIdentity;
import interleave.metric.HostMetrics;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallProbesTest {
    private static final String PRESSURE = """
        some avg10=12.05 avg60=1.58 avg300=1.52 total=42703086
        full avg10=0.00 avg60=0.00 avg300=0.00 total=0
        """;

    @TempDir
    Path folder;

    @Test
    void threadsAreBehindTheSlash() throws IOException {
        assertEquals(90, ThreadsProbe.parse(Cursor.of("loadavg", "0.17 0.13 0.15 1/90 10736\n")));
        assertThrows(IOException.class, () -> ThreadsProbe.parse(Cursor.of("loadavg", "0.17 0.13\n")));
    }

    @Test
    void pressureHasAMeanInHundredthsAndATotal() throws IOException {
        assertEquals(new PressureProbe.Sample(1205, 42_703_086), PressureProbe.parse(Cursor.of("cpu", PRESSURE)));
        assertThrows(IOException.class, () -> PressureProbe.parse(Cursor.of("cpu", "some avg10=12")));
    }

    @Test
    void pressureOfTheIntervalIsTheTotalsShareOfTheTime() {
        PressureProbe probe = new PressureProbe(folder, "cpu", PRESSURE_CPU, PRESSURE_CPU_NOW);
        Optional<PressureProbe.Sample> before = Optional.of(new PressureProbe.Sample(0, 1_000_000));
        ProbeReadings quarter = probe.derive(before, new PressureProbe.Sample(1205, 1_250_000), 1_000_000_000);
        assertEquals(Reading.of(25), quarter.values().get(PRESSURE_CPU_NOW));
        assertEquals(Reading.of(12.05), quarter.values().get(PRESSURE_CPU));
        ProbeReadings whole = probe.derive(before, new PressureProbe.Sample(0, 2_000_100), 1_000_000_000);
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

    @Test
    void cpuListsAreCounted() {
        assertEquals(Set.of(0, 1, 2, 3, 8, 10, 11), CpuList.parse("0-3,8,10-11\n"));
        assertEquals(Set.of(5), CpuList.parse("5"));
        assertEquals(Set.of(), CpuList.parse(""));
    }

    /** It may be a limit on open files as well as a permission. */
    @Test
    void aFileThatCannotBeOpenedSaysWhy() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a (job)"));
        try (ProcFile file = new ProcFile(odd)) {
            assertEquals(
                    odd + " cannot be opened: Is a directory",
                    assertThrows(IOException.class, file::read).getMessage());
        }
    }

    @Test
    void aFileIsReadAnewAndGrowsTheBuffer() throws IOException {
        Tree tree = new Tree(folder).with("proc/stat", "1 \n");
        try (ProcFile file = new ProcFile(tree.proc().resolve("stat"))) {
            assertEquals(1, file.read().number());
            tree.with("proc/stat", " ".repeat(10_000) + "22\n");
            assertEquals(22, file.read().number());
        }
    }
}
