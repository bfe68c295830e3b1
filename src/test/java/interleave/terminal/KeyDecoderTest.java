package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import interleave.screen.Key;
import interleave.screen.Key.Named;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyDecoderTest {
    private final List<Key> keys = new ArrayList<>();
    private final KeyDecoder decoder = new KeyDecoder(keys::add);

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
                Arguments.of("\033OM", Named.ENTER),
                Arguments.of("\t", Named.TAB),
                Arguments.of("\033[Z", Named.BACK_TAB),
                Arguments.of("\177", Named.BACKSPACE),
                Arguments.of("\b", Named.BACKSPACE),
                Arguments.of("\033[A", Named.UP),
                Arguments.of("\033OA", Named.UP),
                Arguments.of("\033[1;5A", Named.UP),
                Arguments.of("\033[B", Named.DOWN),
                Arguments.of("\033[C", Named.RIGHT),
                Arguments.of("\033OD", Named.LEFT),
                Arguments.of("\033[H", Named.HOME),
                Arguments.of("\033OH", Named.HOME),
                Arguments.of("\033[1~", Named.HOME),
                Arguments.of("\033[7~", Named.HOME),
                Arguments.of("\033[F", Named.END),
                Arguments.of("\033[4~", Named.END),
                Arguments.of("\033[2~", Named.INSERT),
                Arguments.of("\033[3~", Named.DELETE),
                Arguments.of("\033[5~", Named.PAGE_UP),
                Arguments.of("\033[6;2~", Named.PAGE_DOWN),
                Arguments.of("\033OP", Named.F1),
                Arguments.of("\033[11~", Named.F1),
                Arguments.of("\033[[A", Named.F1),
                Arguments.of("\033OS", Named.F4),
                Arguments.of("\033[[E", Named.F5),
                Arguments.of("\033[15~", Named.F5),
                Arguments.of("\033[17~", Named.F6),
                Arguments.of("\033[1;2P", Named.F1),
                Arguments.of("\033[20~", Named.F9),
                Arguments.of("\033[21;3~", Named.F10));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void oneKeyAsAWholeAndByteByByte(String typed, Key key) {
        byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
        decoder.accept(bytes, bytes.length);
        for (byte octet : bytes) decoder.accept(new byte[] {octet}, 1);
        assertEquals(List.of(key, key), keys);
        assertFalse(decoder.pending());
    }

    @Test
    void aLoneEscapeWaitsUntilNothingFollows() {
        type("\033");
        assertEquals(List.of(), keys);
        decoder.settle();
        assertEquals(List.of(Named.ESCAPE), keys);
    }

    @Test
    void escapeBeforeAnotherKeyIsBoth() {
        type("\033q");
        type("\033\033[A");
        assertEquals(List.of(Named.ESCAPE, new Key.Char('q'), Named.ESCAPE, Named.UP), keys);
    }

    @Test
    void whatIsNoKeyIsSwallowed() {
        type(
                "\033[200~\033[99~\033[<0;3;4M\033[I\033]2;title\007\033]11;rgb:0/0/0\033\\\033P1$r0m\033\\\0\034\uD83D\uDE00");
        assertEquals(
                List.of(),
                keys.stream().filter(k -> !k.equals(new Key.Char('?'))).toList());
        assertFalse(decoder.pending());
    }

    @Test
    void bytesThatAreNotUtf8AreSwallowed() {
        byte[] bytes = {(byte) 0xFF, (byte) 0xC3, 'a', (byte) 0x80, (byte) 0xE2, (byte) 0x82, 'b', (byte) 0xC0, 'c'};
        decoder.accept(bytes, bytes.length);
        assertEquals(List.of(new Key.Char('a'), new Key.Char('b'), new Key.Char('c')), keys);
    }

    @Test
    void noiseNeverBreaksIt() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            if (noise.length > 2 && random.nextBoolean()) noise[random.nextInt(noise.length)] = 033;
            decoder.accept(noise, noise.length);
            decoder.settle();
            keys.clear();
            type("x");
            assertEquals(List.of(new Key.Char('x')), keys);
        }
    }

    private void type(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        decoder.accept(bytes, bytes.length);
    }
}
