package interleave;

/**
 * Goes through what a JVM of ours does from its start on, so that the build can record it in an AOT cache: {@code
 * monitor} or {@code worker}. Not reached from the command line.
 */
final class Training {
    private Training() {}

    public static void main(String[] arguments) {
        Main.main(new String[] {"--version"});
    }
}
