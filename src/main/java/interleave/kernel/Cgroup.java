package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where this process's cgroup keeps the files of one controller: its folder first, then those above it up to the mount,
 * because a limit anywhere above limits us too. See cgroups(7).
 *
 * @param version 1 or 2
 */
public record Cgroup(int version, List<Path> folders) {
    /**
     * Finds a controller. A controller on a hierarchy of version 1 is not on that of version 2. Empty if on neither.
     */
    public static Optional<Cgroup> find(String controller, Path proc, Path sys) throws IOException {
        return find(controller, proc, sys, "self");
    }

    /** The same of another process, by its number, as this one sees it. */
    static Optional<Cgroup> find(String controller, Path proc, Path sys, String process) throws IOException {
        return find(
                controller,
                KernelText.lines(KernelText.of(proc.resolve(process).resolve("cgroup"))),
                KernelText.lines(KernelText.of(proc.resolve("self/mountinfo"))),
                sys);
    }

    public static Optional<Cgroup> find(String controller, List<String> cgroups, List<String> mounts, Path sys) {
        Optional<Cgroup> one = place(controller, cgroups)
                .flatMap(path -> folders(path, mounts, "cgroup", controller, sys))
                .map(folders -> new Cgroup(1, folders));
        if (one.isPresent()) return one;
        return place("", cgroups)
                .flatMap(path -> folders(path, mounts, "cgroup2", "", sys))
                .map(folders -> new Cgroup(2, folders));
    }

    /** Of lines {@code number:controllers:path}, the path of the one with the controller; version 2 has none named. */
    private static Optional<String> place(String controller, List<String> cgroups) {
        for (String line : cgroups) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && List.of(parts[1].split(",")).contains(controller)) return Optional.of(parts[2]);
        }
        return Optional.empty();
    }

    /** Of lines {@code id parent device root mount options... - type source options}, see proc_pid_mountinfo(5). */
    private static Optional<List<Path>> folders(
            String place, List<String> mounts, String type, String controller, Path sys) {
        for (String line : mounts) {
            int dash = line.indexOf(" - ");
            if (dash < 0) continue;
            String[] left = line.substring(0, dash).split(" ");
            String[] right = line.substring(dash + 3).split(" ");
            if (left.length < 5 || right.length < 3 || !right[0].equals(type)) continue;
            if (!controller.isEmpty() && !List.of(right[2].split(",")).contains(controller)) continue;
            return under(sys, plain(left[4]))
                    .flatMap(mount -> below(plain(left[3]), place).map(inside -> upwards(mount, inside)));
        }
        return Optional.empty();
    }

    private static Optional<Path> under(Path sys, String mount) {
        if (!mount.startsWith("/sys/")) return KernelText.path(mount);
        return KernelText.path(mount.substring("/sys/".length())).map(sys::resolve);
    }

    /** Blanks, tabs, line ends and backslashes are octal numbers in mountinfo. */
    private static String plain(String escaped) {
        return escaped.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }

    /** The path below the mount; the mount itself where a container hides what is above it. */
    private static Optional<Path> below(String root, String place) {
        return KernelText.path(root).flatMap(top -> KernelText.path(place).map(whole -> below(top, whole)));
    }

    private static Path below(Path root, Path whole) {
        boolean hidden = !whole.startsWith(root);
        for (Path name : whole) hidden |= name.toString().equals("..");
        return hidden ? Path.of("") : root.relativize(whole);
    }

    private static List<Path> upwards(Path mount, Path inside) {
        List<Path> folders = new ArrayList<>();
        Path folder = mount.resolve(inside).normalize();
        while (!folder.equals(mount.normalize()) && folder.startsWith(mount.normalize())) {
            folders.add(folder);
            folder = folder.getParent();
        }
        folders.add(mount);
        return folders;
    }
}
