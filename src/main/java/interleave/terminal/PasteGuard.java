package interleave.terminal;

import interleave.screen.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells keys from a paste. People press one key at a time, so a plain key is played once nothing else has come for a
 * moment: it, or repeats of it, as a held key gives, beside keys that are sequences, such as arrows, which a paste has
 * none of. Several different plain keys within that time, or one beside something that is no key or not yet one, are a
 * paste, brackets or none, in whatever reads they come: all of it is dropped, and what follows without a pause is its
 * rest. Sequences by themselves wait for nothing. Nor does a plain key at a terminal that is known to put pastes in
 * brackets, where only what comes in one read is looked at. One thread.
 */
final class PasteGuard implements KeySink {
    private static final int FOREVER = -1;
    private static final int NONE = -1;

    /** A pause of so many milliseconds ends a paste that has no brackets. */
    private static final int PAUSE_MILLIS = 50;

    /**
     * A plain key is one if nothing follows it for so long: less than between two keys of a fast typist, more than
     * between two bytes of what a program or a serial line sends.
     */
    private static final int ALONE_MILLIS = 10;

    /** So many of one key are a key that is held down, and no text begins so. */
    private static final int HELD = 4;

    private final PasteBrackets brackets;
    private final Consumer<Key> keys;
    private final Runnable pasted;
    private final List<Key> read = new ArrayList<>();
    private int plain = NONE;
    private boolean various;
    private boolean strange;
    private boolean pasting;
    /** It had brackets, so nothing behind this read is its rest. */
    private boolean bracketed;

    /** @param pasted told once for each paste */
    PasteGuard(PasteBrackets brackets, Consumer<Key> keys, Runnable pasted) {
        this.brackets = brackets;
        this.keys = keys;
        this.pasted = pasted;
    }

    @Override
    public void plain(Key key, int character) {
        if (plain != NONE && plain != character) various = true;
        plain = character;
        read.add(key);
    }

    @Override
    public void sequence(Key key) {
        read.add(key);
    }

    @Override
    public void strange() {
        strange = true;
    }

    @Override
    public void paste() {
        strange = true;
        if (!pasting) pasted.run();
        pasting = true;
        bracketed = true;
    }

    @Override
    public void end(boolean unfinished) {
        boolean paste = various || plain != NONE && (strange || unfinished);
        if (paste && !pasting) {
            pasting = true;
            pasted.run();
        }
        if (pasting || plain == NONE || brackets.on() || read.size() >= HELD) play();
        if (bracketed && !unfinished) {
            bracketed = false;
            pasting = false;
        }
    }

    private void play() {
        if (!pasting) read.forEach(keys);
        read.clear();
        plain = NONE;
        various = false;
        strange = false;
    }

    /** Milliseconds of silence after which {@link #settle} follows; -1 where nothing waits for it. */
    int patience() {
        if (pasting) return PAUSE_MILLIS;
        return plain == NONE ? FOREVER : ALONE_MILLIS;
    }

    /** There was a pause. */
    void settle() {
        end(false);
        play();
        pasting = false;
        bracketed = false;
    }
}
