package interleave.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.04, 0.0",
        "0.4, 0.4",
        "7, 7",
        "9.96, 10",
        "842, 842",
        "9999, 9999",
        "9999.5, 10.0k",
        "42800, 42.8k",
        "128499, 128k",
        "999499, 999k",
        "999500, 1.00M",
        "1204000, 1.20M",
        "3.2e9, 3.20G"
    })
    void counts(double value, String text) {
        assertEquals(text, Numbers.count(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.000",
        "0.0001, <0.001",
        "0.0005, 0.001",
        "0.009, 0.009",
        "1.0044, 1.004",
        "9.9996, 10.00",
        "812.44, 812.4",
        "123456, 123k"
    })
    void perTask(double value, String text) {
        assertEquals(text, Numbers.perTask(value));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "0.01, <0.1", "16.72, 16.7", "9999.9, 9999.9", "12345, 12.3k"})
    void tenths(double value, String text) {
        assertEquals(text, Numbers.tenths(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0167, 16.7 us",
        "0.0005, 500 ns",
        "12.34, 12.3 ms",
        "1.234, 1.23 ms",
        "842.4, 842 ms",
        "9999, 9999 ms",
        "61000, 61.0  s"
    })
    void durations(double millis, String text) {
        assertEquals(text, Numbers.duration(millis, "u"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "812, 812", "1023, 1.00k", "50541363, 48.2M", "1288490189, 1.20G"})
    void bytes(double value, String text) {
        assertEquals(text, Numbers.bytes(value));
    }

    @ParameterizedTest
    @CsvSource({"-3, 0 s", "59, 59 s", "60, 1 min", "3599, 59 min", "7200, 2 h", "172800, 2 d"})
    void ages(long seconds, String text) {
        assertEquals(text, Numbers.age(seconds));
    }

    @Test
    void noNumberIsWiderThanItsColumn() {
        for (double value = 1e-5; value < 1e15; value *= 1.0137) {
            assertTrue(Numbers.count(value).length() <= 5, Numbers.count(value));
            assertTrue(Numbers.bytes(value).length() <= 5, Numbers.bytes(value));
            assertTrue(Numbers.perTask(value).length() <= 6, Numbers.perTask(value));
            assertTrue(Numbers.tenths(value).length() <= 6, Numbers.tenths(value));
            if (value < 1e7) assertTrue(Numbers.duration(value, "u").length() <= 7, Numbers.duration(value, "u"));
        }
    }
}
