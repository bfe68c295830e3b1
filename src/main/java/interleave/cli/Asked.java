package interleave.cli;

import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.WorkloadInfo;
import java.util.Map;

/** The run that the options of a command ask for. */
final class Asked {
    private Asked() {}

    static RunSpec of(WorkloadInfo info, ProcessOptions process, LoadOptions load, SettingOptions settings) {
        int cores = process.cpus().isEmpty()
                ? Runtime.getRuntime().availableProcessors()
                : process.cpus().size();
        WorkloadInfo there =
                KnownWorkloads.named(info.workload().toString(), cores).orElse(info);
        RunSpec plain = new RunSpec(info.workload(), there.defaultLoad(), Map.of(), 0, RunSpec.DEFAULT_SEED, process);
        return load.apply(settings.apply(plain, there), there, cores);
    }
}
