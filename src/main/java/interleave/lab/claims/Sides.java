package interleave.lab.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ratios of several sides, sorted by a limit. One thread. */
final class Sides {
    private final Map<String, Ratio> ratios = new LinkedHashMap<>();
    private final double low;
    private final double high;

    /** @param low below it a side lies on the one side, above {@code high} on the other, else it is not decided */
    Sides(double low, double high) {
        this.low = low;
        this.high = high;
    }

    void put(String name, Ratio ratio) {
        ratios.put(name, ratio);
    }

    List<String> above() {
        return names(true);
    }

    List<String> below() {
        return names(false);
    }

    boolean allAbove() {
        return above().size() == ratios.size();
    }

    boolean allBelow() {
        return below().size() == ratios.size();
    }

    private List<String> names(boolean above) {
        List<String> names = new ArrayList<>();
        ratios.forEach((name, ratio) -> {
            if (above ? ratio.above(high) : ratio.below(low)) names.add(name);
        });
        return names;
    }

    /** As in {@code pool 1.93x (1.88 to 1.97), threads 4.1x (3.9 to 4.2)}. */
    String words() {
        List<String> words = new ArrayList<>();
        ratios.forEach((name, ratio) -> words.add(name + " " + ratio.words()));
        return String.join(", ", words);
    }

    /** The ruling with all of them among its numbers. */
    Ruling in(Ruling ruling, String suffix) {
        Ruling next = ruling;
        for (Map.Entry<String, Ratio> each : ratios.entrySet())
            next = next.with(each.getKey().replace('-', '_').replace('/', '_') + suffix, each.getValue());
        return next;
    }
}
