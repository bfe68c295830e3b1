package interleave.panel;

import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;
import interleave.state.Slot;
import interleave.supervisor.RunStatus;

/** How a run stands: as a sign, a word, an ink and an age. */
final class RunWords {
    private RunWords() {}

    static char mark(Slot slot, Symbols symbols) {
        if (slot.run().isEmpty()) return symbols.mark(Mark.IDLE);
        return mark(slot.run().get().status().phase(), symbols);
    }

    static char mark(RunStatus.Phase phase, Symbols symbols) {
        return symbols.mark(
                switch (phase) {
                    case STARTING -> Mark.STARTING;
                    case RUNNING -> Mark.RUNNING;
                    case SILENT -> Mark.SILENT;
                    case STOPPING -> Mark.STOPPING;
                    case ENDED -> Mark.ENDED;
                    case FAILED -> Mark.FAILED;
                });
    }

    static String state(Slot slot) {
        if (slot.run().isEmpty()) return slot.info().unavailable().isPresent() ? "not here" : "idle";
        return state(slot.run().get().status().phase());
    }

    static String state(RunStatus.Phase phase) {
        return switch (phase) {
            case STARTING -> "starting";
            case RUNNING -> "running";
            case SILENT -> "silent";
            case STOPPING -> "stopping";
            case ENDED -> "ended";
            case FAILED -> "failed";
        };
    }

    static Ink ink(Slot slot) {
        if (slot.run().isEmpty()) return Ink.FAINT;
        return switch (slot.run().get().status().phase()) {
            case STARTING, STOPPING, SILENT -> Ink.NOTICE;
            case RUNNING -> Ink.GOOD;
            case ENDED -> Ink.FAINT;
            case FAILED -> Ink.BAD;
        };
    }

    /** Since when it stands so, as of the last tick; empty where nothing has happened yet. */
    static String age(Slot slot, long nanos) {
        if (slot.run().isEmpty() || nanos == 0) return "";
        return Numbers.age((nanos - slot.run().get().status().sinceNanos()) / 1_000_000_000);
    }
}
