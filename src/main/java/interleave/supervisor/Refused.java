package interleave.supervisor;

import java.io.IOException;

/** A child is not started; the message is one of our own sentences. */
final class Refused extends IOException {
    Refused(String words) {
        super(words);
    }
}
