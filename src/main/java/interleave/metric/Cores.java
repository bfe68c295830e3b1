package interleave.metric;

import java.util.List;

/** The CPUs that are there for runs: the same number in every outlet. */
public final class Cores {
    private Cores() {}

    /** Those that run something now. */
    public static int online(List<Core> cores) {
        int online = 0;
        for (Core core : cores) if (core.online()) online++;
        return online;
    }

    /** Those that are online and may be used by this process and its runs. */
    public static int usable(List<Core> cores) {
        int usable = 0;
        for (Core core : cores) if (core.online() && core.usable()) usable++;
        return usable;
    }

    /** True if some are offline or not to be used. */
    public static boolean limited(List<Core> cores) {
        return usable(cores) < cores.size();
    }

    /** As in {@code 2 cores}, or {@code 1 of 2 cores} where some are offline or not to be used. */
    public static String words(List<Core> cores) {
        return words(cores, " of ");
    }

    /** The same where there is little room: {@code 1/2 cores}. */
    public static String brief(List<Core> cores) {
        return words(cores, "/");
    }

    private static String words(List<Core> cores, String of) {
        String all = cores.size() + (cores.size() == 1 ? " core" : " cores");
        return limited(cores) ? usable(cores) + of + all : all;
    }
}
