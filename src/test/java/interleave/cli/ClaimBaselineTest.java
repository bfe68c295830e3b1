package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that are given as an earlier lab. */
class ClaimBaselineTest {
    private static final String SETUP = "{\"type\":\"setup\",\"version\":1,\"command\":\"lab\"}";
    private static final String CLAIM = "{\"type\":\"claim\",\"claim\":\"threads-use-cores\",\"verdict\":\"REFUTED\"}";
    private static final String SIDE = "{\"type\":\"side\",\"claim\":\"threads-use-cores\",\"setting\":\"one\"}";
    private static final String SUMMARY = "{\"type\":\"summary\"}";

    private static String unusable(String... lines) {
        return assertThrows(Baseline.Unusable.class, () -> ClaimBaseline.parse(List.of(lines)))
                .getMessage();
    }

    @Test
    void itHasTheVerdicts() throws Exception {
        assertEquals(Map.of("threads-use-cores", "REFUTED"), ClaimBaseline.parse(List.of(SETUP, CLAIM, SIDE, SUMMARY)));
    }

    @Test
    void oneOfAnotherVersionIsRefused() {
        assertEquals(
                "is of version 2; must be of version 1: measure it again",
                unusable(SETUP.replace("\"version\":1", "\"version\":2"), CLAIM, SUMMARY));
    }

    @Test
    void oneThatIsCutOffIsRefused() {
        assertEquals("is cut off: line 2, the last one, is no summary", unusable(SETUP, CLAIM));
        assertEquals("is empty; must be what lab --format json printed", unusable());
        assertEquals("has no claim that was finished; measure it again", unusable(SETUP, SUMMARY));
    }

    @Test
    void anotherFileIsRefused() {
        String words = "line 1 is no setup of a lab; the file must be what lab --format json printed";
        assertEquals(words, unusable(SETUP.replace("\"lab\"", "\"compare\""), SUMMARY));
        assertEquals(words, unusable(SUMMARY));
        assertEquals(
                "line 2 is no JSON object; the file must be what lab --format json printed",
                unusable(SETUP, "{\"type\":", SUMMARY));
    }
}
