package interleave.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import interleave.program.Program;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A headless run, as its JSON tells it. */
final class Results {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern STOOD_STILL =
            Pattern.compile("stood still for ([0-9.]+) s, stopped, frozen or asleep: that is left out");

    private Results() {}

    /** The summaries of a run that went well, by the words of its command line. */
    static List<JsonObject> summaries(String line) throws Exception {
        Program.Result result = result(line);
        assertEquals(List.of(), complaints(result));
        return summaries(result);
    }

    /** All that was said but that the machine let nothing run for a time: it did, and the numbers leave it out. */
    static List<String> complaints(Program.Result result) {
        return result.err()
                .lines()
                .filter(line -> !STOOD_STILL.matcher(line).find())
                .toList();
    }

    /** Seconds that runs said to have stood still for, of all of them. */
    static double stoodStill(Program.Result result) {
        return STOOD_STILL
                .matcher(result.err())
                .results()
                .mapToDouble(told -> Double.parseDouble(told.group(1)))
                .sum();
    }

    static List<JsonObject> summaries(Program.Result result) {
        return result.out()
                .lines()
                .map(Results::parsed)
                .filter(Results::isSummary)
                .toList();
    }

    /** The same, with what was said meanwhile. */
    static Program.Result result(String line) throws Exception {
        Program program = new Program();
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(List.of(line.split(" ")));
        arguments.addAll(List.of("--format", "json"));
        Program.Result result = program.run(LIMIT, arguments.toArray(String[]::new));
        assertEquals(0, result.status(), result.toString());
        program.awaitNothingLeft(Duration.ofSeconds(3));
        return result;
    }

    public static JsonObject summary(String line) throws Exception {
        return summaries(line).getFirst();
    }

    /** As {@link #summary}, where something is done to the processes as each interval is told. */
    public static JsonObject summary(Program program, String line, Consumer<Integer> atInterval) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(List.of(line.split(" ")));
        arguments.addAll(List.of("--format", "json"));
        Process run = program.start(arguments.toArray(String[]::new));
        JsonObject last = new JsonObject();
        try (BufferedReader lines = run.inputReader(StandardCharsets.UTF_8)) {
            int interval = 0;
            for (String text; (text = lines.readLine()) != null; ) {
                last = parsed(text);
                if (!isSummary(last)) atInterval.accept(++interval);
            }
        }
        assertEquals(0, run.waitFor());
        assertTrue(isSummary(last), "a summary at the end");
        program.awaitNothingLeft(Duration.ofSeconds(3));
        return last;
    }

    private static boolean isSummary(JsonObject object) {
        return "summary".equals(object.getString("type"));
    }

    private static JsonObject parsed(String line) {
        try {
            return JsonParser.object().from(line);
        } catch (JsonParserException e) {
            throw new AssertionError(line, e);
        }
    }

    /** A number that must be there. */
    static double number(JsonObject object, String... path) {
        JsonObject at = object;
        for (int i = 0; i < path.length - 1; i++) at = at.getObject(path[i]);
        String name = path[path.length - 1];
        assertTrue(at.get(name) instanceof Number, () -> name + " is missing: " + object);
        return at.getDouble(name);
    }

    static void assertBetween(double least, double most, double value, String what) {
        assertTrue(
                value >= least && value <= most, () -> what + ": " + value + " is not from " + least + " to " + most);
    }
}
