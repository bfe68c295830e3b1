package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.catalogue.Models;
import interleave.catalogue.Tasks;
import interleave.execution.Taken;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The one workload that the supervisor knows by its name, since it starts it by itself, is what it has to be. */
class ClientsTest {
    @Test
    void aClientAsksAndHasAConnectionForEachTaskInFlight() {
        assertTrue(Tasks.needsService(Clients.ASKING));
        assertEquals(
                Optional.of(Taken.ONE_EACH),
                Models.named(Clients.ASKING.model()).map(model -> model.connections()));
    }
}
