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
import com.tngtech.archunit.lang.ArchRule;
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
import java.util.stream.Stream;
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

    /** Things of others and who may use them: a package or method, {@code only} or {@code never}, rooms or classes. */
    private static final Path RULES = Path.of("config/import.rules");

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

    /** Of the monitor and the commands; a child's come with its task and model. */
    @Test
    void theMapNamesEveryThread() throws IOException {
        Pattern named = Pattern.compile("Thread\\.ofPlatform\\(\\)[^;]*?\\.name\\(\"([^\"]+)\"\\)");
        Pattern hook = Pattern.compile("new Thread\\([^;\"]+, \"([^\"]+)\"");
        Pattern outlet = Pattern.compile("new Outlet\\(\"([^\"]+)\"");
        String map = read(SOURCES.resolve("interleave/package-info.java")).replaceAll("\\s+\\* +", " ");
        Set<String> missing = new TreeSet<>();
        for (String room : List.of("supervisor", "terminal", "probe", "trial", "lab", "cli", "."))
            try (Stream<Path> files = Files.walk(SOURCES.resolve("interleave/" + room), room.equals(".") ? 1 : 9)) {
                for (Path file : files.filter(each -> each.toString().matches(".*(?<!Training)\\.java"))
                        .toList())
                    for (Pattern pattern : List.of(named, hook, outlet))
                        pattern.matcher(read(file)).results().forEach(found -> missing.add(found.group(1)));
            }
        assertTrue(missing.size() > 10, missing.toString());
        missing.removeIf(name -> map.contains("{@code " + name + "}"));
        assertEquals(Set.of(), missing);
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
    void thingsOfOthersStayBehindTheirDoors() {
        List<Rule> rules = read(RULES)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Rule::of)
                .toList();
        assertTrue(rules.size() > 10, rules.toString());
        rules.forEach(Rule::check);
    }

    /**
     * A line of the rules.
     *
     * @param thing a package with all below it, or a method of a class and of those that inherit it
     * @param only whether the others may not use it, rather than these
     * @param who rooms, the root as {@code interleave}; or classes by their full names
     */
    private record Rule(String thing, boolean only, Set<String> who) {
        static Rule of(String line) {
            String[] words = line.split(" +");
            assertTrue(words.length > 2 && Set.of("only", "never").contains(words[1]), line);
            Set<String> who = Set.of(Arrays.copyOfRange(words, 2, words.length));
            for (String each : who)
                assertTrue(
                        OURS.stream().anyMatch(type -> each.equals(room(type)) || each.equals(type.getName())),
                        each + " is none of ours: " + line);
            return new Rule(words[0], words[1].equals("only"), who);
        }

        private static String room(JavaClass type) {
            String room = roomOf(packageOf(type));
            return room.isEmpty() ? "interleave" : room;
        }

        private boolean forbids(JavaClass type) {
            return (who.contains(room(type)) || who.contains(type.getName())) != only;
        }

        void check() {
            var forbidden = noClasses()
                    .that(DescribedPredicate.describe("are " + (only ? "outside " : "in ") + who, this::forbids))
                    .should();
            int method = thing.indexOf('#');
            ArchRule rule = method < 0
                    ? forbidden.dependOnClassesThat(resideInAnyPackage(thing))
                    : forbidden.callCodeUnitWhere(call(thing.substring(0, method), thing.substring(method + 1)));
            rule.check(OURS);
        }
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

    private static DescribedPredicate<JavaCall<?>> call(String owner, String method) {
        return DescribedPredicate.describe(
                owner + "." + method,
                call -> call.getTarget().getName().equals(method)
                        && call.getTarget().getOwner().isAssignableTo(owner));
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
