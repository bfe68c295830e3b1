package interleave;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may use whom: arrows that point one way. {@code package-info} of the root draws them. */
class ArchitectureTest {
    /** The rooms of words that all others speak. Among themselves, no cycle is what bounds them. */
    private static final Set<String> VOCABULARY = Set.of("metric", "spec", "run");

    /** By package: the packages of ours that it may use besides itself and the {@link #VOCABULARY}, which all may. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("metric", Set.of()),
            Map.entry("spec", Set.of()),
            Map.entry("run", Set.of()),
            Map.entry("screen", Set.of()),
            Map.entry("wire", Set.of()),
            Map.entry("kernel", Set.of()),
            Map.entry("probe", Set.of("kernel")),
            Map.entry("task", Set.of("kernel")),
            Map.entry("tasks.cpu", Set.of("task", "kernel")),
            Map.entry("tasks.file", Set.of("task", "kernel")),
            Map.entry("tasks.http", Set.of("task", "kernel", "tasks.cpu")),
            Map.entry("tasks.serve", Set.of("task", "kernel")),
            Map.entry("tasks.shared", Set.of("task", "kernel", "tasks.cpu")),
            Map.entry("tasks.wait", Set.of("task", "kernel")),
            Map.entry(
                    "catalogue",
                    Set.of(
                            "execution",
                            "task",
                            "kernel",
                            "tasks.cpu",
                            "tasks.file",
                            "tasks.http",
                            "tasks.serve",
                            "tasks.shared",
                            "tasks.wait")),
            Map.entry("config", Set.of("screen")),
            Map.entry("record", Set.of()),
            Map.entry("execution", Set.of("task", "kernel")),
            Map.entry("child", Set.of("execution", "task", "wire", "kernel")),
            Map.entry("service", Set.of("child", "execution", "task", "tasks.serve", "wire", "kernel")),
            Map.entry("worker", Set.of("child", "catalogue", "execution", "task", "wire", "kernel")),
            Map.entry("supervisor", Set.of("wire", "kernel")),
            Map.entry("trial", Set.of("supervisor")),
            Map.entry("state", Set.of("screen")),
            Map.entry("panel", Set.of("state", "screen")),
            Map.entry("terminal", Set.of("screen")),
            Map.entry(
                    "cli",
                    Set.of(
                            "catalogue",
                            "execution",
                            "kernel",
                            "trial",
                            "probe",
                            "record",
                            "config",
                            "screen",
                            "state",
                            "supervisor",
                            "task",
                            "terminal",
                            "wire")));

    /** What runs tasks, in processes of their own; the monitor's own JVM loads none of it, or only the lists. */
    private static final Set<String> WORK = Set.of("task", "tasks", "execution", "child", "service", "worker");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("interleave");

    /** Each package by itself, the root included. */
    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return isOurs(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the packages";
        }
    };

    private static final SliceAssignment PANEL_FILES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (!type.getPackageName().equals("interleave.panel")) return SliceIdentifier.ignore();
            return SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""));
        }

        @Override
        public String getDescription() {
            return "the files of panel";
        }
    };

    @Test
    void packagesUseOnlyWhatTheyMay() {
        Set<String> forbidden = OURS.stream()
                .filter(from -> !packageOf(from).isEmpty())
                .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
                .filter(d -> isOurs(d.getTargetClass().getBaseComponentType()))
                .filter(d -> !may(
                        packageOf(d.getOriginClass()),
                        packageOf(d.getTargetClass().getBaseComponentType())))
                .map(d -> d.getDescription())
                .collect(toCollection(TreeSet::new));
        assertEquals(Set.of(), forbidden);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(OURS);
    }

    /** Here each file is a part of its own: a panel is told what else is on the screen, it does not ask. */
    @Test
    void panelsHaveNoCycles() {
        slices().assignedFrom(PANEL_FILES).should().beFreeOfCycles().check(OURS);
    }

    @Test
    void whatDrawsAndDecidesDoesNoInputOrOutput() {
        noClasses()
                .that(resideInAnyPackage("interleave.panel..", "interleave.state..", "interleave.screen.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net.."))
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void librariesStayBehindTheirDoors() {
        only(Set.of("terminal"), "com.googlecode.lanterna..", "org.jline..");
        only(Set.of("", "cli"), "picocli..");
        only(Set.of("probe"), "oshi..");
        only(WORK, "io.netty..");
    }

    @Test
    void onlyWorkSleeps() {
        noClasses()
                .that(areOutside(WORK))
                .and()
                .doNotHaveFullyQualifiedName("interleave.Training")
                .should()
                .callCodeUnitWhere(call("java.lang.Thread", "sleep"))
                .check(OURS);
    }

    /** The monitor stays out of its own picture: named platform threads alone. */
    @Test
    void onlyWorkUsesVirtualThreadsAndTheCommonPool() {
        noCalls(WORK, call("java.lang.Thread", "ofVirtual"));
        noCalls(WORK, call("java.lang.Thread", "startVirtualThread"));
        noCalls(WORK, call("java.util.concurrent.Executors", "newVirtualThreadPerTaskExecutor"));
        noCalls(WORK, call("java.util.concurrent.ForkJoinPool", "commonPool"));
        noCalls(WORK, call("java.util.Collection", "parallelStream"));
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(OURS);
    }

    @Test
    void filesStaySmall() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            List<Path> large = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > 300)
                    .toList();
            assertEquals(List.of(), large, "files over 300 lines");
        }
    }

    private static boolean may(String from, String to) {
        if (!MAY_USE.containsKey(from)) throw new AssertionError("no rule for the package " + from);
        return from.equals(to) || VOCABULARY.contains(to) || MAY_USE.get(from).contains(to);
    }

    private static void only(Set<String> packages, String... libraries) {
        noClasses()
                .that(areOutside(packages))
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries))
                .check(OURS);
    }

    private static void noCalls(Set<String> except, DescribedPredicate<JavaCall<?>> call) {
        noClasses().that(areOutside(except)).should().callCodeUnitWhere(call).check(OURS);
    }

    private static DescribedPredicate<JavaCall<?>> call(String owner, String method) {
        return DescribedPredicate.describe(
                owner + "." + method,
                call -> call.getTarget().getName().equals(method)
                        && call.getTarget().getOwner().isAssignableTo(owner));
    }

    private static DescribedPredicate<JavaClass> areOutside(Set<String> packages) {
        return DescribedPredicate.describe("are outside " + packages, c -> !packages.contains(roomOf(packageOf(c))));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals("interleave")
                || type.getPackageName().startsWith("interleave.");
    }

    /** {@code interleave.wire} is {@code wire}, {@code interleave} is empty. */
    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("interleave") ? "" : name.substring("interleave.".length());
    }

    /** {@code tasks.http} is in the room {@code tasks}. */
    private static String roomOf(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
