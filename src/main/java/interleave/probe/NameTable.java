package interleave.probe;

import interleave.metric.PoolNames;
import interleave.metric.ThreadReadings;
import java.util.HashMap;
import java.util.Map;

/**
 * Names that many threads have, each kept once. Ten thousand threads may as well have a name each, for which a table
 * would take as much as the names: of whole names only some are kept, of pools all. One thread.
 */
final class NameTable {
    /** More different ones than that are of threads that come and go. */
    private static final int MOST = 20_000;

    private static final int PLACES = 512;

    /** By a hash of the name: one that has the same place takes it. */
    private final ThreadReadings.Names[] names = new ThreadReadings.Names[PLACES];

    private final Map<Object, Object> kept = new HashMap<>();

    ThreadReadings.Names of(String name, boolean kernel) {
        String clean = Names.clean(name);
        int place = Math.floorMod(clean.hashCode(), PLACES);
        ThreadReadings.Names known = names[place];
        if (known != null && known.kernel() == kernel && known.own().equals(clean)) return known;
        String pool = PoolNames.of(clean, kernel);
        // One that is no pool's is the thread's alone.
        return names[place] = new ThreadReadings.Names(clean, pool.equals(clean) ? clean : same(pool), kernel);
    }

    /** The one that is equal to it and was there before, if any was. */
    @SuppressWarnings("unchecked") // Equal objects are of the same class.
    <T> T same(T one) {
        if (kept.size() > MOST) kept.clear();
        Object known = kept.putIfAbsent(one, one);
        return known == null ? one : (T) known;
    }
}
