package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.screen.Key;
import interleave.screen.Key.Named;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that come in reads of one byte. */
class KeyPiecesTest {
    private final List<Key> keys = new ArrayList<>();
    private int pastes;
    private final PasteGuard guard = new PasteGuard(new PasteBrackets(true, () -> 0), keys::add, () -> pastes++);
    private final KeyDecoder decoder = new KeyDecoder(guard);

    /** Over a slow line, whose pauses are longer than an ESC waits. */
    @ParameterizedTest
    @ValueSource(strings = {"\033[M qq", "\033[Mq1s", "\033[<0;3;4M", "\033[I", "\033Oq"})
    void aSequenceWhoseEscapeCameAloneIsFollowedToItsEnd(String typed) {
        read('\033');
        decoder.settle();
        guard.settle();
        readEach(typed.substring(1));
        pause();
        assertEquals(List.of(Named.ESCAPE), keys);
        assertEquals(0, pastes);
        read('x');
        pause();
        assertEquals(List.of(Named.ESCAPE, new Key.Char('x')), keys);
    }

    /** A program that writes to a pseudo-terminal byte by byte, and a paste over such a line. */
    @ParameterizedTest
    @ValueSource(strings = {"quit\r", "ssh host\r", "q1", "1\n", "make -j4\n", "\033[Bq1"})
    void severalKeysInReadsOfOneByteAreAPasteToo(String typed) {
        readEach(typed);
        pause();
        assertEquals(List.of(), keys.stream().filter(key -> key != Named.DOWN).toList());
        assertEquals(1, pastes);
    }

    /** It need not be let go to be answered. */
    @Test
    void aKeyThatIsHeldDownIsPlayedMeanwhile() {
        for (int i = 0; i < 8; i++) read('j');
        assertEquals(8, keys.size());
    }

    /** As long as anything waits for. */
    private void pause() {
        do {
            decoder.settle();
            guard.settle();
        } while (decoder.patience() >= 0 || guard.patience() >= 0);
    }

    private void readEach(String typed) {
        for (byte octet : typed.getBytes(StandardCharsets.UTF_8)) decoder.accept(new byte[] {octet}, 1);
    }

    private void read(char typed) {
        readEach(String.valueOf(typed));
    }
}
