package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab of the finished program, by claims that noise cannot spoil. */
class LabIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration ORDERLY = Duration.ofSeconds(3);

    private final Program program = new Program();

    @TempDir
    private Path folder;

    @Test
    void aClaimHasItsVerdictAndIsABaselineAfterwards() throws Exception {
        Path page = folder.resolve("lab.html");
        Program.Result result = program.run(
                LIMIT,
                "lab",
                "--quick",
                "deadlocks-happen",
                "errors-travel-differently",
                "--format",
                "json",
                "--report",
                page.toString());
        assertEquals(0, result.status(), result.toString());
        List<String> lines = result.out().lines().toList();
        assertTrue(lines.getFirst().startsWith("{\"type\":\"setup\""), lines.getFirst());
        assertTrue(lines.getLast().startsWith("{\"type\":\"summary\""), lines.getLast());
        List<JsonObject> claims = lines.stream()
                .filter(line -> line.startsWith("{\"type\":\"claim\""))
                .map(LabIT::json)
                .toList();
        assertEquals(
                List.of("deadlocks-happen", "errors-travel-differently"),
                claims.stream().map(claim -> claim.getString("claim")).toList());
        for (JsonObject claim : claims) assertEquals("CONFIRMED", claim.getString("verdict"), claim.toString());
        assertTrue(claims.getFirst().getObject("numbers").getDouble("deadlocks") > 0, result.out());

        assertTrue(Files.readString(page).contains("CONFIRMED"), result.toString());

        String other = result.out().replace("\"verdict\":\"CONFIRMED\"", "\"verdict\":\"REFUTED\"");
        Path earlier = Files.writeString(folder.resolve("earlier.json"), other);
        Program.Result changed =
                program.run(LIMIT, "lab", "--quick", "deadlocks-happen", "--baseline", earlier.toString());
        assertEquals(1, changed.status(), changed.toString());
        assertTrue(changed.err().contains("deadlocks-happen was REFUTED and is CONFIRMED"), changed.err());

        Path cut = Files.write(folder.resolve("cut.json"), lines.subList(0, lines.size() - 1));
        Program.Result refused = program.run(LIMIT, "lab", "--baseline", cut.toString());
        assertEquals(2, refused.status(), refused.toString());
        assertTrue(refused.err().contains("is cut off"), refused.err());
        assertEquals(1, refused.err().lines().count(), refused.err());
        program.awaitNothingLeft(ORDERLY);
    }

    /** The finding is told all the same. */
    @Test
    void aReportThatCannotBeWrittenIsOneLine() throws Exception {
        Program.Result full = program.run(LIMIT, "lab", "--quick", "deadlocks-happen", "--report", "/dev/full");
        assertEquals(1, full.status(), full.toString());
        assertTrue(full.err().contains("--report /dev/full cannot be written"), full.err());
        assertEquals(1, full.err().lines().count(), full.err());
        assertTrue(full.out().startsWith("CONFIRMED"), full.out());
        Program.Result nowhere = program.run(
                LIMIT, "lab", "--report", folder.resolve("no/lab.html").toString());
        assertEquals(2, nowhere.status(), nowhere.toString());
        assertTrue(nowhere.err().contains("is in no folder that there is"), nowhere.err());
        program.awaitNothingLeft(ORDERLY);
    }

    private static JsonObject json(String line) {
        try {
            return JsonParser.object().from(line);
        } catch (JsonParserException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void anUnknownClaimIsOneLine() throws Exception {
        Program.Result result = program.run(LIMIT, "lab", "thread-use-cores");
        assertEquals(2, result.status(), result.toString());
        assertTrue(result.err().contains("thread-use-cores is no claim; nearest are threads-use-cores"), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }

    @Test
    void anInterruptKeepsWhatWasFinished() throws Exception {
        Process process = program.start("lab", "--quick", "deadlocks-happen", "threads-use-cores", "--format", "json");
        String last = "";
        boolean found = false;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("{\"type\":\"claim\"")) {
                    found = true;
                    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                            .start()
                            .waitFor();
                }
                last = line;
            }
        }
        assertTrue(found);
        assertTrue(last.contains("\"not_reached\":\"threads-use-cores\""), last);
        assertTrue(last.contains("\"signal\":\"SIGINT\"") && last.contains("\"end\":\"stopped\""), last);
        assertEquals(128 + 2, process.waitFor());
        program.awaitNothingLeft(ORDERLY);
    }

    /** Its monitor samples once a minute: it would not see for so long that nobody looks at it any more. */
    @Test
    void aKilledLabLeavesNoMonitorBehind() throws Exception {
        Tools.need("script", "setpriv");
        Process process = program.start("lab", "--quick", "interface-stays-responsive");
        Await.until("its monitor", LIMIT, () -> program.processes().size() > 1);
        process.destroyForcibly().waitFor();
        program.awaitNothingLeft(ORDERLY);
    }

    /**
     * The first claim is measured for long enough to be seen at it. The ninth is one of a single repetition; all others
     * are begun and stopped.
     */
    @Test
    void theMonitorTestsClaims() throws Exception {
        Tools.need("tmux");
        try (Tmux terminal = new Tmux(program, folder, 120, 40)) {
            terminal.type(program.launcher() + " --interval 250ms");
            terminal.awaitMatch("workloads");
            terminal.press("L");
            terminal.awaitMatch("Deadlocks happen, and can be found");
            terminal.press("Enter");
            terminal.awaitMatch("measuring +Awaiting ");
            terminal.awaitMatch("[a-z-]+/[a-z-]+, [0-9]+ in flight: [0-9.k]+ tasks/s");
            terminal.press("s");
            terminal.awaitMatch("the lab was stopped");
            for (int i = 0; i < 8; i++) terminal.press("Down");
            // Another key in the same ten milliseconds would be a paste.
            terminal.awaitMatch("Transfers under two locks");
            terminal.press("Enter");
            terminal.awaitMatch("CONFIRMED +Deadlocks happen");
            terminal.press("n");
            terminal.awaitMatch("0 of 18, [0-9:]+ left");
            terminal.press("s");
            terminal.awaitMatch("the lab was stopped");
            terminal.awaitMatch("CONFIRMED +Deadlocks happen");
            terminal.press("q");
            terminal.awaitPrompt();
        }
        program.awaitNothingLeft(ORDERLY);
    }
}
