package interleave;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.kernel.Reason;
import interleave.record.Csv;
import interleave.record.ResultRow;
import interleave.record.ResultValue;
import interleave.spec.Knob;
import interleave.state.Scene;
import interleave.state.Totals;
import interleave.state.WorkloadCell;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The steps so far as a CSV file: a line for each setting that held for some seconds, oldest first. */
final class StepsFile {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    /** Makes a file that is not there yet. */
    interface Opener {
        OutputStream open(Path file) throws IOException;
    }

    private StepsFile() {}

    static String name(LocalDateTime now) {
        return "interleave-steps-" + now.format(SECOND) + ".csv";
    }

    /** A header, and a line for each step; its numbers have the names of {@code run --format csv}. */
    static List<String> lines(Scene scene, Instant now) {
        List<Map<String, ResultValue>> rows = new ArrayList<>();
        for (Totals step : scene.totals()) rows.add(row(step, scene));
        Csv csv = Csv.of(rows);
        List<String> lines = new ArrayList<>(List.of(csv.header()));
        for (Map<String, ResultValue> row : rows) lines.add(csv.line("step", now, row));
        return lines;
    }

    private static Map<String, ResultValue> row(Totals step, Scene scene) {
        ResultRow row = new ResultRow()
                .whole("run", step.status().id().number())
                .text("workload", step.status().workload().toString())
                .value("load", new ResultValue.Amount(step.status().load()));
        for (Knob knob : Knob.values()) row.text(knob.key, knob(knob, step, scene));
        row.text("placement", step.placement());
        row.text("phase", step.status().phase().name().toLowerCase(Locale.ROOT));
        row.text("verified", step.completed() == 0 ? "" : String.valueOf(step.good()));
        return row.readings(step.readings()).fields();
    }

    /** As it was, told or left to the workload; empty where the workload has none. */
    private static String knob(Knob knob, Totals step, Scene scene) {
        for (WorkloadCell cell : scene.slots()) {
            boolean its = cell.info().workload().equals(step.status().workload());
            if (its && cell.info().knobs().contains(knob))
                return String.valueOf(cell.under(step.status().spec()).value(knob));
        }
        return "";
    }

    /** Writes it, whole or not at all, and gives what there is to say of that in one line. Blocks. */
    static String written(Path folder, String name, List<String> lines) {
        return written(folder, name, lines, StepsFile::open);
    }

    private static OutputStream open(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    static String written(Path folder, String name, List<String> lines, Opener opener) {
        if (!Files.isDirectory(folder))
            return "the steps cannot be written: there is no folder " + folder + " any more";
        Path file = folder.resolve(name);
        boolean ours = false;
        try (OutputStream out = opener.open(file)) {
            ours = true;
            out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            if (ours) forget(file);
            // On a screen a long path is cut, and the reason stands before it.
            return "the steps cannot be written: " + Reason.of(e) + ": " + file;
        }
        int steps = lines.size() - 1;
        return (steps == 1 ? "1 step" : steps + " steps") + " written to " + file;
    }

    /** Half a file is no result. */
    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The line that tells why it could not be written is enough.
        }
    }
}
