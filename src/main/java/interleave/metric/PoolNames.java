package interleave.metric;

/**
 * The name that the threads of a pool share: {@code http-nio-8080-exec-*} of {@code http-nio-8080-exec-12}. The kernel
 * keeps 15 bytes of a name, so that a number at its end may be cut off, and all of a pool are called alike. Pure.
 */
public final class PoolNames {
    private static final int LONGEST = 15;

    private PoolNames() {}

    /** The name that the kernel has, with {@code *} in place of its last number where that is one of a pool's. */
    public static String of(String name, boolean kernel) {
        int slash = kernel ? name.indexOf('/') : -1;
        if (slash > 0) return name.substring(0, slash + 1) + "*";
        // Of a cut name the last number is lost, and the one that is left says whose pool it is.
        boolean cut = name.length() == LONGEST && !digit(name.charAt(LONGEST - 1));
        return cut ? name : ofWhole(name);
    }

    /** The same of a name that is not cut. */
    public static String ofWhole(String name) {
        int end = name.length();
        while (end > 0 && !digit(name.charAt(end - 1))) end--;
        int start = end;
        while (start > 0 && digit(name.charAt(start - 1))) start--;
        boolean last = end == name.length();
        boolean counts = start > 0 && (last || !Character.isLetterOrDigit(name.charAt(start - 1)));
        if (end == 0 || !counts) return name;
        return name.substring(0, start) + "*" + name.substring(end);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
