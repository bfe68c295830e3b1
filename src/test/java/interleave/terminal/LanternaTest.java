package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;

class LanternaTest {
    @Test
    void whoAsksDoesNotWaitForIt() {
        List<Runnable> begun = new ArrayList<>();
        Lanterna lanterna = new Lanterna(begun::add, () -> {});
        assertFalse(lanterna.ready());
        assertFalse(lanterna.ready());
        assertEquals(1, begun.size());
        begun.getFirst().run();
        assertTrue(lanterna.ready());
        assertEquals(1, begun.size());
    }

    @Test
    void withoutAThreadItIsReadyAtOnce() {
        Lanterna lanterna = new Lanterna(
                load -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                () -> {});
        assertTrue(lanterna.ready());
    }

    @Test
    void withoutTheApplicationFolderThereIsNone() {
        Lanterna lanterna = new Lanterna(Runnable::run, () -> {
            throw new ServiceConfigurationError("its jar cannot be opened");
        });
        assertFalse(lanterna.ready());
        assertFalse(lanterna.ready());
    }
}
