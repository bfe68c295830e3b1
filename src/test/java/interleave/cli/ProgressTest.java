package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicInteger columns = new AtomicInteger();
    private final Progress progress = new Progress(Optional.of(new PrintStream(out, true)::print), columns::get);

    private String said(int width, String words) {
        out.reset();
        columns.set(width);
        progress.say(words);
        String text = out.toString(StandardCharsets.UTF_8);
        assertEquals("\r\u001b[K", text.substring(0, 4));
        return text.substring(4);
    }

    /** A letter in the last column would have the next one begin another line, which nobody erases. */
    @Test
    void theLineIsAsLongAsTheTerminalIsWideNow() {
        String words =
                "3 s: http/virtual 11,433 tasks/s, http/pool 2,894 tasks/s, http/threads 5,734 tasks/s, image/pool"
                        + " 2,100";
        assertEquals(words, said(200, words));
        assertEquals(words.substring(0, 79), said(80, words));
        assertEquals(words.substring(0, 39), said(40, words));
        assertEquals("", said(0, words));
    }
}
