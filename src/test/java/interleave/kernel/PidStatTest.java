package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidStatTest {
    @Test
    void everyNumberIsOfTheWholeProcess() throws IOException {
        PidStat stat = parse(stat(4711, "node", 'S', 11));
        assertEquals(new PidStat.Key(4711, 2131654), stat.key());
        assertEquals(2081, stat.minorFaults());
        assertEquals(3, stat.majorFaults());
        assertEquals(70_000_000, stat.cpuNanos());
        assertEquals(11, stat.threads());
        assertEquals(3425, stat.residentPages());
        assertFalse(stat.zombie() || stat.leadEnded() || stat.state().kernelThread());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a) S 1 1 1", "(", ")", "", "a\nb", "\u001b[31m", "x) R 0 0 0 0 -", "a\\b"})
    void anythingMayBeInAName(String name) throws IOException {
        PidStat stat = parse(stat(1, name, 'R', 1));
        assertEquals(name, stat.name());
        assertEquals('R', stat.state().letter());
        assertEquals(3425, stat.residentPages());
    }

    @Test
    void aNameCutInsideACharacterHidesNothing() throws IOException {
        byte[] bytes = stat(1, "Grx", 'R', 2).getBytes(StandardCharsets.ISO_8859_1);
        bytes[5] = (byte) 0xc3;
        assertEquals(2, PidStat.parse(new Cursor("stat", bytes, bytes.length)).threads());
    }

    @Test
    void aTextThatIsCutOffAnywhereIsSaidToBe() {
        String whole = stat(4711, "node (x) y", 'S', 11);
        int needed = whole.indexOf("3425 ") + 4;
        for (int length = 0; length <= needed; length++) {
            String cut = whole.substring(0, length);
            assertThrows(Unreadable.class, () -> parse(cut), cut);
        }
    }

    @Test
    void aZombieHasNoThreadLeftAndALeadThatEndedHas() throws IOException {
        assertTrue(parse(stat(1, "x", 'Z', 1)).zombie());
        assertFalse(parse(stat(1, "x", 'Z', 3)).zombie());
        assertTrue(parse(stat(1, "x", 'Z', 3)).leadEnded());
    }

    @Test
    void theKernelsOwnThreadsAreKnownByTheirFlag() throws IOException {
        String text = stat(2, "kthreadd", 'S', 1).replace("4194304", "2129984");
        assertTrue(parse(text).state().kernelThread());
    }

    /** Linux 6.18. */
    static String stat(int pid, String name, char state, int threads) {
        return pid + " (" + name + ") " + state
                + " 4712 4711 4711 34816 -1 4194304 2081 77 3 0 5 2 9 9 20 0 " + threads
                + " 0 2131654 14028800 3425 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0"
                + " 0\n";
    }

    private static PidStat parse(String text) throws IOException {
        return PidStat.parse(Cursor.of("stat", text));
    }
}
