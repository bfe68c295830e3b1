package interleave.panel;

import interleave.metric.Reading;
import interleave.state.RunView;

/** A number of a run, over the last interval. */
enum RunNumber {
    TASKS,
    P50,
    P99,
    CPU,
    OS_THREADS,
    VIRTUAL_THREADS,
    SWITCHES,
    SWITCHES_PER_TASK,
    CPU_PER_TASK,
    MEMORY,
    FAILED;

    Reading of(RunView run) {
        return switch (this) {
            case TASKS -> run.rates().tasksPerSecond();
            case P50 -> run.rates().response().p50();
            case P99 -> run.rates().response().p99();
            case CPU -> run.rates().cpuPercent();
            case OS_THREADS -> run.rates().osThreads();
            case VIRTUAL_THREADS -> run.rates().virtualThreads();
            case SWITCHES -> run.rates().switchesPerSecond();
            case SWITCHES_PER_TASK -> run.rates().switchesPerTask();
            case CPU_PER_TASK -> run.rates().cpuMicrosPerTask();
            case MEMORY -> run.rates().residentBytes();
            case FAILED -> run.rates().failedTotal();
        };
    }
}
