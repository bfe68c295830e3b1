package interleave.terminal;

import interleave.screen.Key;
import java.util.Optional;

/**
 * Bytes from a terminal to keys. Takes the sequences of xterm, VT and the Linux console that stand for a key by itself.
 * Whatever else there is, from reports of a mouse to a key pressed with Alt, is followed to its end and is no key,
 * however it is cut into reads. One thread.
 */
final class KeyDecoder {
    private enum State {
        GROUND,
        /** ESC has come: the key, or the start of a sequence. */
        ESCAPE,
        /** The key ESC was told, and what follows may still be the rest of a sequence that came in two parts. */
        ESCAPED,
        /** ESC and intermediate bytes (ECMA-35), as in {@code ESC ( B}; one more ends it. */
        DESIGNATION,
        CSI,
        /** {@code ESC [ [}: F1 to F5 of the Linux console. */
        CONSOLE,
        SS3,
        /** Behind {@code ESC [ M} and its like. */
        MOUSE,
        /** A text for us, such as a title report, up to BEL or {@code ESC \}. */
        TEXT,
        TEXT_ESCAPE,
        /** Between the brackets of a paste. */
        PASTE
    }

    private static final int ESC = 0x1B;
    private static final int BEL = 0x07;
    private static final int FOREVER = -1;

    /** The time for which a lone ESC waits for the rest of a sequence before it is told as a key. */
    private static final int ESCAPE_MILLIS = 50;

    /**
     * The time that the rest of anything else may take: a sequence that is dropped before its end leaves bytes that
     * look like keys.
     */
    private static final int REST_MILLIS = 1000;

    private static final int PASTE_BEGINS = 200;
    private static final String PASTE_ENDS = "\033[201~";

    private final KeySink sink;
    private State state = State.GROUND;
    /** Its ESC was told as a key, so that a bracket alone behind it is one, too. */
    private boolean late;
    /** ESC has come twice, as terminals have it that put one before a key pressed with Alt. */
    private boolean twice;
    /** The sequence has something that those of keys never have. */
    private boolean foreign;

    private final Parameters parameters = new Parameters();
    private MouseReport mouse = new MouseReport(0);

    /** The length of the part of {@link #PASTE_ENDS} that has come. */
    private int matched;

    private final Utf8 character = new Utf8();

    KeyDecoder(KeySink sink) {
        this.sink = sink;
    }

    /**
     * Milliseconds within which more may come of what has begun; {@link #settle} follows if it does not. -1 where
     * nothing has.
     */
    int patience() {
        if (state == State.ESCAPE) return ESCAPE_MILLIS;
        return state == State.GROUND && !character.pending() ? FOREVER : REST_MILLIS;
    }

    /** Nothing followed: an ESC that stands alone is the key itself, anything else unfinished is dropped. */
    void settle() {
        boolean escape = state == State.ESCAPE;
        if (escape) sink.plain(Key.Named.ESCAPE, ESC);
        if (late && state == State.CSI && parameters.none() && !foreign) sink.plain(new Key.Char('['), '[');
        if (late && state == State.SS3 && !foreign) sink.plain(new Key.Char('O'), 'O');
        state = escape ? State.ESCAPED : State.GROUND;
        late = false;
        character.drop();
    }

