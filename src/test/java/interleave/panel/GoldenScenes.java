package interleave.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scenes that goldens show: a few whole screens, and for each panel those that change it. */
final class GoldenScenes {
    /** Each view, and the dashboard at each size: how panels stand beside each other. A scene, and the size. */
    static final List<String> SCREENS = List.of(
            "three-runs-40x12",
            "three-runs-80x24",
            "three-runs-120x40",
            "three-runs-200x50",
            "help-80x24",
            "matrix-80x24",
            "matrix-200x50",
            "steps-120x40",
            "ascii-80x24",
            "console-80x24",
            "failed-run-120x40",
            "processes-120x40",
            "picker-80x24",
            "threads-300-80x24",
            "threads-open-200x50",
            "claims-tested-80x24");

    private static final String OF_PANELS = """
        header        | warming-up three-runs paused probe-failed ascii idle matrix claims-running
        machine       | warming-up three-runs cores-256 probe-failed block console ascii idle
        cores         | warming-up three-runs gap cores-1 cores-16 cores-64 cores-256 probe-failed block console
                      | ascii processes claims-tested open-load many-runs
        switches      | warming-up three-runs gap many-runs probe-failed block console ascii processes
                      | claims-tested open-load cores-256
        threads       | warming-up three-runs many-runs probe-failed ascii processes claims-tested open-load
                      | console
        workloads     | idle three-runs failed-run many-runs open-load server server-unknown block console ascii
                      | process processes cores-256
        processes     | process processes processes-ascii processes-frozen picker threads-3 threads-10000
        matrix        | matrix matrix-ascii alone alone-over
        cell          | matrix matrix-ascii alone alone-over console
        selected      | idle three-runs gap failed-run many-runs open-load matrix block console ascii alone
                      | alone-over processes
        verdict       | idle three-runs failed-run open-load matrix ascii race deadlock blocked-loop
                      | too-many-threads speed-up price-of-a-switch contention small-pool alone alone-over
                      | other-loads threads-300 threads-open picker steps process threads-10000 threads-machine
                      | claims-running
        footer        | idle three-runs paused matrix alone threads-300 picker ascii warming-up probe-failed
                      | alone-over steps processes claims claims-running open-load many-runs
        thread table  | threads-3 threads-300 threads-10000 threads-3-of-5 threads-300-of-5 threads-10000-of-1
                      | threads-10000-machine threads-open threads-filter threads-machine threads-ascii
                      | threads-3-machine threads-300-machine
        all processes | picker picker-filter picker-one picker-ascii
        followed      | threads-open
        steps         | idle-steps steps steps-earlier
        claims        | claims claims-tested claims-running claims-ascii
        help          | help
        too small     | idle
        """;

    private GoldenScenes() {}

    /** By the panel's name, the scenes that change what it shows. */
    static Map<String, List<String>> ofPanels() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        List<String> scenes = List.of();
        for (String line : OF_PANELS.lines().toList()) {
            String[] parts = line.split("\\|");
            String panel = parts[0].strip();
            if (!panel.isEmpty()) scenes = all.computeIfAbsent(panel, name -> new ArrayList<>());
            scenes.addAll(List.of(parts[1].strip().split(" ")));
        }
        return all;
    }
}
