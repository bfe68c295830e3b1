package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.metric.ServerMetrics;
import interleave.metric.ThreadMetrics;
import interleave.run.ExtraMetrics;
import interleave.run.RunMetric;
import interleave.run.RunMetrics;
import interleave.run.SampleField;
import interleave.run.WholeRunMetrics;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The recipes of the map, "How to add": whoever forgets the line in a catalogue is told here. What else there is to a
 * new thing is iterated from the catalogues, each by a test of its own.
 */
class RecipesTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("interleave");

    /** By what is implemented, the catalogue that each implementation is a line of. */
    private static final Map<String, String> CATALOGUES = Map.of(
            "interleave.panel.Panel", "interleave.panel.Panels",
            "interleave.probe.Probe", "interleave.probe.Probes",
            "interleave.execution.Model", "interleave.catalogue.Models",
            "interleave.lab.claims.Claim", "interleave.lab.claims.Claims");

    @Test
    void everyPanelProbeModelAndClaimIsInItsCatalogue() {
        CATALOGUES.forEach((what, where) -> {
            JavaClass catalogue = OURS.get(where);
            List<String> missing = OURS.stream()
                    .filter(type -> type.isAssignableTo(what))
                    .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                    .filter(type -> catalogue.getConstructorCallsFromSelf().stream()
                            .noneMatch(call -> call.getTargetOwner().equals(type)))
                    .map(JavaClass::getSimpleName)
                    .sorted()
                    .toList();
            assertEquals(List.of(), missing, "no line of " + where);
        });
    }

    @Test
    void everyTaskIsInTheCatalogue() {
        List<String> missing = OURS.stream()
                .filter(type -> type.getPackageName().startsWith("interleave.tasks."))
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().getName().equals("interleave.task.TaskInfo"))
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> field.getAccessesToSelf().stream()
                        .noneMatch(access -> access.getOriginOwner().getName().equals("interleave.catalogue.Tasks")))
                .map(JavaField::getFullName)
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyMetricIsInTheListOfItsCatalogue() throws ReflectiveOperationException {
        in(HostMetrics.class, Metric.class, HostMetrics.ALL::contains);
        in(ProcessMetrics.class, Metric.class, ProcessMetrics.ALL::contains);
        in(ThreadMetrics.class, Metric.class, ThreadMetrics.ALL::contains);
        in(ServerMetrics.class, Metric.class, ServerMetrics.ALL::contains);
        List<String> families = OURS.stream()
                .filter(type -> type.getPackageName().equals("interleave.run"))
                .filter(type -> type.getFields().stream()
                        .anyMatch(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && field.getRawType().isEquivalentTo(RunMetric.class)))
                .map(JavaClass::getName)
                .toList();
        assertTrue(families.size() > 3, families.toString());
        for (String family : families)
            in(
                    Class.forName(family),
                    RunMetric.class,
                    metric -> RunMetrics.ALL.contains(metric) || WholeRunMetrics.ALL.contains(metric));
    }

    private static <M> void in(Class<?> catalogue, Class<M> type, Predicate<M> listed)
            throws ReflectiveOperationException {
        for (Field field : catalogue.getDeclaredFields()) {
            if (field.getType() != type) continue;
            field.setAccessible(true);
            assertTrue(listed.test(type.cast(field.get(null))), field + " is in no list");
        }
    }

    /**
     * A number of a run is told by somebody, under its name on the wire or the constant of it, and whoever tells one
     * tells it by that.
     */
    @Test
    void everyNumberOfARunIsToldBySomebody() throws IOException, ReflectiveOperationException {
        List<String> untold = new ArrayList<>();
        String tellers = sources("child", "execution", "task", "tasks", "worker");
        for (Field field : ExtraMetrics.class.getFields())
            if (field.getType() == String.class)
                tellers = tellers.replace("ExtraMetrics." + field.getName(), '"' + (String) field.get(null) + '"');
        for (RunMetric metric : ExtraMetrics.KNOWN)
            if (!tellers.contains('"' + metric.extra() + '"')) untold.add(metric.extra());
        for (SampleField field : SampleField.values())
            if (!tellers.matches("(?s).*\\b" + field.name() + "\\b.*")) untold.add(field.name());
        assertEquals(List.of(), untold, "nobody tells them");
    }

    private static String sources(String... rooms) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String room : rooms)
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/interleave", room))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList())
                    all.append(Files.readString(file));
            }
        return all.toString();
    }
}
