package interleave.worker;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.execution.Ceiling;
import interleave.kernel.ProcessLimits;
import interleave.kernel.ThreadLimits;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.task.Unable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadLimitsTest {
    private static final long PLENTY = 1_000_000;

    @TempDir
    Path root;

    private static LoadLimits limits(long files, long threads, long maps) {
        return new LoadLimits(new ProcessLimits(
                files, () -> List.of(new ThreadLimits.Limit("ulimit -u", threads, "raise ulimit -u")), maps));
    }

    private static String refusal(LoadLimits limits, String task, String model, Load load) {
        RunSpec run = RunSpec.of(new Workload(task, model), load);
        return assertThrows(Unable.class, () -> limits.check(run, load)).getMessage();
    }

    private static void allows(LoadLimits limits, String task, String model, Load load) {
        RunSpec run = RunSpec.of(new Workload(task, model), load);
        assertDoesNotThrow(() -> limits.check(run, load));
    }

    @Test
    void connectionsAreFiles() {
        LoadLimits limits = limits(1024, PLENTY, PLENTY);
        assertEquals(
                "10,000 connections need 10,064 open files, and 1,024 are allowed: raise ulimit -n",
                refusal(limits, "http", "event-loop", new Load.Closed(10_000)));
        allows(limits, "http", "event-loop", new Load.Closed(960));
        allows(limits, "http", "single", new Load.Closed(10_000));
        allows(limits, "image", "virtual", new Load.Closed(10_000));
    }

    @Test
    void aRateHasTasksInFlight() {
        LoadLimits limits = limits(1024, 500, PLENTY);
        assertEquals(
                "50,000/s of 20 ms each are 1,000 tasks at once: 1,000 connections need 1,064 open files, and 1,024 are"
                        + " allowed: raise ulimit -n, or lower the rate",
                refusal(limits, "http", "virtual", new Load.Open(50_000)));
        assertEquals(
                "25,000/s of 20 ms each are 500 tasks at once: 500 threads need room for 564, and there is room for 500"
                        + " (ulimit -u): raise ulimit -u, or lower the rate",
                refusal(limits, "timer", "threads", new Load.Open(25_000)));
        allows(limits, "http", "event-loop", new Load.Open(48_000));
        allows(limits, "http", "pool", new Load.Open(1_000_000));
        allows(limits, "http", "single", new Load.Open(1_000_000));
        allows(limits, "timer", "virtual", new Load.Open(1_000_000));
        allows(limits, "image", "threads", new Load.Open(1_000_000));
        refusal(limits(64, PLENTY, PLENTY), "http", "event-loop", new Load.Open(1));
        refusal(limits(PLENTY, 100, PLENTY), "http", "pool", new Load.Open(1));
    }

    /** The pool is as large at any rate. */
    @Test
    void aLowerRateIsNoHelpWhereThePoolIsTooLarge() {
        RunSpec run =
                RunSpec.of(new Workload("http", "pool"), new Load.Open(5000)).with(Knob.POOL, 20_000);
        assertEquals(
                "20,000 threads need room for 20,064, and there is room for 4,000 (ulimit -u): raise ulimit -u",
                assertThrows(Unable.class, () -> limits(PLENTY, 4000, PLENTY).check(run, run.load()))
                        .getMessage());
    }

    /** Of the models where every task in flight takes one of what there is a limit on. */
    @Test
    void whatPilesUpHasACeiling() {
        assertEquals(
                "starts are dropped, since no more than 960 connections find room in 1,024 open files: raise ulimit -n,"
                        + " or lower the rate",
                ceiling(limits(1024, PLENTY, PLENTY), "http", "hybrid").why());
        Ceiling threads = ceiling(limits(1024, 500, PLENTY), "http", "threads");
        assertEquals(436, threads.most());
        assertTrue(threads.why().contains("436 threads find room in 500 (ulimit -u): raise ulimit -u"), threads.why());
        assertEquals(
                500, ceiling(limits(PLENTY, PLENTY, 2000), "image", "threads").most());
        for (String model : List.of("pool", "work-stealing", "single"))
            assertEquals(Ceiling.NONE, ceiling(limits(1024, 500, 2000), "http", model));
        assertEquals(Ceiling.NONE, ceiling(limits(1024, 500, 2000), "timer", "virtual"));
    }

    /** The name of a limit is a path, and a path may have any sign in it. */
    @Test
    void aLimitMayHaveAPercentSignInItsName() {
        ThreadLimits.Limit odd = new ThreadLimits.Limit("/sys/fs/cgroup/50%off/pids.max", 500, "raise it");
        LoadLimits limits = new LoadLimits(new ProcessLimits(1024, () -> List.of(odd), PLENTY));
        String why = ceiling(limits, "timer", "threads").why();
        assertTrue(why.contains("436 threads find room in 500 (/sys/fs/cgroup/50%off/pids.max): raise it"), why);
    }

    @Test
    void aPoolThatComputesForEventLoopsIsThreadsToo() {
        RunSpec run =
                RunSpec.of(new Workload("image", "hybrid"), new Load.Closed(2)).with(Knob.POOL, 20_000);
        assertEquals(
                "20,000 threads need room for 20,064, and there is room for 4,000 (ulimit -u): raise ulimit -u",
                assertThrows(Unable.class, () -> limits(PLENTY, 4000, PLENTY).check(run, run.load()))
                        .getMessage());
    }

    private static Ceiling ceiling(LoadLimits limits, String task, String model) {
        return limits.ceiling(RunSpec.of(new Workload(task, model), new Load.Open(1)));
    }

    @Test
    void threadsAreRoomAndMappings() {
        assertEquals(
                "20,000 threads need room for 20,064, and there is room for 4,000 (ulimit -u): raise ulimit -u",
                refusal(limits(PLENTY, 4000, PLENTY), "image", "threads", new Load.Closed(20_000)));
        assertEquals(
                "40,000 threads need 81,000 memory mappings, and 65,530 are allowed: raise the sysctl vm.max_map_count",
                refusal(limits(PLENTY, PLENTY, 65_530), "image", "threads", new Load.Closed(40_000)));
        allows(limits(PLENTY, 4000, 65_530), "image", "virtual", new Load.Closed(1_000_000));
    }

    @Test
    void theKernelsFilesAreRead() throws IOException {
        write("proc/self/limits", """
            Limit                     Soft Limit           Hard Limit           Units
            Max processes             96365                96365                processes
            Max open files            1024                 20000                files
            """);
        write("proc/sys/vm/max_map_count", "65530\n");
        ProcessLimits allowed = ProcessLimits.read(root);
        assertEquals(1024, allowed.files());
        assertEquals(65_530, allowed.maps());
    }

    @Test
    void whatIsNotThereLimitsNothing() throws IOException {
        write("proc/self/status", "Name:\tjava\nUid:\t0\t0\t0\t0\n");
        write("proc/self/limits", "Max open files            unlimited            unlimited            files\n");
        ProcessLimits allowed = ProcessLimits.read(root);
        assertEquals(Long.MAX_VALUE, allowed.files());
        assertEquals(List.of(), allowed.threads().get());
    }

    /** A limit on the slice of a user is met half way, unless it is looked at beforehand. */
    @Test
    void aLimitOfACgroupAboveRefusesBeforehand() throws IOException {
        write("proc/self/cgroup", "0::/user.slice/user-7.slice/a.scope\n");
        write("proc/self/mountinfo", "30 20 0:26 / /sys/fs/cgroup rw shared:4 - cgroup2 cgroup2 rw\n");
        write("sys/fs/cgroup/user.slice/user-7.slice/a.scope/pids.max", "max\n");
        write("sys/fs/cgroup/user.slice/user-7.slice/a.scope/pids.current", "20\n");
        write("sys/fs/cgroup/user.slice/user-7.slice/pids.max", "500\n");
        write("sys/fs/cgroup/user.slice/user-7.slice/pids.current", "80\n");
        assertEquals(
                "20,000 threads need room for 20,064, and there is room for 420 ("
                        + root.resolve("sys/fs/cgroup/user.slice/user-7.slice/pids.max")
                        + "): raise it, as TasksMax= does for a unit of systemd",
                refusal(new LoadLimits(ProcessLimits.read(root)), "timer", "threads", new Load.Closed(20_000)));
    }

    /** Threads that a run has already are not asked for again. */
    @Test
    void aChangeAsksForWhatIsMissing() {
        LoadLimits room = limits(1024, 300, PLENTY);
        RunSpec pool =
                RunSpec.of(new Workload("image", "pool"), new Load.Closed(4)).with(Knob.POOL, 600);
        assertDoesNotThrow(() -> room.checkChange(pool, pool.with(Knob.POOL, 800)));
        assertDoesNotThrow(() -> room.checkChange(pool, pool.with(Knob.POOL, 10)));
        assertEquals(
                "900 threads need room for 964, and there is room for 900 (ulimit -u): raise ulimit -u",
                change(room, pool, pool.with(Knob.POOL, 900)));
        RunSpec carriers = RunSpec.of(new Workload("image", "virtual"), new Load.Closed(4));
        assertTrue(change(room, carriers, carriers.with(Knob.CARRIERS, 256)).contains("ulimit -u"));
        RunSpec http = RunSpec.of(new Workload("http", "event-loop"), new Load.Closed(4));
        assertTrue(change(room, http, http.with(new Load.Closed(1000))).contains("ulimit -n"));
        assertTrue(change(limits(1024, 60, PLENTY), http, http.with(Knob.LOOPS, 64))
                .contains("ulimit -u"));
    }

    private static String change(LoadLimits limits, RunSpec now, RunSpec next) {
        return assertThrows(Unable.class, () -> limits.checkChange(now, next)).getMessage();
    }

    /** The kernel gives a sysctl to the first read alone. */
    @Test
    void thisMachinesLimitsAreThoseOfTheShell() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "ulimit -n; cat /proc/sys/vm/max_map_count").start();
        List<String> lines = shell.inputReader().readAllLines();
        ProcessLimits allowed = ProcessLimits.read(Path.of("/"));
        assertEquals(Long.parseLong(lines.get(1)), allowed.maps());
        assertEquals(Long.parseLong(lines.get(0)), allowed.files());
        assertTrue(allowed.threads().get().stream().allMatch(limit -> limit.room() > 100), allowed.toString());
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
