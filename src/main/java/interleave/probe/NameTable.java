package interleave.probe;

import interleave.metric.PoolNames;
import interleave.metric.ThreadReadings;
import java.util.HashMap;
import java.util.Map;

/** Names that many threads have, each kept once. One thread. */
final class NameTable {
    /** More different names than that are of threads that come and go. */
    private static final int MOST = 20_000;

    private final Map<String, ThreadReadings.Names> byName = new HashMap<>();
    private final Map<Object, Object> kept = new HashMap<>();

    ThreadReadings.Names of(String name, boolean kernel) {
        if (byName.size() > MOST) byName.clear();
        String key = kernel ? "\0" + name : name;
        ThreadReadings.Names known = byName.get(key);
        if (known != null) return known;
        String clean = Names.clean(name);
        ThreadReadings.Names names = new ThreadReadings.Names(clean, same(PoolNames.of(clean, kernel)), kernel);
        byName.put(key, names);
        return names;
    }

    /** The one that is equal to it and was there before, if any was. */
    @SuppressWarnings("unchecked") // Equal objects are of the same class.
    <T> T same(T one) {
        if (kept.size() > MOST) kept.clear();
        Object known = kept.putIfAbsent(one, one);
        return known == null ? one : (T) known;
    }
}
