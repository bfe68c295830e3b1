package interleave.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JvmTest {
    @Test
    void noMoreWaitForACarrierThanAreAliveAndNotMounted() {
        assertEquals(0, Jvm.queued(1, 4, 4));
        assertEquals(1, Jvm.queued(2, 3, 4));
        assertEquals(3, Jvm.queued(3, 1, 1000));
        assertEquals(0, Jvm.queued(1, 2, 1));
    }
}
