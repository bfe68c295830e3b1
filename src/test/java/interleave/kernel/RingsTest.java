package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RingsTest {
    private static final int EPERM = 1;
    private static final int ENOMEM = 12;
    private static final int ENOSYS = 38;
    private static final int EMFILE = 24;

    @Test
    void whatIsInTheWayIsNamedWithItsCure() {
        assertEquals(
                Optional.of("their 161 rings find no room in the memory that this user may lock: raise ulimit -l"),
                Rings.why(ENOMEM, 161));
        assertEquals(Optional.of("the kernel forbids it: the sysctl kernel.io_uring_disabled"), Rings.why(EPERM, 1));
        assertEquals(Optional.of("the kernel refuses a ring with error 38"), Rings.why(ENOSYS, 1));
        assertEquals(Optional.empty(), Rings.why(0, 9000));
        assertEquals(Optional.empty(), Rings.why(EMFILE, 9000));
    }

    /** Asking twice gives the same, on a machine with io_uring and on one without. */
    @Test
    void askingLeavesNothingBehind() {
        Optional<String> first = Rings.whyNot(2);
        for (int i = 0; i < 5; i++) assertEquals(first, Rings.whyNot(2));
    }
}
