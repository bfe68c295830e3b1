package interleave.tasks.shared;

import interleave.spec.Proves.Question;
import interleave.task.Kind;
import interleave.task.TaskInfo;

/** The tasks that want the same thing. */
public final class SharedTasks {
    /** Of the shared number, by each task. */
    static final int UPDATES = 20_000;

    public static final TaskInfo COUNTER_RACE = TaskInfo.named(
                    "counter-race", Kind.CONTENDED, "20,000 increments of one shared field, without protection")
            .proves(Question.LOST_UPDATES, UPDATES)
            .unfitFor("single", "one thread races with nobody")
            .unfitFor("event-loop", "all increments are done by one thread, which races with nobody")
            .computes(setup -> new CounterRace());

    public static final TaskInfo COUNTER_LOCK = TaskInfo.named(
                    "counter-lock", Kind.CONTENDED, "20,000 increments of one shared field under a lock")
            .proves(Question.CONTENTION, UPDATES)
            .computes(setup -> new CounterLock());

    public static final TaskInfo COUNTER_ATOMIC = TaskInfo.named(
                    "counter-atomic", Kind.CONTENDED, "20,000 increments of one shared atomic number")
            .proves(Question.CONTENTION, UPDATES)
            .computes(setup -> new CounterAtomic());

    public static final TaskInfo COUNTER_ADDER = TaskInfo.named(
                    "counter-adder",
                    Kind.CONTENDED,
                    "20,000 increments of one shared number that is kept in several cells")
            .proves(Question.CONTENTION, UPDATES)
            .computes(setup -> new CounterAdder());

    public static final TaskInfo DEADLOCK = TaskInfo.named(
                    "deadlock",
                    Kind.CONTENDED,
                    "a transfer under two locks, which are now and then taken in the opposite order")
            .proves(Question.DEADLOCKS)
            .unfitFor("single", "one task at a time has nobody to wait for in a circle")
            .unfitFor("event-loop", "one thread does one task after the other and finds both locks free")
            .computes(setup -> new Deadlock(setup));

    private SharedTasks() {}
}
