package interleave.cli;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import interleave.lab.Noise;
import interleave.lab.Place;
import interleave.lab.Quantity;
import interleave.lab.Repetition;
import interleave.lab.stats.Repeated;
import interleave.record.HumanText;
import interleave.spec.Arrival;
import interleave.spec.Load;
import interleave.spec.WorkloadInfo;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The repetitions of an earlier comparison, from what {@code --format json} printed.
 *
 * @param place where it was measured
 * @param repetitions those of one workload that count
 * @param load that they had
 * @param difference of the settings that they had from those that are wanted, as the end of a sentence; empty if there
 *     is none
 */
record Baseline(Place place, List<Repetition> repetitions, Load load, Optional<String> difference) {
    private static final Noise EARLIER = Noise.unknown("it was measured earlier");

    /** The reason that makes a file no baseline, as the second half of a line for people. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String words) {
            super(words);
        }
    }

    /**
     * The workload that is to be compared with it.
     *
     * @param label its name in results
     */
    record Wanted(String label, WorkloadInfo info, RunSettings settings) {
        private Optional<String> difference(JsonObject repetition) {
            RunSettings then = RunSettings.parse(repetition.getString("settings", ""));
            return then.differenceFrom(settings, info);
        }
    }

    static Baseline parse(List<String> lines, Wanted wanted) throws Unusable {
        if (lines.isEmpty()) throw new Unusable("is empty; must be what compare --format json printed");
        JsonObject setup = object(lines, 0);
        if (!"setup".equals(setup.getString("type")))
            throw new Unusable("line 1 is no setup; the file must be what compare --format json printed");
        if (setup.getLong("version") != ContestReport.VERSION)
            throw new Unusable("is of version " + setup.getLong("version") + "; must be of version "
                    + ContestReport.VERSION + ": measure it again");
        if (!"summary".equals(object(lines, lines.size() - 1).getString("type")))
            throw new Unusable("is cut off: line " + lines.size() + ", the last one, is no summary");
        Place place = Optional.ofNullable(setup.getString("place"))
                .flatMap(Place::of)
                .orElseThrow(() -> new Unusable("line 1 has no place"));
        return of(lines, wanted, place);
    }

    private static Baseline of(List<String> lines, Wanted wanted, Place place) throws Unusable {
        Map<String, List<JsonObject>> all = new TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            JsonObject line = object(lines, i);
            if ("repetition".equals(line.getString("type")))
                all.computeIfAbsent(String.valueOf(line.getString("workload")), label -> new ArrayList<>())
                        .add(line);
        }
        List<JsonObject> its = all.getOrDefault(chosen(all, wanted), List.of());
        if (its.isEmpty())
            throw new Unusable("has no " + wanted.label() + "; it has "
                    + (all.isEmpty() ? "none" : String.join(", ", all.keySet())));
        Load load = load(its.getLast()).orElseThrow(() -> new Unusable("tells no load of " + wanted.label()));
        List<Repetition> repetitions = new ArrayList<>();
        for (JsonObject line : its) if (line.isNull("spoiled")) repetitions.add(repetition(line));
        return new Baseline(place, List.copyOf(repetitions), load, wanted.difference(its.getFirst()));
    }

    /** The name of what is compared: the same, else the same workload with equal settings, else its only other one. */
    private static String chosen(Map<String, List<JsonObject>> all, Wanted wanted) {
        if (all.containsKey(wanted.label())) return wanted.label();
        List<String> alike = all.keySet().stream()
                .filter(label ->
                        label.split("[: ]")[0].equals(wanted.info().workload().toString()))
                .toList();
        return alike.stream()
                .filter(label -> wanted.difference(all.get(label).getFirst()).isEmpty())
                .findFirst()
                .orElse(alike.size() == 1 ? alike.getFirst() : "");
    }

    private static Repetition repetition(JsonObject line) throws Unusable {
        Map<Quantity, Repeated> values = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            // Null, or not there: nothing is known.
            if (line.isNull(quantity.key)) continue;
            double value = line.getDouble(quantity.key, Double.NaN);
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY))
                throw new Unusable("has a " + quantity.key + " that is no number from 0 on");
            values.put(quantity, Repeated.whole(value));
        }
        return new Repetition(values, EARLIER);
    }

    private static Optional<Load> load(JsonObject line) {
        JsonObject load = line.getObject("load", new JsonObject());
        if (load.getInt("concurrency") > 0) return Optional.of(new Load.Closed(load.getInt("concurrency")));
        if (!(load.getDouble("rate_per_s") > 0)) return Optional.empty();
        Arrival arrival = HumanText.arrival(Arrival.POISSON).equals(load.getString("arrival"))
                ? Arrival.POISSON
                : Arrival.CONSTANT;
        return Optional.of(new Load.Open(load.getDouble("rate_per_s"), arrival));
    }

    private static JsonObject object(List<String> lines, int index) throws Unusable {
        return object(lines, index, "compare");
    }

    /** @param command whose output the file must be */
    static JsonObject object(List<String> lines, int index, String command) throws Unusable {
        try {
            return JsonParser.object().from(lines.get(index));
        } catch (JsonParserException | StackOverflowError e) {
            // The parser calls itself for each bracket.
            String how = index == lines.size() - 1 ? "is cut off: line " : "line ";
            throw new Unusable(how + (index + 1) + " is no JSON object; the file must be what " + command
                    + " --format json printed");
        }
    }
}
