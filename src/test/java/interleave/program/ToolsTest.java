package interleave.program;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ToolsTest {
    private static final String MISSING = "it needs mpstat: install the package sysstat";

    @Test
    void whatIsMissingIsSkippedWithItsPackageOrFailsWhereItIsRequired() {
        String none = "/nowhere";
        assertEquals(
                MISSING,
                assertThrows(TestAbortedException.class, () -> Tools.need(none, false, "mpstat"))
                        .getMessage());
        assertEquals(
                MISSING,
                assertThrows(AssertionFailedError.class, () -> Tools.need(none, true, "mpstat"))
                        .getMessage());
        assertDoesNotThrow(() -> Tools.need("/bin:/usr/bin", true, "bash"));
    }

    /** The gate looks for all of them and installs their packages, so that nothing is skipped there. */
    @Test
    void theGateBringsWhatTestsNeedAndNothingElse() throws IOException {
        assertEquals(Tools.PACKAGES.keySet(), needed());
        String gate = Files.readString(Path.of(".ci/run"));
        Set<String> lookedFor = words(gate, "(?s)missing\\(\\) \\{(.*?)\n}");
        assertTrue(lookedFor.containsAll(Tools.PACKAGES.keySet()), lookedFor.toString());
        assertEquals(Set.copyOf(Tools.PACKAGES.values()), words(gate, "no-install-recommends \\\\\\s+([^\n]+)"));
        assertTrue(gate.contains("\nexport INTERLEAVE_TOOLS=required\n"), gate);
    }

    private static Set<String> words(String text, String regex) {
        Matcher found = Pattern.compile(regex).matcher(text);
        assertTrue(found.find(), regex);
        return Stream.of(found.group(1).strip().split("[\\s;]+")).collect(Collectors.toSet());
    }

    /** As the tests' own words have it: all of these, or the first of those. */
    private static Set<String> needed() throws IOException {
        Pattern need = Pattern.compile("Tools\\.(?:need\\(((?:\"[a-z-]+\",? ?)+)\\)|oneOf\\((\"[a-z-]+\"))");
        Set<String> tools = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator)
                need.matcher(Files.readString(file)).results().forEach(call -> {
                    String names = call.group(1) == null ? call.group(2) : call.group(1);
                    tools.addAll(List.of(names.replace("\"", "").split(", ")));
                });
        }
        return tools;
    }
}