    /** Takes the bytes of one read. */
    void accept(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) accept(bytes[i] & 0xFF);
        endOfRead();
    }

    /** Tells that the bytes of one read are over. */
    void endOfRead() {
        sink.end(patience() != FOREVER);
    }

    /** Takes one byte of a read. */
    void accept(int octet) {
        switch (state) {
            case GROUND -> ground(octet);
            case ESCAPE -> escape(octet);
            case ESCAPED -> escaped(octet);
            case DESIGNATION -> designation(octet);
            case CSI -> csi(octet);
            case CONSOLE ->
                finish(octet >= 'A' && octet <= 'E' && !twice ? Keys.function(octet - 'A') : Optional.empty());
            case SS3 -> ss3(octet);
            case MOUSE -> mouse(octet);
            case TEXT -> text(octet);
            case TEXT_ESCAPE -> textEscape(octet);
            case PASTE -> paste(octet);
        }
    }

    private void ground(int octet) {
        if (octet >= 0x80) {
            high(octet);
            return;
        }
        if (character.pending()) sink.strange();
        character.drop();
        if (octet == ESC) {
            twice = false;
            state = State.ESCAPE;
        } else {
            Keys.plain(octet).ifPresentOrElse(key -> sink.plain(key, octet), sink::strange);
        }
    }

    private void escape(int octet) {
        if (octet == ESC) {
            twice = true;
        } else if (octet >= ' ' && octet < '0') {
            state = State.DESIGNATION;
        } else {
            switch (octet) {
                case '[' -> begin(State.CSI);
                case 'O' -> begin(State.SS3);
                case ']', 'P', 'X', '^', '_' -> begin(State.TEXT);
                // A key pressed with Alt.
                default -> finish(Optional.empty());
            }
        }
    }

    /** Lines that are slow cut sequences anywhere, behind the ESC too. */
    private void escaped(int octet) {
        state = State.GROUND;
        if (octet != '[' && octet != 'O') {
            ground(octet);
            return;
        }
        begin(octet == '[' ? State.CSI : State.SS3);
        late = true;
    }

    private void begin(State next) {
        state = next;
        late = false;
        foreign = false;
        parameters.clear();
        if (next == State.TEXT) sink.strange();
    }

    private void designation(int octet) {
        if (octet == ESC) restart();
        else if (octet < ' ' || octet >= '0') finish(Optional.empty());
    }

    private void csi(int octet) {
        if (octet == '[' && parameters.none() && !foreign) {
            state = State.CONSOLE;
        } else if (octet >= '0' && octet <= '9') {
            parameters.digit(octet - '0');
        } else if (octet == ';') {
            parameters.next();
        } else if (octet == ESC) {
            restart();
        } else if (octet >= 0x40 && octet <= 0x7E) {
            finalByte(octet);
        } else if (octet >= ' ' && octet < 0x40) {
            foreign = true;
        } else {
            finish(Optional.empty());
        }
    }

    private void finalByte(int octet) {
        boolean alone = parameters.none() && !foreign;
        if (octet == 'M' && alone) beginMouse(3);
        else if (octet == 't' && alone) beginMouse(2);
        else if (octet == 'T' && alone) beginMouse(6);
        else if (octet == '~' && !foreign && parameters.are(PASTE_BEGINS)) beginPaste();
        else
            finish(
                    foreign || twice || parameters.modified()
                            ? Optional.empty()
                            : Keys.sequence(octet, parameters.first()));
    }

    private void beginMouse(int characters) {
        state = State.MOUSE;
        mouse = new MouseReport(characters);
        sink.strange();
    }

    private void mouse(int octet) {
        sink.strange();
        if (octet == ESC) {
            restart();
        } else if (!mouse.takes(octet)) {
            state = State.GROUND;
            ground(octet);
        } else if (mouse.over()) {
            state = State.GROUND;
        }
    }

    private void beginPaste() {
        state = State.PASTE;
        matched = 0;
        sink.paste();
    }

    private void paste(int octet) {
        if (octet == PASTE_ENDS.charAt(matched)) matched++;
        else matched = octet == ESC ? 1 : 0;
        if (matched == PASTE_ENDS.length()) state = State.GROUND;
    }

    private void ss3(int octet) {
        if (octet == ESC) restart();
        else if (octet >= '0' && octet <= ';') foreign = true;
        else finish(foreign || twice ? Optional.empty() : Keys.application(octet));
    }

    private void text(int octet) {
        if (octet == BEL) finish(Optional.empty());
        if (octet == ESC) state = State.TEXT_ESCAPE;
    }

    private void textEscape(int octet) {
        if (octet == '\\') finish(Optional.empty());
        else state = State.TEXT;
    }

    private void restart() {
        sink.strange();
        twice = false;
        state = State.ESCAPE;
    }

    private void finish(Optional<Key> key) {
        state = State.GROUND;
        key.ifPresentOrElse(sink::sequence, sink::strange);
    }

    private void high(int octet) {
        boolean unfinished = character.pending();
        switch (character.accept(octet)) {
            case MORE -> {
                if (unfinished && octet >= 0xC0) sink.strange();
            }
            case WHOLE -> {
                int codePoint = character.codePoint();
                if (Keys.printable(codePoint)) sink.plain(new Key.Char((char) codePoint), codePoint);
                else sink.strange();
            }
            case NONE -> {
                if (unfinished) sink.strange();
                control(octet);
            }
        }
    }

    /** Takes a byte that is not UTF-8: the beginning of a sequence in its form of one byte, or nothing. */
    private void control(int octet) {
        twice = false;
        switch (octet) {
            case 0x9B -> begin(State.CSI);
            case 0x8F -> begin(State.SS3);
            case 0x90, 0x98, 0x9D, 0x9E, 0x9F -> begin(State.TEXT);
            default -> sink.strange();
        }
    }
}
