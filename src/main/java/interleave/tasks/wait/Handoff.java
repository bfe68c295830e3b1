package interleave.tasks.wait;

import interleave.task.IdleStack;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.WrongResult;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/**
 * A round trip between the task's thread and a partner that lives on: each wakes the other and parks, and none spins.
 * There are as many partners as tasks were ever under way at once.
 */
final class Handoff implements Task.Blocking {
    private final ThreadFactory threads;
    private final IdleStack<Pair> idle = new IdleStack<>();
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Handoff(TaskSetup setup) {
        threads = setup.threads();
    }

    @Override
    public void call() throws InterruptedException, WrongResult {
        Pair pair = idle.pop().orElse(null);
        if (pair == null) pair = open();
        try {
            pair.roundTrip();
        } catch (Throwable e) {
            pairs.remove(pair);
            pair.end();
            throw e;
        }
        idle.push(pair);
    }

    private Pair open() {
        Pair pair = new Pair(threads);
        pairs.add(pair);
        pair.partner.setName("partner");
        pair.partner.start();
        if (closed) pair.end();
        return pair;
    }

    @Override
    public void close() {
        closed = true;
        pairs.forEach(Pair::end);
    }

    private static final class Pair {
        private final Thread partner;
        private volatile Thread asker;
        private volatile long question;
        private volatile long answer = ~0;
        private volatile boolean ended;

        Pair(ThreadFactory threads) {
            partner = threads.newThread(this::answer);
        }

        void roundTrip() throws InterruptedException, WrongResult {
            // Asked here, too: a partner that answers at once would let an interrupted asker through.
            if (Thread.interrupted()) throw new InterruptedException("the round trip was cut short");
            long before = answer;
            long asked = question + 1;
            asker = Thread.currentThread();
            question = asked;
            LockSupport.unpark(partner);
            while (answer == before) {
                if (ended || Thread.interrupted()) throw new InterruptedException("the round trip was cut short");
                LockSupport.park();
            }
            if (answer != ~asked) throw new WrongResult("the partner answered another question");
        }

        private void answer() {
            long answered = 0;
            while (!ended) {
                long asked = question;
                if (asked == answered) {
                    LockSupport.park();
                    // Its end is told by the field; an interrupt that stayed set would make it spin.
                    Thread.interrupted();
                } else {
                    answered = asked;
                    answer = ~asked;
                    LockSupport.unpark(asker);
                }
            }
        }

        void end() {
            ended = true;
            LockSupport.unpark(partner);
            LockSupport.unpark(asker);
        }
    }
}
