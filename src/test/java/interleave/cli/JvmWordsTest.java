package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JvmWordsTest {
    /** The JVM would look for a class of that name, and tell by the name of an exception that there is none. */
    @Test
    void aWordThatIsNoOptionIsNamed() {
        assertEquals(
                Optional.of("64m is no option of a JVM: these begin with -, as in -Xss256k"),
                JvmWords.whyNot(List.of("-XX:+UseZGC", "64m")));
    }

    @Test
    void whatIsNoRunIsNamed() {
        assertEquals(
                Optional.of("-version has the JVM do something else than a run"),
                JvmWords.whyNot(List.of("-Xss256k", "-version")));
        assertEquals(
                Optional.of("--module=m/M has the JVM do something else than a run"),
                JvmWords.whyNot(List.of("--module=m/M")));
        assertEquals(
                Optional.of("--add-opens lacks its value, which stands behind it"),
                JvmWords.whyNot(List.of("--add-opens")));
    }

    @Test
    void optionsAndTheirValuesAreTaken() {
        List<String> words = List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED", "-showversion", "@file", "-ea");
        assertEquals(Optional.empty(), JvmWords.whyNot(words));
        assertEquals(Optional.empty(), JvmWords.whyNot(List.of("--enable-native-access", "ALL-UNNAMED")));
        assertEquals(Optional.empty(), JvmWords.whyNot(List.of()));
    }
}
