package interleave.execution;

/** An event loop whose timers are exact to microseconds: a plan may be kept on it. Safe from any thread. */
interface PlanLoop {
    /** True on its own thread. */
    boolean isHere();

    /** Runs it there, after what there is to do. */
    void execute(Runnable what);

    /** Runs it there after a while. */
    void executeLater(Runnable what, long nanos);
}
