package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.screen.Key;
import interleave.screen.Key.Named;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDecoderTest {
    private final List<Key> keys = new ArrayList<>();
    private int pastes;
    private final PasteGuard guard = new PasteGuard(new PasteBrackets(true, () -> 0), keys::add, () -> pastes++);
    private final KeyDecoder decoder = new KeyDecoder(guard);

    static Stream<Arguments> sequences() {
        return Stream.of(
                Arguments.of("a", new Key.Char('a')),
                Arguments.of("+", new Key.Char('+')),
                Arguments.of("é", new Key.Char('é')),
                Arguments.of("€", new Key.Char('€')),
                Arguments.of("\003", new Key.Ctrl('c')),
                Arguments.of("\032", new Key.Ctrl('z')),
                Arguments.of("\f", new Key.Ctrl('l')),
                Arguments.of("\r", Named.ENTER),
                Arguments.of("\n", Named.ENTER),
                Arguments.of("\t", Named.TAB),
                Arguments.of("\033[Z", Named.BACK_TAB),
                Arguments.of("\177", Named.BACKSPACE),
                Arguments.of("\b", Named.BACKSPACE),
                Arguments.of("\033[A", Named.UP),
                Arguments.of("\033OA", Named.UP),
                Arguments.of("\033[B", Named.DOWN),
                Arguments.of("\033[C", Named.RIGHT),
                Arguments.of("\033OD", Named.LEFT),
                Arguments.of("\033[H", Named.HOME),
                Arguments.of("\033OH", Named.HOME),
                Arguments.of("\033[1;1H", Named.HOME),
                Arguments.of("\033[1~", Named.HOME),
                Arguments.of("\033[7~", Named.HOME),
                Arguments.of("\033[F", Named.END),
                Arguments.of("\033[4~", Named.END),
                Arguments.of("\033[2~", Named.INSERT),
                Arguments.of("\033[3~", Named.DELETE),
                Arguments.of("\033[5~", Named.PAGE_UP),
                Arguments.of("\033[6~", Named.PAGE_DOWN),
                Arguments.of("\033OP", Named.F1),
                Arguments.of("\033[11~", Named.F1),
                Arguments.of("\033[[A", Named.F1),
                Arguments.of("\033OS", Named.F4),
                Arguments.of("\033[[E", Named.F5),
                Arguments.of("\033[15~", Named.F5),
                Arguments.of("\033[17~", Named.F6),
                Arguments.of("\033[20~", Named.F9),
                Arguments.of("\033[21~", Named.F10));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void oneKeyAsAWholeAndByteByByte(String typed, Key key) {
        type(typed);
        pause();
        for (byte octet : typed.getBytes(StandardCharsets.UTF_8)) read(octet);
        pause();
        assertEquals(List.of(key, key), keys);
        assertEquals(-1, decoder.patience());
    }

    @Test
    void aLoneEscapeWaitsUntilNothingFollows() {
        type("\033");
        assertEquals(List.of(), keys);
        pause();
        assertEquals(List.of(Named.ESCAPE), keys);
        read('[');
        pause();
        type("O");
        pause();
        assertEquals(List.of(Named.ESCAPE, new Key.Char('['), new Key.Char('O')), keys);
    }

    /** Alt puts an ESC before a key; held down with an arrow it is a parameter, or ESC twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\033q",
                "\033\r",
                "\0331",
                "\033 ",
                "\033\003",
                "\033\033[A",
                "\033\033OB",
                "\033[1;3A",
                "\033[1;5A",
                "\033[1;2P",
                "\033[6;2~",
                "\033O5A"
            })
    void aKeyWithAltOrAnotherModifierIsNone(String typed) {
        type(typed);
        for (byte octet : typed.getBytes(StandardCharsets.UTF_8)) read(octet);
        // Behind ESC and a blank one more byte belongs to it.
        pause();
        assertEquals(List.of(), keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\033[99~",
                "\033[<0;3;4M",
                "\033[I",
                "\033[O",
                "\033]2;title q\007",
                "\033]11;rgb:0/0/0\033\\",
                "\033P1$r0q\033\\",
                "\0",
                "\034",
                "\uD83D\uDE00",
                "\033[M qq",
                "\033[Mq1s",
                "\033[M \u00e9\u00e9",
                "\033[32;1;1M",
                "\033[Tqqqqqq",
                "\033[tqq",
                "\033[?1q",
                "\033[?1A",
                "\033[5A",
                "\033[0 q",
                "\033(q",
                "\033#8",
                "\033OM",
                "\033Oq",
                "\033[113u",
                "\033[27;5;99~",
                "\033[?62;1;4c",
                "\033[200~q\r1\033[Aq\033[201~",
                "\033[200~q\033[200~1\033[20\033[201~"
            })
    void whatIsNoKeyDoesNothingAsAWholeAndByteByByte(String typed) {
        type(typed);
        assertEquals(List.of(), keys);
        pause();
        for (byte octet : typed.getBytes(StandardCharsets.UTF_8)) read(octet);
        assertEquals(List.of(), keys);
        pause();
        type("x");
        pause();
        assertEquals(List.of(new Key.Char('x')), keys);
    }

    @Test
    void theFormsOfOneByteAreSequencesToo() {
        read(0x9B, 'A');
        read(0x8F, 'B');
        read(0x9D, 'q', 7);
        read(0x90, 'q');
        read('1', 033, '\\');
        assertEquals(List.of(Named.UP, Named.DOWN), keys);
    }

    /** The coordinates of a mouse are single bytes, or characters of two. */
    @Test
    void aMouseFarAwayIsFollowedToItsEnd() {
        read(033, '[', 'M', ' ', 0xC3, 0xA9, 0xC4, 0x80);
        read(033, '[', 'M', ' ', 0xFF, 'q');
        read(033, '[', 'M', ' ', 'q', 0xC3);
        assertEquals(List.of(), keys);
        pause();
        type("x");
        pause();
        assertEquals(List.of(new Key.Char('x')), keys);
    }

    @Test
    void aHeldKeyIsOneKeyManyTimes() {
        type("++++");
        type("\033[B\033[B\033[B");
        pause();
        assertEquals(4 + 3, keys.size());
        assertEquals(0, pastes);
    }

    @Test
    void arrowsAndOneKeyInOneReadAreKeys() {
        type("\033[B\033[B\r");
        pause();
        assertEquals(List.of(Named.DOWN, Named.DOWN, Named.ENTER), keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quit",
                "q\r",
                "1\n",
                "\r\t",
                "éq",
                "q\uD83D\uDE00",
                "\033[Iq",
                "jk",
                "\r\n",
                "q\033",
                "ls -l\r",
                "\033[Bq1"
            })
    void severalKeysInOneReadAreAPaste(String typed) {
        type(typed);
        type("q");
        read('1');
        assertEquals(List.of(), keys, "what follows without a pause is its rest");
        assertEquals(1, pastes);
        pause();
        type("q");
        pause();
        assertEquals(List.of(new Key.Char('q')), keys);
    }

    @Test
    void aPasteInBracketsIsToldOnce() {
        type("\033[200~q\n");
        type("1\n\033[2");
        type("01~q");
        assertEquals(List.of(), keys);
        type("q");
        pause();
        assertEquals(1, pastes);
        assertEquals(List.of(new Key.Char('q')), keys);
    }

    @Test
    void bytesThatAreNotUtf8AreSwallowed() {
        read(0xFF);
        read(0xC3);
        read('a');
        assertEquals(List.of(), keys);
        pause();
        read(0xE2, 0x82);
        pause();
        read('b');
        pause();
        assertEquals(List.of(new Key.Char('b')), keys);
    }

    /** As long as anything waits for. */
    private void pause() {
        do {
            decoder.settle();
            guard.settle();
        } while (decoder.patience() >= 0 || guard.patience() >= 0);
    }

    private void type(String text) {
        accept(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) octets[i];
        accept(bytes);
    }

    private void accept(byte[] bytes) {
        decoder.accept(bytes, bytes.length);
    }
}
