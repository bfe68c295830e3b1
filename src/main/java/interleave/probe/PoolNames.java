package interleave.probe;

import interleave.metric.ThreadReadings;
import java.util.HashMap;
import java.util.Map;

/**
 * The name that the threads of a pool share: {@code http-nio-8080-exec-*} of {@code http-nio-8080-exec-12}. The kernel
 * keeps 15 bytes of a name, so that a number at its end may be cut off, and all of a pool are called alike. Pure.
 */
final class PoolNames {
    private static final int LONGEST = 15;

    private PoolNames() {}

    /** The name with {@code *} in place of its last number; the name itself where that is no number of a pool's. */
    static String of(String name, boolean kernel) {
        int slash = kernel ? name.indexOf('/') : -1;
        if (slash > 0) return name.substring(0, slash + 1) + "*";
        int end = name.length();
        while (end > 0 && !digit(name.charAt(end - 1))) end--;
        int start = end;
        while (start > 0 && digit(name.charAt(start - 1))) start--;
        boolean last = end == name.length();
        // Of a cut name the last number is lost, and the one that is left says whose pool it is.
        boolean cut = name.length() >= LONGEST && !last;
        boolean counts = start > 0 && (last || !Character.isLetterOrDigit(name.charAt(start - 1)));
        if (end == 0 || cut || !counts) return name;
        return name.substring(0, start) + "*" + name.substring(end);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Names that many threads have, each kept once. One thread. */
    static final class Table {
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
        @SuppressWarnings("unchecked") // What is equal is of the same class.
        <T> T same(T one) {
            if (kept.size() > MOST) kept.clear();
            Object known = kept.putIfAbsent(one, one);
            return known == null ? one : (T) known;
        }
    }
}
