package interleave.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.spec.Load;
import interleave.spec.Workload;
import interleave.spec.WorkloadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static final List<String> TASKS = List.of("http", "timer", "image");
    private static final List<String> MODELS = List.of("single", "event-loop", "virtual", "pool");
    private static final Menu MENU = menu("http/virtual", "http/single", "image/pool");
    private static final Matrix MATRIX = MENU.matrix();

    /** Those with digits in their own order, then the others by task and model, as the catalogue gives them. */
    static Menu menu(String... digits) {
        List<Workload> keyed = Arrays.stream(digits).map(MatrixTest::workload).toList();
        return Menu.of(catalogue(), keyed);
    }

    private static List<WorkloadInfo> catalogue() {
        List<WorkloadInfo> all = new ArrayList<>();
        for (String task : TASKS) for (String model : MODELS) all.add(info(new Workload(task, model)));
        return all;
    }

    private static Workload workload(String name) {
        return new Workload(name.split("/")[0], name.split("/")[1]);
    }

    private static WorkloadInfo info(Workload workload) {
        return new WorkloadInfo(workload, "", new Load.Closed(4), List.of(), Map.of(), false, false, Optional.empty());
    }

    @Test
    void tasksAndModelsAreInTheCataloguesOrderWhateverHasKeys() {
        assertEquals(TASKS, MATRIX.tasks());
        assertEquals(MODELS, MATRIX.models());
        assertEquals(TASKS, menu().matrix().tasks());
        assertEquals(MODELS, menu("image/pool", "timer/pool").matrix().models());
    }

    @Test
    void eachCellIsWhereItsNameSays() {
        List<WorkloadInfo> menu = MENU.all();
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
        List<WorkloadInfo> menu = catalogue();
        menu.removeIf(info -> info.workload().toString().equals("timer/single"));
        Matrix matrix = Menu.of(menu, List.of()).matrix();
        assertEquals(matrix.cells()[2][0], matrix.moved(matrix.cells()[0][0], 1, 0));
    }

    @Test
    void nothingIsAMatrixToo() {
        Matrix none = Menu.of(List.of()).matrix();
        assertEquals(0, none.rowOf(0));
        assertEquals(0, none.columnOf(0));
        assertEquals(0, none.moved(0, 1, 0));
    }
}
