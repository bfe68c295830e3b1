package interleave;

import interleave.catalogue.Workloads;
import interleave.config.Settings;
import interleave.spec.WorkloadInfo;
import interleave.state.Menu;
import java.util.ArrayList;
import java.util.List;

/** Makes the menu on a thread of its own, while the main one opens the terminal. */
// start-up: neither a future nor a stream, of which the JVM has to set up more.
final class MenuMaker extends Thread {
    private final Settings settings;
    private final int cores;
    private Menu menu;
    private RuntimeException failure;

    MenuMaker(Settings settings, int cores) {
        super("menu");
        setDaemon(true);
        this.settings = settings;
        this.cores = cores;
    }

    @Override
    public void run() {
        try {
            menu = Menu.of(workloads());
        } catch (RuntimeException | LinkageError e) {
            failure = new IllegalStateException("the menu could not be made", e);
        }
    }

    /** Waits for it. */
    Menu made() throws InterruptedException {
        join();
        if (failure != null) throw failure;
        return menu;
    }

    private List<WorkloadInfo> workloads() {
        List<WorkloadInfo> all = Workloads.all(cores);
        if (settings.target().isEmpty()) return all;
        List<WorkloadInfo> asking = new ArrayList<>();
        for (WorkloadInfo info : all) asking.add(info.askingAnother());
        return asking;
    }
}
