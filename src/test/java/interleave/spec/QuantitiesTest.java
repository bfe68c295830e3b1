package interleave.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.record.Decimals;
import interleave.record.HumanText;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({"500ms,500", "10s,10000", "5m,300000", "2h,7200000", "0.25s,250", "1.5m,90000", "0s,0"})
    void durationsHaveAUnit(String text, long millis) {
        assertEquals(Optional.of(Duration.ofMillis(millis)), Quantities.duration(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "-1s", "+1s", "1 s", "1d", "1e3s", "NaNs", "1s ", "99999999999s"})
    void whatHasNoneIsNoDuration(String text) {
        assertEquals(Optional.empty(), Quantities.duration(text));
    }

    @Test
    void ratesAreAboveZero() {
        assertEquals(Optional.of(5000.0), Quantities.rate("5000/s"));
        assertEquals(Optional.of(0.5), Quantities.rate("0.5"));
        assertEquals(Optional.empty(), Quantities.rate("0"));
        assertEquals(Optional.empty(), Quantities.rate("-1"));
        assertEquals(Optional.empty(), Quantities.rate("Infinity"));
    }

    @Test
    void machinesReadPlainNumbers() {
        assertEquals("12345678", Decimals.of(12345678).toString());
        assertEquals("10000000", Decimals.of(1e7).toString());
        assertEquals("1234570", Decimals.of(1234567.8).toString());
        assertEquals("0.00912346", Decimals.of(0.009123456).toPlainString());
        assertEquals("0", Decimals.of(0).toString());
    }

    @Test
    void peopleReadThreeDigits() {
        assertEquals("42,781", HumanText.number(42_781.4));
        assertEquals("0.009", HumanText.number(0.0091));
        assertEquals("0.00012", HumanText.number(0.00012));
        assertEquals("1.00", HumanText.number(1.004));
        assertEquals("16.7", HumanText.number(16.71));
        assertEquals("7", HumanText.number(7));
    }
}
