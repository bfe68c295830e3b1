package interleave.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.execution.Pauses;
import interleave.execution.RunCounters;
import interleave.kernel.Autogroup;
import interleave.kernel.ParentDeath;
import interleave.kernel.ProcessExit;
import interleave.kernel.StandardOutput;
import interleave.kernel.StartPages;
import interleave.metric.Ticker;
import interleave.wire.Message;
import interleave.wire.Order;
import interleave.wire.Orders;
import interleave.wire.WireException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * A child process's side of the pipes: orders in, messages out. It is gone at once when its input ends, and when it has
 * said all. The signals that a terminal sends to all of its programs are left to the parent, whose end is the end of
 * the input.
 */
public final class ParentLink {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final StandardOutput output;
    private final Outbox outbox;
    private final Reporter reporter;
    private final IntConsumer exit;
    private final AtomicBoolean over = new AtomicBoolean();
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final TimeLimit limit;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Optional<Ending> ending = Optional.empty();
    /** With which the process ends in order. */
    private volatile int status;

    /** The action at the order to stop. */
    @FunctionalInterface
    public interface Ending {
        void run() throws InterruptedException;
    }

    private ParentLink(StandardOutput output, IntConsumer exit) {
        this.output = output;
        this.outbox = new Outbox(output.messages());
        this.exit = exit;
        this.reporter = new Reporter(outbox, Ticker.SYSTEM);
        this.limit = new TimeLimit(Ticker.SYSTEM, reporter.pauses(), this::timeIsUp);
    }

    /**
     * Takes over the process: from here on nothing but messages goes to its standard output. Its session becomes as
     * nice as it is.
     */
    public static ParentLink begin() {
        Autogroup.follow(Path.of("/proc"));
        return begin(ProcessExit::atOnce);
    }

    /** @param exit ends this process with a status */
    public static ParentLink begin(IntConsumer exit) {
        ParentLink child = new ParentLink(StandardOutput.ofThisProcess(), exit);
        child.outbox.warmUp();
        System.setOut(System.err);
        Thread.setDefaultUncaughtExceptionHandler((thread, why) -> child.fault(why));
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
        new Thread(child::read, "orders").start();
        new Thread(child.reporter, "frames").start();
        return child;
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) take(Orders.parse(line));
        } catch (IOException | InterruptedException e) {
            // The input is as good as ended.
        } catch (WireException e) {
            fault("an order could not be read: " + e.getMessage(), 1);
        }
        exit(0);
    }

    private void take(Order order) throws InterruptedException {
        if (order instanceof Order.Limit(long nanos)) limit.set(Duration.ofNanos(nanos));
        else if (order instanceof Order.Stop && ending.isPresent()) end();
        else orders.add(order);
    }

    private void end() throws InterruptedException {
        if (!ended.getAndSet(true)) ending.get().run();
    }

    /** The end in order, but not for long: what is said last may wait for a reader who has stopped. */
    private void timeIsUp() {
        status = Order.Limit.EXIT_STATUS;
        try {
            if (ending.isPresent()) {
                Thread orderly = new Thread(this::endInOrder, "end");
                orderly.start();
                orderly.join(PATIENCE);
            }
        } catch (InterruptedException | OutOfMemoryError e) {
            // At once, then.
        }
        exit(status);
    }

    private void endInOrder() {
        try {
            end();
        } catch (InterruptedException e) {
            // The process ends all the same.
        }
    }

    /**
     * Sets the action from now on at the order to stop, in place of its coming out of {@link #next}: on the thread that
     * reads it, however long the orders before it take.
     */
    public void onStop(Ending toDo) {
        ending = Optional.of(toDo);
    }

    /**
     * Does everything that can wait until the first task is under way: a safer and quicker end, a standard output
     * without strangers, and less memory.
     */
    public void settleIn() {
        ProcessExit.makeReady();
        ParentDeath.takesThisWithIt();
        output.leaveTheNumber();
        StartPages.giveBack(Path.of("/proc"));
    }

    public Order next() throws InterruptedException {
        return orders.take();
    }

    public void hello(int port, String transport) {
        try {
            outbox.send(new Message.Hello(ProcessHandle.current().pid(), port, transport));
        } catch (IOException e) {
            exit(1);
        }
    }

    /** Tells people of something, from any thread; the run goes on. */
    public void finding(String words) {
        say(new Message.Finding(words));
    }

    /** A change cannot be done; the run goes on as it was. */
    public void refuse(Order refused, Order inForce, Throwable why) {
        say(new Message.Refused(refused, inForce, Faults.words(why)));
    }

    private void say(Message message) {
        try {
            outbox.send(message);
        } catch (IOException e) {
            if (!over.get()) exit(1);
        }
    }

    /** For how long this process has stood still. */
    public Pauses pauses() {
        return reporter.pauses();
    }

    /** Has something looked at after each frame. */
    public void afterEachFrame(Runnable look) {
        reporter.afterEach(look);
    }

    public void report(RunCounters counted) {
        reporter.begin(counted);
    }

    /**
     * Sends the last frame and ends the process, unless a fault is ending it. Whoever reads sees that nothing follows.
     */
    public void finish() throws InterruptedException {
        reporter.finish();
        if (over.getAndSet(true)) return;
        outbox.close();
        exit(status);
    }

    /** Says why this process cannot go on, and ends it. Only the first fault is said. */
    public void fault(Throwable why) {
        String words = Faults.words(why);
        if (words.startsWith(Faults.UNEXPECTED)) why.printStackTrace(System.err);
        fault(words, 1);
    }

    public void fault(String words, int status) {
        if (over.getAndSet(true)) return;
        try {
            outbox.sendLast(new Message.Fault(words), PATIENCE);
            System.err.println(words);
        } catch (IOException | InterruptedException | Error e) {
            // The exit status has to do.
        }
        exit(status);
    }

    private void exit(int status) {
        exit.accept(status);
    }
}
