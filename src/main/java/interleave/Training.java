package interleave;

import interleave.catalogue.Workloads;
import interleave.child.Outbox;
import interleave.child.ParentLink;
import interleave.child.Reporter;
import interleave.execution.Execution;
import interleave.metric.Ticker;
import interleave.service.Service;
import interleave.service.ServiceMain;
import interleave.spec.RunSpec;
import interleave.spec.Transport;
import interleave.spec.WorkloadInfo;
import interleave.state.Menu;
import interleave.task.TaskSetup;
import interleave.task.Transports;
import interleave.task.Unable;
import interleave.worker.WorkerMain;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The workloads of the menu in turn, one of every further task and model, all transports, and the service, in one
 * process, and then a worker as it is: for the build, which records in an AOT cache what this JVM loads, links and
 * finds hot.
 */
final class Training {
    private static final Duration MENU = Duration.ofMillis(600);
    private static final Duration OTHERS = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private Training() {}

    public static void main(String[] arguments) throws InterruptedException, Unable, ClassNotFoundException {
        int cores = Runtime.getRuntime().availableProcessors();
        try (Service service = Service.open(TimeUnit.MILLISECONDS.toNanos(1), Training::tell)) {
            TaskSetup setup = new TaskSetup(cores, service.port());
            Set<String> known = new HashSet<>();
            Menu menu = Menu.of(Workloads.all(cores));
            for (WorkloadInfo info : menu.all()) {
                if (info.unavailable().isPresent()) continue;
                boolean first = known.add(info.workload().task());
                first |= known.add(info.workload().model());
                if (Menu.digitOf(info.workload()).isPresent()) run(info, setup, MENU);
                else if (first) run(info, setup, OTHERS);
            }
            WorkloadInfo loops = menu.all().getFirst();
            for (Transport transport : Transports.here()) run(loops, setup.with(Optional.of(transport)), OTHERS);
        }
        Class.forName(ServiceMain.class.getName());
        // The cache is written at the end of a JVM, where that is given time to end.
        WorkerMain.run(ParentLink.begin(Runtime.getRuntime()::halt));
    }

    private static void run(WorkloadInfo info, TaskSetup setup, Duration time) throws InterruptedException, Unable {
        Reporter reporter = new Reporter(new Outbox(OutputStream.nullOutputStream()), Ticker.SYSTEM);
        Thread frames = Thread.ofPlatform().name("frames").start(reporter);
        try (Execution execution = Workloads.start(
                RunSpec.of(info.workload(), info.defaultLoad()), setup, Ticker.SYSTEM, Training::tell)) {
            reporter.begin(execution);
            execution.change(info.defaultLoad());
            Thread.sleep(time);
            execution.stop(PATIENCE);
        }
        reporter.finish();
        frames.join();
    }

    private static void tell(Throwable why) {
        System.err.println(why);
    }
}
