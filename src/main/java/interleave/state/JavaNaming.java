package interleave.state;

import interleave.metric.Closeup;
import interleave.metric.JavaNames;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.ThreadReadings;
import interleave.metric.ThreadTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The names that a JVM tells of its threads, once it is asked: by a key pressed twice, since it costs. Pure. */
final class JavaNaming {
    private JavaNaming() {}

    /** The first time says what it costs; the second, while that is still to be read, asks. */
    static Step asked(State state) {
        List<ThreadRow> rows = ThreadRows.of(state.shown().readings().closeup().threads(), ThreadKeys.look(state));
        if (rows.isEmpty()) return Step.to(state);
        ThreadReadings thread =
                rows.get(ThreadRows.selected(rows, ThreadKeys.look(state))).busiest();
        if (thread.names().kernel()) return Step.to(state.noticing("the kernel's own threads are no JVM's"));
        ProcessReadings.Id process = id(state, thread.pid());
        Optional<ProcessReadings.Id> before = ThreadKeys.look(state).asks();
        if (before.isPresent() && before.get().equals(process)) {
            State once = ThreadKeys.with(state, ThreadKeys.look(state).asking(Optional.empty()));
            return Step.to(
                    once.noticing("process " + process.pid() + " is asked for its threads"),
                    new Command.NameThreads(process));
        }
        State asking = ThreadKeys.with(state, ThreadKeys.look(state).asking(Optional.of(process)));
        return Step.to(asking.noticing("J again asks JVM " + process.pid()
                + ": its threads stand still while their stacks are printed, and those of virtual ones are written to"
                + " its /tmp, half a kilobyte each, and deleted"));
    }

    /** Whoever did something else meanwhile is told once more what it costs. */
    static State forgotten(State state) {
        boolean asks = state.look().threads().isPresent()
                && ThreadKeys.look(state).asks().isPresent();
        return asks ? ThreadKeys.with(state, ThreadKeys.look(state).asking(Optional.empty())) : state;
    }

    /** By the start of its first thread, where that is known. */
    private static ProcessReadings.Id id(State state, int pid) {
        for (ThreadReadings thread :
                state.shown().readings().closeup().threads().all())
            if (thread.tid() == pid) return new ProcessReadings.Id(pid, thread.startTicks());
        return new ProcessReadings.Id(pid, 0);
    }

    static State told(State state, JavaNames names) {
        State next = ThreadKeys.with(state, ThreadKeys.look(state).naming(names));
        Closeup cut = next.scene().readings().closeup();
        Closeup closeup = named(next, cut);
        UnaryOperator<ThreadKey> key = before -> renamed(before, cut.threads(), closeup.threads());
        next = ThreadKeys.with(next, ThreadKeys.look(next).keyed(key));
        next = next.with(next.scene().with(next.scene().trends().keyed(key)));
        String virtual =
                names.virtual() instanceof Reading.Value(double count) ? ", " + (long) count + " virtual threads" : "";
        return next.with(next.scene().with(closeup))
                .noticing("JVM " + names.process().pid() + ": " + names.byTid().size() + " threads named" + virtual
                        + "; " + names.cost());
    }

    /** The name of a pool by now: as most of its threads have it. A thread is what it was. */
    private static ThreadKey renamed(ThreadKey before, ThreadTable cut, ThreadTable whole) {
        if (before.tid() != 0) return before;
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < cut.all().size(); i++) {
            ThreadReadings thread = cut.all().get(i);
            if (ThreadRows.owner(thread) == before.pid()
                    && thread.names().pool().equals(before.pool()))
                names.merge(whole.all().get(i).names().pool(), 1, Integer::sum);
        }
        String most = before.pool();
        for (Map.Entry<String, Integer> name : names.entrySet())
            if (name.getValue() > names.getOrDefault(most, 0)) most = name.getKey();
        return ThreadKey.ofPool(before.pid(), most);
    }

    static State refused(State state, ProcessReadings.Id process, String why) {
        return state.noticing("process " + process.pid() + " is not asked for names: " + why);
    }

    /** The closeup with the names that are known. */
    static Closeup named(State state, Closeup closeup) {
        if (state.look().threads().isEmpty()) return closeup;
        ThreadTable threads =
                JavaNames.named(closeup.threads(), ThreadKeys.look(state).java());
        return new Closeup(threads, closeup.processes(), closeup.watched());
    }
}
