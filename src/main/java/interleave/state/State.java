package interleave.state;

import interleave.metric.Reading;
import interleave.metric.Readings;
import interleave.screen.Size;
import interleave.spec.Knob;
import interleave.spec.RunSpec;
import interleave.spec.WorkloadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that the screen shows. Immutable: {@link Update} alone makes new ones.
 *
 * @param scene what is measured, up to date
 * @param frozen what is shown instead while the view is paused
 * @param choice what is selected, and what is to be done with it
 * @param look what fills the screen, and what lies over it
 * @param notice a remark on what was just done or refused
 */
public record State(
        MonitorSetup setup,
        Size size,
        Scene scene,
        Optional<Scene> frozen,
        Choice choice,
        Look look,
        Duration interval,
        Optional<Notice> notice) {

    /** @param nanos when it was made, by the sampler's clock; it goes after a few seconds */
    public record Notice(String words, long nanos) {}

    /** Before anything is known. */
    public static State initial(MonitorSetup setup, Size size, Duration interval) {
        List<WorkloadCell> slots = new ArrayList<>();
        List<WorkloadInfo> menu = setup.menu().all();
        for (int i = 0; i < menu.size(); i++)
            slots.add(WorkloadCell.idle(menu.get(i), setup.menu().keyOf(i), spec(setup, menu.get(i))));
        Scene nothing = new Scene(
                Readings.NONE,
                Trends.inStepsOf(interval),
                List.copyOf(slots),
                List.of(),
                List.of(),
                Marks.NONE,
                OptionalInt.empty(),
                0,
                Reading.WARMING_UP);
        return new State(
                setup,
                size,
                nothing,
                Optional.empty(),
                Choice.FIRST,
                Look.first(setup.view()),
                interval,
                Optional.empty());
    }

    private static RunSpec spec(MonitorSetup setup, WorkloadInfo info) {
        RunSpec spec = RunSpec.of(info.workload(), info.defaultLoad());
        if (info.sharesLatency() && setup.target().isPresent())
            return spec.with(setup.target().get());
        if (setup.latency().isEmpty() || !info.knobs().contains(Knob.LATENCY)) return spec;
        return spec.with(Knob.LATENCY, setup.latency().get().toNanos() / 1000);
    }

    /** The scene to draw: the frozen one while paused. */
    public Scene shown() {
        return frozen.isPresent() ? frozen.get() : scene;
    }

    /** The selected workload, by its place in the menu. */
    public int selected() {
        return choice.selected();
    }

    /** The setting that + and - turn where the selected workload has it; empty: the load. */
    public Optional<Knob> knob() {
        return choice.knob();
    }

    /** The cells that are measured alone, one after the other. */
    public Alone alone() {
        return choice.alone();
    }

    public View view() {
        return look.view();
    }

    /** The help's first line that is seen; empty while it is closed. */
    public OptionalInt help() {
        return look.help();
    }

    public boolean paused() {
        return frozen.isPresent();
    }

    /** For how long the view has been paused, as of the last tick. */
    public long pausedSeconds() {
        return frozen.isPresent() ? (scene.nanos() - frozen.get().nanos()) / 1_000_000_000 : 0;
    }

    /** The selected line, up to date; empty only if the menu is. */
    public Optional<WorkloadCell> selectedSlot() {
        return selected() < scene.slots().size() ? Optional.of(scene.slots().get(selected())) : Optional.empty();
    }

    public boolean anyLive() {
        for (WorkloadCell slot : scene.slots()) if (slot.live()) return true;
        for (RunView run : scene.others()) if (run.live() && !run.status().service()) return true;
        return false;
    }

    State with(Size next) {
        return new State(setup, next, scene, frozen, choice, look, interval, notice);
    }

    State with(Scene next) {
        return new State(setup, size, next, frozen, choice, look, interval, notice);
    }

    State withFrozen(Optional<Scene> next) {
        return new State(setup, size, scene, next, choice, look, interval, notice);
    }

    State with(Choice next) {
        return new State(setup, size, scene, frozen, next, look, interval, notice);
    }

    State withSelected(int next) {
        return with(choice.withSelected(next));
    }

    State with(View next) {
        return with(look.at(next));
    }

    public State with(Look next) {
        return new State(setup, size, scene, frozen, choice, next, interval, notice);
    }

    State with(Duration next) {
        return new State(setup, size, scene, frozen, choice, look, next, notice);
    }

    State noticing(String words) {
        Optional<Notice> next = words.isEmpty() ? Optional.empty() : Optional.of(new Notice(words, scene.nanos()));
        return new State(setup, size, scene, frozen, choice, look, interval, next);
    }

    State withKnob(Optional<Knob> next) {
        return with(choice.withKnob(next));
    }

    State withSpec(int slot, RunSpec spec) {
        return with(scene.withSlot(slot, scene.slots().get(slot).with(spec)));
    }
}
