package interleave.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BindingsTest {
    private static final MonitorSetup SETUP = new MonitorSetup(Sessions.ofTheDigits(2), Glyphs.BRAILLE, 2, false);

    @Test
    void everyActionHasOneBindingWithKeysAndWords() {
        EnumSet<Action> bound = EnumSet.noneOf(Action.class);
        for (Binding binding : Bindings.ALL) {
            assertTrue(bound.add(binding.action()), binding.label());
            assertFalse(binding.words().isEmpty());
            assertEquals(binding.action() == Action.TOGGLE, binding.keys().isEmpty());
        }
        assertEquals(EnumSet.allOf(Action.class), bound);
    }

    /** A key may mean something of its own in the matrix, as h does. */
    @Test
    void noKeyMeansTwoThings() {
        for (View view : View.values()) {
            Set<Key> keys = new HashSet<>();
            for (Binding binding : Bindings.ALL)
                if (binding.only().contains(view))
                    for (Key key : binding.keys()) assertTrue(keys.add(key), key.toString());
        }
        Set<Key> keys = new HashSet<>();
        for (Binding binding : Bindings.ALL)
            if (binding.only().isEmpty()) for (Key key : binding.keys()) assertTrue(keys.add(key), key.toString());
        for (int i = 0; i < SETUP.menu().digits(); i++)
            assertTrue(keys.add(new Key.Char(SETUP.menu().keyOf(i).orElseThrow())), "digit " + i);
    }

    @Test
    void everyKeyIsUnderstood() {
        for (View view : View.values())
            for (Binding binding : Bindings.ALL)
                for (Key key : binding.keys())
                    if (binding.holdsIn(view) && !hidden(binding, key, view))
                        assertEquals(Optional.of(binding.action()), Bindings.of(key, SETUP, view));
        for (int i = 0; i < SETUP.menu().digits(); i++) {
            Key key = new Key.Char(SETUP.menu().keyOf(i).orElseThrow());
            assertEquals(Optional.of(Action.TOGGLE), Bindings.of(key, SETUP, View.DASHBOARD));
            assertEquals(i, Bindings.slotOf(key, SETUP));
        }
        assertEquals(Optional.empty(), Bindings.of(new Key.Char('0'), SETUP, View.DASHBOARD));
    }

    private static boolean hidden(Binding binding, Key key, View view) {
        return binding.only().isEmpty()
                && Bindings.ALL.stream()
                        .anyMatch(other ->
                                other.only().contains(view) && other.keys().contains(key));
    }

    @Test
    void hIsLeftInTheMatrixAndHelpElsewhere() {
        assertEquals(Optional.of(Action.LEFT), Bindings.of(new Key.Char('h'), SETUP, View.MATRIX));
        assertEquals(Optional.of(Action.HELP), Bindings.of(new Key.Char('h'), SETUP, View.DASHBOARD));
        assertEquals(Optional.empty(), Bindings.of(Key.Named.LEFT, SETUP, View.DASHBOARD));
    }

    @Test
    void theKeysOfWorkloadsAreTold() {
        assertEquals("1-7", Bindings.toggleLabel(SETUP));
    }

    /** The README's table of keys has every key of ours, and no other. */
    @Test
    void theReadmeHasEveryKeyAndNoOther() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("\n## Keys\n"), readme.indexOf("\n## Without a terminal\n"));
        Set<String> told = new TreeSet<>();
        table.lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line ->
                        Pattern.compile("`([^` ]+)`").matcher(line).results().forEach(name -> told.add(name.group(1))));
        told.removeAll(Set.of("fg"));
        Set<String> bound = new TreeSet<>(Set.of("1", SETUP.menu().digits() + ""));
        for (Binding binding : Bindings.ALL) binding.keys().forEach(key -> bound.add(name(key)));
        assertEquals(bound, told);
    }

    private static String name(Key key) {
        return switch (key) {
            case Key.Char(char character) -> character == ' ' ? "Space" : String.valueOf(character);
            case Key.Ctrl(char letter) -> "^" + Character.toUpperCase(letter);
            case Key.Named named ->
                switch (named) {
                    case UP -> "↑";
                    case DOWN -> "↓";
                    case LEFT -> "←";
                    case RIGHT -> "→";
                    case PAGE_UP -> "PgUp";
                    case PAGE_DOWN -> "PgDn";
                    case ESCAPE -> "Esc";
                    case F1 -> "F1";
                    default ->
                        named.name().charAt(0) + named.name().substring(1).toLowerCase(Locale.ROOT);
                };
        };
    }
}
