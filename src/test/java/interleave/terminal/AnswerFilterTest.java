package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Key;
import interleave.screen.Key.Named;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terminals that are asked about pastes, with what they answer, and keys around it. */
class AnswerFilterTest {
    private static final String YES = "\033[?2004;1$y";
    private static final Key Q = new Key.Char('q');
    private static final long SECOND = 1_000_000_000L;

    private final List<Key> keys = new ArrayList<>();
    private int pastes;
    private long now;
    private final PasteBrackets brackets = new PasteBrackets(true, () -> now);
    private final PasteGuard guard = new PasteGuard(brackets, keys::add, () -> pastes++);
    private final AnswerFilter filter = new AnswerFilter(brackets, new KeyDecoder(guard));

    @Test
    void atATerminalThatPutsPastesInBracketsAKeyWaitsForNothing() {
        brackets.ask();
        read("q");
        assertEquals(List.of(), keys, "nothing is known yet");
        pause();
        read(YES);
        read("q");
        assertEquals(List.of(Q, Q), keys);
        assertEquals(-1, guard.patience());
    }

    /** With the answer before it, behind it and in its middle, and all of it cut anywhere into up to three reads. */
    @ParameterizedTest
    @ValueSource(strings = {"q", "\033", "\033[B", "\033OP", "\033[15~", "\033[[A", "é", "\r", "qqq"})
    void theAnswerIsNoKeyNorMakesOneAPaste(String typed) {
        read(typed);
        pause();
        List<Key> expected = List.copyOf(keys);
        assertTrue(!expected.isEmpty());
        byte[] key = typed.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at <= key.length; at++) {
            byte[] all = joined(key, at);
            for (int first = 0; first <= all.length; first++)
                for (int second = first; second <= all.length; second++) {
                    keys.clear();
                    brackets.ask();
                    accept(all, 0, first);
                    accept(all, first, second);
                    accept(all, second, all.length);
                    assertTrue(brackets.on());
                    pause();
                    assertEquals(expected, keys, at + " " + first + " " + second);
                    assertEquals(0, pastes);
                }
        }
    }

    /** A line may hold back what is behind an ESC: not for long, while no answer is due. */
    @Test
    void anEscapeWaitsLongerOnlyWhereTheAnswerIsDue() {
        brackets.ask();
        read("\033");
        assertEquals(1000, filter.patience());
        read(YES.substring(1));
        assertTrue(brackets.on());
        read("\033");
        assertEquals(50, filter.patience());
        pause();
        assertEquals(List.of(Named.ESCAPE), keys);
        brackets.ask();
        now = SECOND;
        read("\033");
        assertEquals(50, filter.patience());
    }

    /** "Reset" too: it was set just before. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "4", "5", "9"})
    void anyOtherAnswerLeavesTheGuard(String setting) {
        brackets.ask();
        read("\033[?2004;" + setting + "$y");
        read("q");
        assertEquals(List.of(), keys);
        read("u");
        read("it\r");
        pause();
        assertEquals(List.of(), keys);
        assertEquals(1, pastes);
    }

    @Test
    void anAnswerThatNobodyAskedForIsNotBelieved() {
        read(YES);
        pause();
        brackets.ask();
        now = 10 * SECOND;
        read(YES);
        pause();
        read("q");
        assertEquals(List.of(), keys);
        pause();
        assertEquals(List.of(Q), keys);
    }

    /** As after ^Z and {@code fg}, which may have changed the terminal. */
    @Test
    void itIsAskedAgainAndUntilThenNotKnown() {
        brackets.ask();
        read(YES);
        brackets.ask();
        read("q");
        assertEquals(List.of(), keys);
        read(YES + YES);
        assertEquals(List.of(Q), keys, "an answer to each question");
        assertEquals(0, pastes);
    }

    @Test
    void whatIsNoAnswerGoesOnWhole() {
        brackets.ask();
        read("\033[?2004;1");
        pause();
        read("q\033[?2004;1$z");
        pause();
        assertEquals(List.of(), keys);
        assertEquals(1, pastes);
        assertEquals(-1, filter.patience());
    }

    /** The end of a paste may be cut behind its ESC, and come late. */
    @Test
    void aPasteIsNotOverWhereItsEndHasOnlyBegun() {
        brackets.ask();
        now = SECOND;
        read("\033[200~q1");
        read("\033");
        assertEquals(1000, filter.patience());
        read("[201~");
        pause();
        assertEquals(List.of(), keys);
    }

    @Test
    void severalKeysInOneReadStayAPaste() {
        brackets.ask();
        read(YES);
        read("quit\r");
        read("q");
        assertEquals(List.of(), keys);
        assertEquals(1, pastes);
        pause();
        read("q");
        assertEquals(List.of(Q), keys);
    }

    /** tmux answers for itself, and the terminal around it may know no brackets. */
    @Test
    void aTerminalInsideAnotherIsNotBelieved() {
        assertTrue(PasteBrackets.outermost(Map.of("TERM", "xterm-256color")));
        assertTrue(!PasteBrackets.outermost(Map.of("TERM", "tmux-256color")));
        assertTrue(!PasteBrackets.outermost(Map.of("TERM", "screen.xterm-256color")));
        assertTrue(!PasteBrackets.outermost(Map.of("TERM", "xterm-256color", "TMUX", "/tmp/tmux-0/default,1,0")));
        PasteBrackets inner = new PasteBrackets(false, () -> now);
        inner.ask();
        inner.answered(1);
        assertTrue(!inner.on());
    }

    @Test
    void whoGivesTheTerminalBackWaitsOnlyForAnAnswerThatIsUnderWay() {
        assertTrue(!brackets.underWay());
        brackets.ask();
        assertTrue(brackets.underWay());
        brackets.answered(1);
        assertTrue(!brackets.underWay());
        brackets.awaitAnswer();
        brackets.ask();
        now = SECOND / 4;
        assertTrue(!brackets.underWay());
        brackets.awaitAnswer();
    }

    private static byte[] joined(byte[] key, int at) {
        byte[] answer = YES.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[key.length + answer.length];
        System.arraycopy(key, 0, all, 0, at);
        System.arraycopy(answer, 0, all, at, answer.length);
        System.arraycopy(key, at, all, at + answer.length, key.length - at);
        return all;
    }

    private void accept(byte[] all, int from, int to) {
        if (from == to) return;
        byte[] read = new byte[to - from];
        System.arraycopy(all, from, read, 0, read.length);
        filter.accept(read, read.length);
    }

    private void read(String typed) {
        byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
        accept(bytes, 0, bytes.length);
    }

    /** As long as anything waits for. */
    private void pause() {
        do {
            filter.settle();
            guard.settle();
        } while (filter.patience() >= 0 || guard.patience() >= 0);
    }
}
