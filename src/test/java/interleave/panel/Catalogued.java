package interleave.panel;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** Every panel of the catalogue, for tests. */
final class Catalogued {
    static final List<Panel> PANELS = panels();

    private Catalogued() {}

    private static List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        try {
            for (Field field : Panels.class.getDeclaredFields())
                if (field.getType() == Panel.class) panels.add((Panel) field.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        return List.copyOf(panels);
    }
}
