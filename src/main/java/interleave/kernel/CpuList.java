package interleave.kernel;

/** The kernel's way to write a set of CPUs: {@code 0-3,8,10-11}. */
public final class CpuList {
    private CpuList() {}

    /** How many CPUs are in the set; 0 for an empty one. */
    public static int count(String list) {
        int count = 0;
        for (String part : list.strip().split(",")) {
            if (part.isEmpty()) continue;
            int dash = part.indexOf('-');
            if (dash < 0) count++;
            else count += Integer.parseInt(part.substring(dash + 1)) - Integer.parseInt(part.substring(0, dash)) + 1;
        }
        return count;
    }
}
