package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallFilesTest {
    private static final Path PROC = Path.of("/proc");

    private static final String PRESSURE = """
        some avg10=12.05 avg60=1.58 avg300=1.52 total=42703086
        full avg10=0.00 avg60=0.00 avg300=0.00 total=0
        """;

    @TempDir
    Path folder;

    @Test
    void loadsAreInHundredthsAndThreadsBehindTheSlash() throws IOException {
        assertEquals(
                new LoadAverage.Sample(17, 1203, 5, 90),
                LoadAverage.parse(Cursor.of("loadavg", "0.17 12.03 0.05 1/90 10736\n")));
        for (String cut : List.of("0.17 0.13\n", "0 1 2 1/90 1\n", "0.17 0.13 0.15 90\n", "0.17 0.13 0.15 1/9"))
            assertThrows(IOException.class, () -> LoadAverage.parse(Cursor.of("loadavg", cut)), cut);
    }

    @Test
    void memoryIsInKibibytes() throws IOException {
        String text = "MemTotal:        4013616 kB\nMemFree:         1000000 kB\nMemAvailable:    2000000 kB\n";
        assertEquals(new MemInfo.Sample(4013616L * 1024, 2_048_000_000), MemInfo.parse(Cursor.of("meminfo", text)));
        assertThrows(IOException.class, () -> MemInfo.parse(Cursor.of("meminfo", "MemTotal: 1 kB\n")));
    }

    @Test
    void pressureHasAMeanInHundredthsAndATotal() throws IOException {
        assertEquals(new Pressure.Sample(1205, 42_703_086), Pressure.parse(Cursor.of("cpu", PRESSURE)));
        assertThrows(IOException.class, () -> Pressure.parse(Cursor.of("cpu", "some avg10=12")));
    }

    @Test
    void setsOfCpusAreReadAndWritten() {
        assertEquals(Optional.of(new TreeSet<>(List.of(0, 1, 2, 3, 8, 10, 11))), CpuSet.parse("0-3,8,10-11\n"));
        assertEquals(Optional.of(new TreeSet<>(List.of(5))), CpuSet.parse("5"));
        assertEquals(Optional.of(new TreeSet<>(List.of(0, 2, 4))), CpuSet.parse("4,2,0,4"));
        assertEquals("0-3,8,10-11", CpuSet.text(List.of(11, 10, 8, 3, 2, 1, 0)));
        assertEquals("", CpuSet.text(List.of()));
    }

    /** A CPU that is offline stays in a process's mask, and no program can be bound to it. */
    @Test
    void aCpuThatIsOfflineCannotBeUsed(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("self"));
        Files.createDirectories(folder.resolve("devices/system/cpu"));
        Files.writeString(folder.resolve("self/status"), "Cpus_allowed_list:\t0-2\n");
        assertEquals(List.of(0, 1, 2), List.copyOf(CpuSet.usable(folder, folder)));
        Files.writeString(folder.resolve("devices/system/cpu/online"), "0,2-3\n");
        assertEquals(List.of(0, 2), List.copyOf(CpuSet.usable(folder, folder)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1-", "-1", "3-1", "0,,1", "12345", "1 2", "0x1"})
    void whatIsNoSetOfCpusIsNone(String text) {
        assertEquals(Optional.empty(), CpuSet.parse(text));
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
        Path path = Files.writeString(folder.resolve("stat"), "1 \n");
        try (ProcFile file = new ProcFile(path)) {
            assertEquals(1, file.read().number());
            Files.writeString(path, " ".repeat(10_000) + "22\n");
            assertEquals(22, file.read().number());
        }
    }

    /** The name of a process may hold what looks like the end of the field. */
    @Test
    void timeAndNicenessStandBehindTheName() throws IOException {
        Path self = Files.createDirectory(folder.resolve("self"));
        Files.writeString(self.resolve("stat"), "10 (a) b) S 1 10 10 0 -1 4194304 1 2 3 4 3 2 9 9 39 -19 2 0 55\n");
        assertEquals(50_000_000, new ProcessStat(folder).cpuNanos());
        assertEquals(-19, new ProcessStat(folder).niceness());
        Files.writeString(self.resolve("stat"), "10 (java) S 1 10 10 0 -1 4194304 1 2 3 4 3 2 9 9 20 5 2 0 55\n");
        assertEquals(5, new ProcessStat(folder).niceness());
        assertEquals(0, new ProcessStat(folder.resolve("none")).niceness());
    }

    @Test
    void softLimitsAreTheFirstOfTheirLines() {
        String limits = """
            Limit                     Soft Limit           Hard Limit           Units
            Max open files            1024                 524288               files
            Max address space         unlimited            unlimited            bytes
            Max data size             18446744073709551614 unlimited            bytes
            """;
        assertEquals(OptionalLong.of(1024), ResourceLimits.soft(limits, ResourceLimits.OPEN_FILES));
        assertEquals(OptionalLong.empty(), ResourceLimits.soft(limits, ResourceLimits.ADDRESS_SPACE));
        assertEquals(OptionalLong.empty(), ResourceLimits.soft(limits, ResourceLimits.PROCESSES));
        assertTrue(ResourceLimits.soft(limits, ResourceLimits.DATA_SIZE).getAsLong() > 1L << 50);
    }

    @Test
    void anOpenFileHasADescriptor() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));
        assertThrows(IOException.class, () -> Descriptors.of(PROC, file));
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Path descriptor = Descriptors.of(PROC, file);
            assertEquals(file.toRealPath(), Files.readSymbolicLink(descriptor));
            assertFalse(Descriptors.isTerminal(PROC, Descriptors.number(descriptor)));
            assertTrue(open.isOpen());
        }
        assertFalse(Descriptors.isTerminal(PROC, 1_000_000));
    }
}
