package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.probe.Texts;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelStatTest {
    @Test
    void groupsTheColumnsAndCountsGuestsOnce() throws IOException {
        KernelStat stat = parse(Texts.TWO_CORES);
        assertEquals(
                new CpuTicks(11_233, 3060, 34, 1065, 89, 152_466), stat.cpus().get(0));
        assertEquals(Set.of(0, 1), stat.cpus().keySet());
        assertTrue(stat.knowsSteal());
    }

    @Test
    void takesTheFirstNumberOfEachCounter() throws IOException {
        KernelStat stat = parse(Texts.TWO_CORES);
        assertEquals(OptionalLong.of(394_996), stat.counter("intr"));
        assertEquals(OptionalLong.of(740_983), stat.counter("ctxt"));
        assertEquals(OptionalLong.of(10_736), stat.counter("processes"));
        assertEquals(OptionalLong.of(2), stat.counter("procs_running"));
        assertEquals(OptionalLong.of(1), stat.counter("procs_blocked"));
    }

    @Test
    void anOldKernelDoesNotKnowSteal() throws IOException {
        KernelStat stat = parse(Texts.SEVEN_COLUMNS);
        assertFalse(stat.knowsSteal());
        assertEquals(new CpuTicks(1010, 200, 10, 0, 30, 5000), stat.cpus().get(0));
    }

    @Test
    void keepsTheKernelsNumbersOfCpusWhereSomeAreOffline() throws IOException {
        KernelStat stat = parse(Texts.cores(64, 3, 100, 900));
        assertEquals(64 - 21, stat.cpus().size());
        assertFalse(stat.cpus().containsKey(3));
        assertEquals(63 / 3 * 3 - 1, stat.cpus().headMap(63).lastKey());
    }

    @Test
    void aMissingLineIsAMissingCounter() throws IOException {
        KernelStat stat = parse("cpu0 1 2 3 4 5 6 7 8 9 10\nintr 5\n");
        assertEquals(OptionalLong.empty(), stat.counter("ctxt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cpu  1 2 3 4 5 6 7 8 9 10\n",
                "cpu0 1 2 3 4\n",
                "cpu0 1 2 3 4 5 6 7 8 9 10\nctxt",
                "cpu0 1 2 3 4 5 6 7 8 9 10\nctxt 12",
                "cpu0 1 2 3 4 5 6 7 1",
                "cpu0 one two\n"
            })
    void refusesWhatIsCutOffOrNoStatInOneSentence(String text) {
        IOException refusal = assertThrows(IOException.class, () -> parse(text));
        assertTrue(refusal.getMessage().startsWith("stat is not as expected: "), refusal.getMessage());
    }

    private static KernelStat parse(String text) throws IOException {
        return KernelStat.parse(Cursor.of("stat", text));
    }
}
