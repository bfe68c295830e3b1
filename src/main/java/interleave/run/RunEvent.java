package interleave.run;

/** News of a run, posted from the supervisor's threads in the order in which it happened. */
public sealed interface RunEvent {
    record Changed(RunStatus status) implements RunEvent {}

    record Reported(RunId id, Frame frame) implements RunEvent {}

    /** Something that does not end the run, such as a log that cannot be written, in one plain sentence. */
    record Noted(RunId id, String words) implements RunEvent {}
}
