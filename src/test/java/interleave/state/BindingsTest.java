package interleave.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.execution.Workloads;
import interleave.metric.WorkloadInfo;
import interleave.screen.Glyphs;
import interleave.screen.Key;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BindingsTest {
    private static final Setup SETUP = new Setup(Workloads.menu(2), Glyphs.BRAILLE, 2, false);

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

    @Test
    void noKeyMeansTwoThings() {
        Set<Key> keys = new HashSet<>();
        for (Binding binding : Bindings.ALL) for (Key key : binding.keys()) assertTrue(keys.add(key), key.toString());
        for (WorkloadInfo info : SETUP.menu())
            assertTrue(
                    keys.add(new Key.Char(info.key().orElseThrow())),
                    info.workload().toString());
    }

    @Test
    void everyKeyIsUnderstood() {
        for (Binding binding : Bindings.ALL)
            for (Key key : binding.keys()) assertEquals(Optional.of(binding.action()), Bindings.of(key, SETUP));
        for (int i = 0; i < SETUP.menu().size(); i++) {
            Key key = new Key.Char(SETUP.menu().get(i).key().orElseThrow());
            assertEquals(Optional.of(Action.TOGGLE), Bindings.of(key, SETUP));
            assertEquals(i, Bindings.slotOf(key, SETUP));
        }
        assertEquals(Optional.empty(), Bindings.of(new Key.Char('9'), SETUP));
    }

    @Test
    void theKeysOfWorkloadsAreTold() {
        assertEquals("1-7", Bindings.toggleLabel(SETUP));
    }
}
