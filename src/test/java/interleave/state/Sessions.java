package interleave.state;

import static interleave.run.RunStatus.Phase.FAILED;

import interleave.catalogue.Workloads;
import interleave.metric.HostMetrics;
import interleave.metric.Reading;
import interleave.metric.Readings;
import interleave.run.Frames;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.screen.Glyphs;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.spec.WorkloadInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Scripted events, and states made of them. */
final class Sessions {
    private Sessions() {}

    static final Workload ASYNC = new Workload("http", "event-loop");
    static final Workload THREADS = new Workload("http", "threads");
    static final Load DEFAULT = new Load.Closed(256);
    static final State INITIAL = initial(false);

    static State initial(boolean readOnly) {
        List<WorkloadInfo> menu = List.of(
                new WorkloadInfo(ASYNC, "", DEFAULT, List.of(), Map.of(), false, false, Optional.empty()),
                new WorkloadInfo(THREADS, "", DEFAULT, List.of(), Map.of(), false, true, Optional.empty()),
                new WorkloadInfo(
                        new Workload("x", "y"),
                        "",
                        DEFAULT,
                        List.of(),
                        Map.of(),
                        false,
                        false,
                        Optional.of("no x here")));
        return initial(new MonitorSetup(keyed(menu), Glyphs.BRAILLE, 2, readOnly));
    }

    /** All of them have digits, in their order. */
    static Menu keyed(List<WorkloadInfo> all) {
        return Menu.of(all, all.stream().map(WorkloadInfo::workload).toList());
    }

    /** The workloads that have digits in the whole catalogue, and no others. */
    static Menu ofTheDigits(int cores) {
        Menu whole = Menu.of(Workloads.all(cores));
        return keyed(whole.all().subList(0, whole.digits()));
    }

    private static State initial(MonitorSetup setup) {
        return State.initial(setup, new Size(80, 24), Duration.ofSeconds(1));
    }

    static Step press(State state, Key key) {
        return Update.on(state, new Event.Pressed(key));
    }

    static State after(State state, Event... events) {
        State next = state;
        for (Event event : events) next = Update.on(next, event).state();
        return next;
    }

    static Event changed(int id, Workload workload, RunStatus.Phase phase) {
        return changed(id, RunSpec.of(workload, DEFAULT), phase);
    }

    static Event changed(int id, RunSpec spec, RunStatus.Phase phase) {
        return new Event.Run(new RunEvent.Changed(new RunStatus(
                new RunId(id),
                spec,
                false,
                phase,
                0,
                OptionalLong.empty(),
                phase == FAILED ? Optional.of("status 3") : Optional.empty(),
                Optional.empty())));
    }

    static Event tick(long millis) {
        Readings readings =
                new Readings(millis * 1_000_000, Map.of(HostMetrics.SWITCHES_PER_S, Reading.of(500)), List.of());
        return new Event.Sampled(readings, 0, millis);
    }

    static Event frame(int id, long millis, long tasks, long cpuMicros, long voluntary) {
        return new Event.Run(
                new RunEvent.Reported(new RunId(id), Frames.at(millis, tasks, cpuMicros, voluntary, 0, 20, 20)));
    }
}
