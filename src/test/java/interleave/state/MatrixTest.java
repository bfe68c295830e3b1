package interleave.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.spec.Load;
import interleave.spec.Workload;
import interleave.spec.WorkloadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static final List<String> TASKS = List.of("http", "timer", "image");
    private static final List<String> MODELS = List.of("single", "event-loop", "virtual", "pool");
    private static final Matrix MATRIX = Matrix.of(menu("http/virtual", "http/single", "image/pool"));

    /** The keyed cells in their own order, then the others by task and model, as the catalogue gives them. */
    static List<WorkloadInfo> menu(String... keyed) {
        List<WorkloadInfo> menu = new ArrayList<>();
        for (String name : keyed) menu.add(info(name, Optional.of((char) ('1' + menu.size()))));
        for (String task : TASKS)
            for (String model : MODELS)
                if (!List.of(keyed).contains(task + "/" + model)) menu.add(info(task + "/" + model, Optional.empty()));
        return menu;
    }

    private static WorkloadInfo info(String name, Optional<Character> key) {
        Workload workload = new Workload(name.split("/")[0], name.split("/")[1]);
        return new WorkloadInfo(workload, key, "", new Load.Closed(4), List.of(), Map.of(), false, Optional.empty());
    }

    @Test
    void tasksAndModelsAreInTheCataloguesOrderWhateverHasKeys() {
        assertEquals(TASKS, MATRIX.tasks());
        assertEquals(MODELS, MATRIX.models());
        assertEquals(TASKS, Matrix.of(menu()).tasks());
        assertEquals(MODELS, Matrix.of(menu("image/pool", "timer/pool")).models());
    }

    @Test
    void eachCellIsWhereItsNameSays() {
        List<WorkloadInfo> menu = menu("http/virtual", "http/single", "image/pool");
        for (int i = 0; i < menu.size(); i++) {
            Workload workload = menu.get(i).workload();
            assertEquals(workload.task(), MATRIX.tasks().get(MATRIX.rowOf(i)));
            assertEquals(workload.model(), MATRIX.models().get(MATRIX.columnOf(i)));
            assertEquals(i, MATRIX.cells()[MATRIX.rowOf(i)][MATRIX.columnOf(i)]);
        }
    }

    @Test
    void movesStopAtTheEdge() {
        int corner = MATRIX.cells()[0][0];
        assertEquals(corner, MATRIX.moved(corner, -1, 0));
        assertEquals(corner, MATRIX.moved(corner, 0, -1));
        assertEquals(MATRIX.cells()[1][0], MATRIX.moved(corner, 1, 0));
        assertEquals(MATRIX.cells()[0][1], MATRIX.moved(corner, 0, 1));
    }

    @Test
    void movesPassOverWhatIsNotThere() {
        List<WorkloadInfo> menu = menu();
        menu.removeIf(info -> info.workload().toString().equals("timer/single"));
        Matrix matrix = Matrix.of(menu);
        assertEquals(matrix.cells()[2][0], matrix.moved(matrix.cells()[0][0], 1, 0));
    }

    @Test
    void nothingIsAMatrixToo() {
        Matrix none = Matrix.of(List.of());
        assertEquals(0, none.rowOf(0));
        assertEquals(0, none.columnOf(0));
        assertEquals(0, none.moved(0, 1, 0));
    }
}
