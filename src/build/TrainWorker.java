import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.supervisor.Jars;
import interleave.wire.Order;
import interleave.wire.Orders;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Orders a worker about for some seconds, so that its JVM records what it does in an AOT cache. The build runs this; it
 * is no part of the program.
 *
 * <p>{@code java TrainWorker.java LOG COMMAND...} runs the command. The exit status is the command's.
 */
class TrainWorker {
    private static final int PATIENCE_SECONDS = 120;

    public static void main(String[] arguments) throws Exception {
        // The caches remember the jars' times: this is the first training.
        Jars.seal(Path.of(Jars.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getParent());
        Process worker = new ProcessBuilder(List.of(arguments).subList(1, arguments.length))
                .redirectErrorStream(true)
                .redirectOutput(Path.of(arguments[0]).toFile())
                .start();
        try (Writer orders = worker.outputWriter()) {
            send(orders, new Order.Start(RunSpec.of(new Workload("image", "virtual"), new Load.Closed(2)), 0));
            send(orders, new Order.Change(new Load.Closed(4)));
            // The rehearsal comes before the orders are read.
            worker.waitFor(11, TimeUnit.SECONDS);
            send(orders, new Order.Stop());
            if (!worker.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                worker.destroyForcibly();
                throw new IOException("the worker did not end when it was told to");
            }
        }
        System.exit(worker.exitValue());
    }

    private static void send(Writer orders, Order order) throws IOException {
        orders.write(Orders.toLine(order) + "\n");
        orders.flush();
    }
}
