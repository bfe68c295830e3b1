package interleave.cli;

import com.grack.nanojson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The verdicts of an earlier lab, from what {@code --format json} printed. */
final class ClaimBaseline {
    private ClaimBaseline() {}

    /** By the names of claims. */
    static Map<String, String> parse(List<String> lines) throws Baseline.Unusable {
        if (lines.isEmpty()) throw new Baseline.Unusable("is empty; must be what lab --format json printed");
        JsonObject setup = Baseline.object(lines, 0, "lab");
        if (!"setup".equals(setup.getString("type")) || !"lab".equals(setup.getString("command")))
            throw new Baseline.Unusable("line 1 is no setup of a lab; the file must be what lab --format json printed");
        if (setup.getLong("version") != LabReport.VERSION)
            throw new Baseline.Unusable("is of version " + setup.getLong("version") + "; must be of version "
                    + LabReport.VERSION + ": measure it again");
        if (!"summary".equals(Baseline.object(lines, lines.size() - 1, "lab").getString("type")))
            throw new Baseline.Unusable("is cut off: line " + lines.size() + ", the last one, is no summary");
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            JsonObject line = Baseline.object(lines, i, "lab");
            if ("claim".equals(line.getString("type")))
                verdicts.put(String.valueOf(line.getString("claim")), String.valueOf(line.getString("verdict")));
        }
        if (verdicts.isEmpty()) throw new Baseline.Unusable("has no claim that was finished; measure it again");
        return verdicts;
    }
}
