import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.wire.Order;
import interleave.wire.Orders;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The use of a worker: it rehearses every workload by itself, and is then ordered about. */
class WorkerTraining {
    private static final int PATIENCE_SECONDS = 120;

    private WorkerTraining() {}

    /** Runs the command and gives it orders; gives its exit status. */
    static int use(List<String> command, Path log) throws IOException, InterruptedException {
        Process worker = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
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
        return worker.exitValue();
    }

    private static void send(Writer orders, Order order) throws IOException {
        orders.write(Orders.toLine(order) + "\n");
        orders.flush();
    }
}
