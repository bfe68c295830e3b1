package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.metric.ThreadReadings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States and functions as Linux 6.18 has them of threads that were brought there. */
class WaitWordsTest {
    @ParameterizedTest
    @CsvSource({
        "D, __refrigerator, frozen",
        "S, get_signal, frozen",
        "T, do_signal_stop, stopped",
        "T, get_signal, stopped",
        "t, ptrace_stop, stopped by a debugger",
        "D, __iomap_dio_rw, waits: disk",
        "D, folio_wait_bit_common, waits: disk",
        "D, kernel_clone, waits: a child by vfork",
        "D, fuse_get_req, waits: FUSE file system",
        "S, request_wait_answer, waits: FUSE file system",
        "D, something_new, disk or alike: something_new",
        "S, something_new, waits: something_new",
        "S, '', waits",
        "D, '', waits: disk or alike",
        "R, '', 'runs, or wants to'"
    })
    void inPlainWords(char state, String function, String words) {
        assertEquals(words, WaitWords.of(new ThreadReadings.Now(state, 0, function)));
    }
}
