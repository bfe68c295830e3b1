package interleave.lab.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    /** Small ones have three digits too: nothing that was seen reads as 0. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "17, 17",
        "1.925, 1.93",
        "43.93, 43.9",
        "62975.4, '62,975'",
        "0.994, 0.994",
        "0.0353, 0.0353",
        "0.0004, 0.000400",
        "-0.0125, -0.0125",
        "Infinity, any"
    })
    void threeDigitsOfAnyNumber(double number, String words) {
        assertEquals(words, Words.number(number));
    }
}
