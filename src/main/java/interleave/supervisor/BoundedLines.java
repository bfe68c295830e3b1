package interleave.supervisor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of UTF-8 that may be of any length into memory that may not: the rest of a longer line is dropped. */
final class BoundedLines {
    private final InputStream in;
    private final int longest;
    private final byte[] block = new byte[8192];
    private int next;
    private int end;

    BoundedLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end, or empty at the end of input. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        boolean any = false;
        while (next < end || fill()) {
            any = true;
            int stop = endOfLine();
            line.write(block, next, Math.min(stop - next, longest - line.size()));
            boolean complete = stop < end;
            next = complete ? stop + 1 : stop;
            if (complete) break;
        }
        return any ? Optional.of(line.toString(StandardCharsets.UTF_8)) : Optional.empty();
    }

    private int endOfLine() {
        int stop = next;
        while (stop < end && block[stop] != '\n') stop++;
        return stop;
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(block));
        return end > 0;
    }
}
