package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Key;
import interleave.screen.Key.Named;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing starts, stops or quits because of bytes that are not a single plain key, however they are cut into reads. */
class KeyNoiseTest {
    private static final String NEVER_ASKED = "never asked";
    private static final String SILENT = "asked, and silent";
    private static final String KNOWN = "puts pastes in brackets";
    private static final HexFormat HEX = HexFormat.of();

    private final List<Key> keys = new ArrayList<>();
    private final PasteBrackets brackets = new PasteBrackets(true, () -> 0);
    private final PasteGuard guard = new PasteGuard(brackets, keys::add, () -> {});
    private final AnswerFilter filter = new AnswerFilter(brackets, new KeyDecoder(guard));

    /** Whatever comes, in whatever pieces: a plain key is played only where a read is that key, or repeats of it. */
    @ParameterizedTest
    @ValueSource(strings = {NEVER_ASKED, SILENT, KNOWN})
    void noiseInPiecesPlaysNothing(String terminal) {
        prepare(terminal);
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = new byte[random.nextInt(48)];
            random.nextBytes(noise);
            for (int i = 0; i < noise.length; i++)
                if (random.nextInt(4) == 0) noise[i] = (byte) "\033[O;M<~q1s\r20".charAt(random.nextInt(13));
            playsNothing(noise, random);
        }
    }

    /** All strings that terminfo has for the terminals at hand: keys, and what programs write and may come back. */
    @ParameterizedTest
    @ValueSource(strings = {NEVER_ASKED, SILENT, KNOWN})
    void sequencesOfTerminfoInPiecesPlayNothing(String terminal) throws IOException {
        prepare(terminal);
        Random random = new Random(2);
        try (InputStream in = KeyNoiseTest.class.getResourceAsStream("terminfo.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
                if (line.startsWith("#")) continue;
                byte[] sequence = line.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
                if (sequence.length < 2) continue;
                for (int round = 0; round < 20; round++) playsNothing(sequence, random);
            }
        }
    }

    private void prepare(String terminal) {
        if (terminal.equals(NEVER_ASKED)) return;
        brackets.ask();
        if (terminal.equals(KNOWN)) type("\033[?2004;1$y");
        assertEquals(terminal.equals(KNOWN), brackets.on());
    }

    private void playsNothing(byte[] bytes, Random random) {
        longPause();
        keys.clear();
        List<byte[]> pieces = new ArrayList<>();
        int end;
        for (int from = 0; from < bytes.length; from = end) {
            end = from + 1 + random.nextInt(random.nextBoolean() ? 1 : bytes.length - from);
            pieces.add(Arrays.copyOfRange(bytes, from, end));
            accept(pieces.getLast());
            if (brackets.on()) check(pieces);
            if (random.nextInt(8) != 0) continue;
            check(pieces);
            pause();
            check(pieces);
            pieces.clear();
        }
        longPause();
        check(pieces);
        type("x");
        longPause();
        assertEquals(List.of(new Key.Char('x')), keys);
    }

    private void check(List<byte[]> pieces) {
        for (Key key : keys) assertTrue(inert(key) || said(pieces, key), key + " of " + hex(pieces));
        keys.clear();
    }

    private static String hex(List<byte[]> pieces) {
        StringBuilder all = new StringBuilder();
        for (byte[] piece : pieces) all.append(HEX.formatHex(piece)).append(' ');
        return all.toString();
    }

    /** The bytes that came without a pause, from some read on, say it. */
    private static boolean said(List<byte[]> pieces, Key key) {
        ByteArrayOutputStream since = new ByteArrayOutputStream();
        for (byte[] piece : pieces.reversed()) {
            byte[] behind = since.toByteArray();
            since.reset();
            since.writeBytes(piece);
            since.writeBytes(behind);
            if (says(since.toByteArray(), key)) return true;
        }
        return false;
    }

    /** Input that starts, stops and quits nothing: every key that does is one byte. */
    private static boolean inert(Key key) {
        if (key instanceof Key.Char typed) return typed.character() >= 0x80;
        return key instanceof Named named && named != Named.ENTER && named != Named.TAB;
    }

    /** The read holds that byte, once or again, and no other but whole sequences of keys. */
    private static boolean says(byte[] piece, Key key) {
        String rest = new String(piece, StandardCharsets.ISO_8859_1)
                .replaceAll(
                        "(?:\033\\[|\\x9B)(?:[01]?[A-DFHPQRSZ]|\\[[A-E]|[1-9]\\d?~|0?1;[01]?[A-DFHPQRS])|(?:\033O|\\x8F)[A-DFHPQRS]",
                        "");
        return rest.chars().distinct().count() == 1
                && Keys.plain(rest.charAt(0)).filter(key::equals).isPresent();
    }

    /** As long as anything waits for. */
    private void longPause() {
        do pause();
        while (filter.patience() >= 0 || guard.patience() >= 0);
    }

    private void pause() {
        filter.settle();
        guard.settle();
    }

    private void type(String text) {
        accept(text.getBytes(StandardCharsets.UTF_8));
    }

    private void accept(byte[] bytes) {
        filter.accept(bytes, bytes.length);
    }
}
