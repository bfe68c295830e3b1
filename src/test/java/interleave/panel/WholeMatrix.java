package interleave.panel;

import interleave.catalogue.Workloads;
import interleave.spec.Workload;
import interleave.state.Menu;
import java.util.ArrayList;
import java.util.List;

/** The whole catalogue on two cores, with as many digits as there can be: what screens of the matrix are drawn with. */
final class WholeMatrix {
    /** Have the digits behind those of the menu. */
    private static final List<Workload> MORE_DIGITS =
            List.of(new Workload("timer", "virtual"), new Workload("fetch-and-blur", "hybrid"));

    static final Menu MENU = menu();

    private WholeMatrix() {}

    /** A workload's place in the menu. */
    static int place(String workload) {
        for (int i = 0; i < MENU.all().size(); i++)
            if (MENU.all().get(i).workload().toString().equals(workload)) return i;
        throw new IllegalArgumentException("no workload " + workload);
    }

    private static Menu menu() {
        List<Workload> digits = new ArrayList<>(Menu.DIGITS);
        digits.addAll(MORE_DIGITS);
        return Menu.of(Workloads.all(2), digits);
    }
}
