package interleave;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds the map in the root's {@code package-info} against the code: who may use whom, by arrows that point one way.
 */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");

    /** A line of the map: a room, and in parentheses the rooms that it may use. */
    private static final Pattern ROOM = Pattern.compile("<li>\\{@code ([a-z.]+)} \\(([a-z., ]*)\\):");

    /** By package: the packages of ours that it may use besides itself, as the map in the root's package-info says. */
    private static final Map<String, Set<String>> MAY_USE = map();

    /**
     * The rooms that run tasks, in processes of their own; the monitor's own JVM loads none of it, or only the lists.
     */
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
    void theMapNamesEveryPackage() {
        Set<String> packages = OURS.stream()
                .map(ArchitectureTest::packageOf)
                .filter(name -> !name.isEmpty())
                .collect(toCollection(TreeSet::new));
        assertEquals(packages, MAY_USE.keySet());
    }

    @Test
    void theMapLeadsToRoomsThatThereAre() {
        for (Map.Entry<String, Set<String>> room : MAY_USE.entrySet())
            for (String used : room.getValue())
                assertTrue(
                        MAY_USE.keySet().stream()
                                .anyMatch(name ->
                                        name.equals(used) || roomOf(name).equals(used)),
                        room.getKey() + " may use " + used + ", which is on no map");
    }

    /** Who reads the code from any file finds out there what the room is, and from the documents where the map is. */
    @Test
    void everyPackageSaysWhatItIs() {
        for (String name : MAY_USE.keySet()) {
            String words = read(SOURCES.resolve("interleave")
                    .resolve(name.replace('.', '/'))
                    .resolve("package-info.java"));
            assertTrue(words.startsWith("/**"), name);
            assertTrue(words.lines().count() <= 12, name + " says too much: the map has the rest");
        }
        for (Path document : List.of(Path.of("README.md"), Path.of(".github/CONTRIBUTING.md")))
            assertTrue(read(document).contains("src/main/java/interleave/package-info.java"), document.toString());
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

    /** {@code tasks} stands for all its families. */
    private static boolean may(String from, String to) {
        Set<String> may = MAY_USE.getOrDefault(from, Set.of());
        return from.equals(to)
                || may.contains(to)
                || may.contains(roomOf(to)) && !roomOf(to).equals(to);
    }

    private static Map<String, Set<String>> map() {
        Map<String, Set<String>> map = new TreeMap<>();
        Matcher room = ROOM.matcher(
                read(SOURCES.resolve("interleave/package-info.java")).replaceAll("\n \\* +", " "));
        while (room.find()) {
            Set<String> uses = Arrays.stream(room.group(2).split(", "))
                    .filter(name -> !name.isEmpty())
                    .collect(toCollection(TreeSet::new));
            assertNull(map.put(room.group(1), uses), room.group(1) + " is on the map twice");
        }
        return map;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
