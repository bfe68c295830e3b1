package interleave.cli;

import interleave.catalogue.Workloads;
import interleave.spec.WorkloadInfo;
import interleave.state.Menu;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workloads of this machine, by name. */
final class KnownWorkloads {
    private KnownWorkloads() {}

    /** The names that a shell offers where a workload is asked for: those that can be started. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return all().stream()
                    .filter(info -> info.unavailable().isEmpty())
                    .map(info -> info.workload().toString())
                    .iterator();
        }
    }

    /** Those with a digit first, as on the screen. */
    static List<WorkloadInfo> all() {
        return Menu.of(Workloads.all(Runtime.getRuntime().availableProcessors()))
                .all();
    }

    /** All, each task's side by side. */
    static List<WorkloadInfo> byTask() {
        Map<String, List<WorkloadInfo>> byTask = new LinkedHashMap<>();
        for (WorkloadInfo info : all())
            byTask.computeIfAbsent(info.workload().task(), task -> new ArrayList<>())
                    .add(info);
        return byTask.values().stream().flatMap(List::stream).toList();
    }

    static Optional<WorkloadInfo> named(String name) {
        return named(name, Runtime.getRuntime().availableProcessors());
    }

    /** @param cores how many CPUs it may use, which decides its load */
    static Optional<WorkloadInfo> named(String name, int cores) {
        return Workloads.all(cores).stream()
                .filter(info -> info.workload().toString().equals(name))
                .findFirst();
    }

    /** The names most like a wrong one, best first. */
    static List<String> nearest(String name) {
        return all().stream()
                .map(info -> info.workload().toString())
                .sorted(Comparator.comparingInt(known -> distance(name, known)))
                .limit(3)
                .toList();
    }

    /** The number of characters to add, leave out or replace to make one text of the other (Levenshtein). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
