package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The gate of a fresh machine, {@code .ci/run}. */
class GateTest {
    private static final Pattern COMMAND = Pattern.compile("^```\\n([^\\n]+)\\n```$", Pattern.MULTILINE);

    /** Else the README would promise what nobody tries. */
    @Test
    void itRunsTheTwoCommandsOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String chapter = readme.substring(readme.indexOf("## Build, run, test\n"), readme.indexOf("## Keys\n"));
        List<String> commands = COMMAND.matcher(chapter)
                .results()
                .map(MatchResult::group)
                .map(block -> block.replace("```", "").strip())
                .toList();
        assertEquals(2, commands.size(), commands.toString());
        List<String> gate =
                Files.readString(Path.of(".ci/run")).lines().map(String::strip).toList();
        for (String command : commands) assertTrue(gate.contains(command), command);
    }
}
