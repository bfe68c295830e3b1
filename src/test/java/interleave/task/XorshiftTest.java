package interleave.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XorshiftTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 63, 64, 65, 9_999, 10_000, 10_001, 20_000, 123_457})
    void whatIsComputedWasForetold(int steps) {
        assertEquals(Xorshift.foretold(steps), Xorshift.computed(steps));
        assertNotEquals(Xorshift.foretold(steps), Xorshift.computed(steps + 1));
    }
}
