package interleave.program;

import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The programs of others that tests use. Where one is missing its tests are skipped, and the report names the package
 * that brings it; with {@code INTERLEAVE_TOOLS=required} in the environment, as in CI, they fail.
 */
public final class Tools {
    /** By the tool, the package that brings it. */
    static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("tmux", "tmux"),
            Map.entry("sshd", "openssh-server"),
            Map.entry("ssh", "openssh-client"),
            Map.entry("ssh-keygen", "openssh-client"),
            Map.entry("pkill", "procps"),
            Map.entry("vmstat", "procps"),
            Map.entry("mpstat", "sysstat"),
            Map.entry("bash", "bash"),
            Map.entry("script", "bsdutils"),
            Map.entry("setpriv", "util-linux"),
            Map.entry("setsid", "util-linux"),
            Map.entry("taskset", "util-linux"),
            Map.entry("unshare", "util-linux"),
            Map.entry("chromium-headless-shell", "chromium-headless-shell"),
            Map.entry("strace", "strace"));

    private static final String SWITCH = "INTERLEAVE_TOOLS";

    private Tools() {}

    /** Comes back if all of them are there. */
    public static void need(String... tools) {
        need(
                System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin",
                "required".equals(System.getenv(SWITCH)),
                tools);
    }

    /** The first of them that is there; where none is, it is the first that is missing. */
    public static String oneOf(String... tools) {
        for (String tool : tools) if (isThere(System.getenv().getOrDefault("PATH", ""), tool)) return tool;
        need(tools[0]);
        return tools[0];
    }

    static void need(String path, boolean required, String... tools) {
        for (String tool : tools) {
            if (isThere(path, tool)) continue;
            String words = "it needs " + tool + ": install the package " + PACKAGES.get(tool);
            if (required) Assertions.fail(words);
            Assumptions.abort(words);
        }
    }

    private static boolean isThere(String path, String tool) {
        for (String folder : path.split(":")) if (!folder.isEmpty() && new File(folder, tool).canExecute()) return true;
        return false;
    }
}
