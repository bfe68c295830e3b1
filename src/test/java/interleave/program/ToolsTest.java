package interleave.program;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ToolsTest {
    private static final String MISSING = "it needs mpstat: install the package sysstat";

    @Test
    void whatIsMissingIsSkippedWithItsPackageOrFailsWhereItIsRequired() {
        String none = "/nowhere";
        assertEquals(
                MISSING,
                assertThrows(TestAbortedException.class, () -> Tools.need(none, false, "mpstat"))
                        .getMessage());
        assertEquals(
                MISSING,
                assertThrows(AssertionFailedError.class, () -> Tools.need(none, true, "mpstat"))
                        .getMessage());
        assertDoesNotThrow(() -> Tools.need("/bin:/usr/bin", true, "bash"));
    }
}
