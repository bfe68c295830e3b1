package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import interleave.lab.Place;
import interleave.lab.claims.Claim;
import interleave.lab.claims.Claims;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/**
 * Holds the README's results, and the report beside them, against the file of the lab that they are of. They are
 * written by {@code src/bench/lab}, which measures anew, or by {@code mvn test -Dtest=ReadmeResultsTest
 * -Dgolden=update} from what is there.
 */
class ReadmeResultsTest {
    private static final Path README = Path.of("README.md");
    private static final Path LAB = Path.of("src/site/resources/lab");
    private static final List<String> MODELS = List.of("event-loop", "virtual", "threads", "pool");

    @Test
    void theTableOfClaimsHasTheVerdictsOfTheLab() throws Exception {
        StringJoiner table =
                new StringJoiner("\n", "| claim | the sentence that it tests | here |\n|---|---|---|\n", "\n");
        for (Claim claim : Claims.ALL)
            table.add("| `" + claim.name() + "` | " + claim.sentence() + " | " + verdict(claim) + " |");
        between("<!-- claims: generated from the lab's results -->\n", "<!-- end of claims -->\n", table.toString());
    }

    @Test
    void theFirstResultIsTheLabs() throws Exception {
        JsonObject setup = lines().getFirst();
        StringJoiner table = new StringJoiner("\n", "", "\n");
        table.add(
                "%d CPUs (%s), Linux %s, JDK %s, %s; medians over fresh processes, each with 256 requests in flight to"
                        .formatted(
                                setup.getInt("cpus"),
                                setup.getString("processor", "of an unknown kind")
                                        .trim(),
                                setup.getString("kernel").replaceAll("^(\\d+\\.\\d+).*", "$1"),
                                setup.getString("java"),
                                setup.getString("time").substring(0, 10)));
        table.add("the service that answers after 20 ms. Apart: run and service on CPUs of their own; free: where the"
                + " scheduler puts them.\n");
        table.add("| workload | place | tasks/s | switches per task | CPU µs per task | response p99 | OS threads |"
                + " processes |");
        table.add("|---|---|---|---|---|---|---|---|");
        List<String> rows = new ArrayList<>();
        for (String model : MODELS)
            for (Place place : List.of(Place.APART, Place.FREE))
                first(model, place).ifPresent(rows::add);
        // A quick lab has no such sides, and one that was cut short may have none: then an earlier table stays.
        if (setup.getBoolean("quick") || rows.isEmpty()) return;
        rows.forEach(table::add);
        between("<!-- results: generated from the lab's -->\n", "<!-- end of results -->\n", table.toString());
    }

    /** The page beside the file is of the same run. */
    @Test
    void theReportIsOfTheSameLab() throws Exception {
        String page = Files.readString(LAB.resolve("report.html"));
        for (JsonObject line : lines())
            if ("claim".equals(line.getString("type")))
                assertTrue(page.contains(escaped(line.getString("why"))), line.getString("claim"));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String verdict(Claim claim) throws Exception {
        for (JsonObject line : lines())
            if ("claim".equals(line.getString("type")) && claim.name().equals(line.getString("claim")))
                return "**" + line.getString("verdict") + "**: " + line.getString("why");
        return "not reached";
    }

    private static Optional<String> first(String model, Place place) throws Exception {
        String measures = "http/" + model + ", 256 in flight, " + place.key;
        for (JsonObject line : lines()) {
            if (!measures.equals(line.getString("measures"))) continue;
            JsonObject numbers = line.getObject("numbers");
            return Optional.of(String.format(
                    Locale.ROOT,
                    "| `http/%s` | %s | %,.0f | %.3f | %.1f | %.1f ms | %.0f | %d |",
                    model,
                    place.key,
                    numbers.getDouble("tasks_per_s"),
                    numbers.getDouble("switches_per_task"),
                    numbers.getDouble("cpu_us_per_task"),
                    numbers.getDouble("response_p99_ms"),
                    numbers.getDouble("os_threads_peak"),
                    line.getInt("repetitions")));
        }
        return Optional.empty();
    }

    private static List<JsonObject> lines() throws IOException, JsonParserException {
        List<JsonObject> lines = new ArrayList<>();
        for (String line : Files.readAllLines(LAB.resolve("results.json")))
            lines.add(JsonParser.object().from(line));
        assertEquals("summary", lines.getLast().getString("type"), "the file of a lab that went on to its end");
        return lines;
    }

    private static void between(String begin, String end, String table) throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(begin) + begin.length();
        int to = readme.indexOf(end);
        assertTrue(from >= begin.length() && to >= from, begin);
        if (System.getProperty("golden", "").equals("update") && System.getenv("CI") == null)
            Files.writeString(README, readme.substring(0, from) + table + readme.substring(to));
        else
            assertEquals(
                    table,
                    readme.substring(from, to),
                    "must be what mvn test -Dtest=ReadmeResultsTest -Dgolden=update writes");
    }
}
