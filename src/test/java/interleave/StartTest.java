package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTest {
    @ParameterizedTest
    @CsvSource({"1.8, 8", "9, 9", "17, 17", "25, 25", "26-valhalla, 2147483647"})
    void readsTheFeatureNumberOfAVersion(String version, int feature) {
        assertEquals(feature, Start.feature(version));
    }
}
