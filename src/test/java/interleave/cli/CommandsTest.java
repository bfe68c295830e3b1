package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.config.Settings;
import interleave.config.Settings.Colour;
import interleave.kernel.CpuSet;
import interleave.screen.Glyphs;
import interleave.spec.Workload;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Settings> opened = new ArrayList<>();

    private int run(String line) {
        PrintStream told = new PrintStream(err, true);
        Output to = new Output(out, StandardCharsets.UTF_8);
        return to.status(Commands.run(line.split(" "), this::open, to, told, new EndSignals(signal -> {})), told);
    }

    private int open(Settings settings) {
        opened.add(settings);
        return 7;
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void runsAtOnceAreBounded() {
        assertEquals(2, run("run" + " image/pool".repeat(33)));
        assertEquals(
                "interleave: 33 workloads at once are too many, since each is a process: at most 32; more: interleave"
                        + " run --help\n",
                err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --interval 0                          | --interval 0 must be 250ms to 60s, as in 500ms or 2s; more: interleave --help
        --interval 61s                        | --interval 61s must be 250ms to 60s, as in 500ms or 2s; more: interleave --help
        --color pink                          | --color pink must be auto, never, 16, 256 or 24bit; more: interleave --help
        --view side                           | --view side must be workloads, matrix or monitor; more: interleave --help
        --glyphs runes                        | --glyphs runes must be braille, block, console or ascii; more: interleave --help
        --start image/pol                     | --start image/pol is no workload; nearest are image/pool, image/
        --bogus                               | unknown option --bogus; more: interleave --help
        --rate -1                             | unknown option --rate; it belongs to run, compare, sweep, advise; more: interleave --help
        --format=xml                          | unknown option --format=xml; it belongs to list, run, once, compare, sweep, advise, lab; more
        bogus                                 | unknown word bogus; the commands are list, run, once, compare, sweep, advise, lab, completion; more: interleave --help
        image/pool                            | unknown word image/pool; use run image/pool or --start image/pool; more: interleave --help
        --start image/pool image/pol          | image/pol is no workload; nearest are image/pool, image/
        list image/pol                        | unknown word image/pol; more: interleave list --help
        run image/pool image/pol              | image/pol is no workload; nearest are image/pool, image/
        run image/pool counter-race/single    | counter-race/single cannot run here: one thread races with nobody; more: interleave run --help
        --pid \u0663                          | --pid \u0663 must be the number of a process as ps shows it, such as 4711; more: interleave --help
        run image/pool --jvm-options 64m      | --jvm-options 64m is no option of a JVM: these begin with -, as in -Xss256k; more: interleave run --help
        --interval=                           | --interval '' must be 250ms to 60s, as in 500ms or 2s; more: interleave --help
        list --format csv                     | --format csv is not available for a list; use text or json; more: interleave list --help
        run                                   | W is missing: workloads, as in http/virtual, up to 32; all: interleave list; more: interleave run --help
        run htp/virtual                       | htp/virtual is no workload; nearest are http/virtual, h
        run image/pool --rate -1              | --rate -1 must be a rate above 0, up to 1000000/s, such as 5000/s; more: interleave run --help
        run image/pool --rate 1000001/s       | --rate 1000001/s must be a rate above 0, up to 1000000/s, such as 5000/s; more: interleave run --help
        run image/pool --rate 0/s             | --rate 0/s must be a rate above 0, up to 1000000/s, such as 5000/s; more: interleave run --help
        run image/pool --concurrency 0        | --concurrency 0 must be a number of tasks from 1 to 1000000, as in 64; more: interleave run --help
        run image/pool --concurrency many     | --concurrency many must be a number of tasks from 1 to 1000000, as in 64; more: interleave run --help
        run http/pool --work 2s               | --work 2s must be a duration from 0us to 1s, as in 50us, 200us or 2ms; more: interleave run --help
        run image/pool --tile 8               | --tile 8 must be a number of pixels from 16 to 1024; more: interleave run --help
        run image/pool --work 1ms             | --work: image/pool has no such setting; those that have it: http/
        run image/pool --rate 5/s --rate 6/s  | --rate: give it once; more: interleave run --help
        run http/pool --connections -1        | --connections -1 must be a number of connections from 0 (no bound) to 65535; more: interleave run --help
        run image/pool --rate 5/s --concurrency 2 | --concurrency and --rate: give one of them; more: interleave run --help
        run image/pool --arrival poisson      | --arrival needs an open load: --rate R --arrival poisson; more: interleave run --help
        run image/pool --rate 5/s --arrival now | --arrival now must be constant or poisson; more: interleave run --help
        run image/pool --threads 16x --rate 5/s | --threads and --rate: give one of them; more: interleave run --help
        run image/pool --threads 16x --concurrency 2 | --threads and --concurrency: give one of them; more: interleave run --help
        run image/pool --threads 0x           | --threads 0x must be a number of threads from 1 to 20000, or 16x for 16 for each CPU; more: interleave run --help
        run image/pool --pool 0               | --pool 0 must be a number of threads from 1 to 20000; more: interleave run --help
        run image/pool --loops 300            | --loops 300 must be a number of event loops from 1 to 256; more: interleave run --help
        run http/event-loop --transport kqueue | --transport kqueue must be io_uring, epoll or nio; more: interleave run --help
        run image/pool --carriers two         | --carriers two must be a number of carriers from 1 to 256; more: interleave run --help
        run image/pool --latency 2h           | --latency 2h must be a duration from 0ms to 1h, as in 0.5ms, 20ms or 10s; more: interleave run --help
        run image/pool --failure-rate 1       | --failure-rate 1 must be a share of the tasks from 0% to 99%, as in 1%: of tasks that all fail, nothing could be verified or measured; more: interleave run --help
        run image/pool --failure-rate 100%    | --failure-rate 100% must be a share of the tasks from 0% to 99%, as in 1%: of tasks that all fail, nothing could be verified or measured; more: interleave run --help
        run image/pool --seed dice            | --seed dice must be a number from 0 to 9223372036854775807, as in 42; more: interleave run --help
        run image/pool --seed 9223372036854775808 | --seed 9223372036854775808 must be a number from 0 to 9223372036854775807, as in 42; more: interleave run --help
        run image/pool --heap 1m              | --heap 1m must be a size of 16m or more, such as 64m or 2g; more: interleave run --help
        run image/pool --cpus 1-0             | --cpus 1-0 must be a list of CPUs, such as 0,1 or 0-3; more: interleave run --help
        run image/pool --nice 20              | --nice 20 must be a niceness
        --for 9000h                           | --for 9000h must not be more than a year, 8760h; more: interleave --help
        --latency 61m                         | --latency 61m must be a duration from 0ms to 1h, as in 0.5ms, 20ms or 10s; more: interleave --help
        run image/pool --duration 999999999h  | --duration 999999999h must not be more than a year, 8760h; more: interleave run --help
        run image/pool --warmup 999999999h    | --warmup 999999999h must not be more than a year, 8760h; more: interleave run --help
        --for soon                            | --for soon must be never or a duration above 0, such as 10m or 1h; more: interleave --help
        run image/pool --duration 0s          | --duration 0s must be a duration above 0, such as 500ms, 10s, 5m or 2h; more: interleave run --help
        run image/pool --duration 10          | --duration 10 must be a duration above 0, such as 500ms, 10s, 5m or 2h; more: interleave run --help
        run image/pool --warmup -1s           | --warmup -1s must be a duration such as 500ms, 10s, 5m or 2h; more: interleave run --help
        run image/pool --duration             | --duration needs a value: the time that is measured; default 10s; more: interleave run --help
        run image/pool --format xml           | --format xml must be text, json or csv; more: interleave run --help
        once --format xml                     | --format xml must be text or json; more: interleave once --help
        completion fish                       | fish must be bash or zsh; more: interleave completion --help
        """)
    void aWrongCommandLineIsOneLineAndStatus2(String line, String words) {
        assertEquals(2, run(line));
        assertTrue(err().startsWith("interleave: " + words), err());
        assertTrue(err().endsWith(" --help\n"), err());
        assertEquals(1, err().lines().count());
        assertEquals("", out());
    }

    @Test
    void whatWasTypedNeitherBreaksTheLineNorReachesTheTerminalAsAnOrder() {
        assertEquals(2, run("run x\ny\u001b[31m\u009b2J\u202ez"));
        assertTrue(err().startsWith("interleave: x y [31m 2J z is no workload"), err());
        assertEquals(1, err().lines().count());
    }

    /** A name of two lines hides no reason. */
    @Test
    void theReasonStandsBehindWhateverWasTyped() {
        assertEquals(2, run("lab --baseline /nosuch\u001b[2J\nfile"));
        assertEquals(
                "interleave: --baseline /nosuch [2J file cannot be read: it does not exist; more: interleave lab"
                        + " --help\n",
                err());
    }

    /** Where nobody has it, others that do are named, and where one has it, it is for that one. */
    @Test
    void aSettingThatNoneOfTheWorkloadsHasIsRefused() {
        assertEquals(2, run("run image/single --latency 5ms"));
        assertTrue(
                err().startsWith("interleave: --latency: image/single has no such setting; those that have it: http/"),
                err());
    }

    @Test
    void aTransportIsForWhatHasEventLoops() {
        assertEquals(2, run("run http/pool --transport epoll"));
        assertTrue(
                err().startsWith("interleave: --transport: http/pool has no such setting; those that have it: http/"),
                err());
    }

    @Test
    void cpusThatAreNotHereAreNamed() {
        assertEquals(2, run("run image/pool --cpus 0,9999"));
        assertTrue(
                err().startsWith("interleave: --cpus 0,9999 names CPUs that cannot be used here (9999); there are "),
                err());
    }

    @Test
    void anySeedOf63BitsCanBeGiven() {
        assertEquals(Long.MAX_VALUE, new RunConverters.OfSeed().convert("9223372036854775807"));
        assertEquals(0, new RunConverters.OfSeed().convert("0"));
    }

    /** {@code nice} would only warn, and the run go on as it is. */
    @Test
    void nobodyButRootMakesARunLessNiceThanItsParent() {
        assertEquals(10, RunConverters.OfNice.convert("10", 10));
        TypeConversionException refused =
                assertThrows(TypeConversionException.class, () -> RunConverters.OfNice.convert("5", 10));
        assertEquals("must be a niceness that you may set, 10 to 19", refused.getMessage());
    }

    @Test
    void cpusAreWrittenAsShortAsTheKernelDoes() {
        assertEquals("7", CpuSet.text(List.of(7)));
        assertEquals("0-1,4,8-9999", CpuSet.text(CpuSet.parse("0,1,4,8-9999").orElseThrow()));
        assertEquals("", CpuSet.text(List.of()));
    }

    @Test
    void optionsOfTheMonitorBecomeItsSettings() {
        assertEquals(
                7,
                run("--start http/virtual image/pool --interval 500ms --latency 0ms --for 10m --color 256 --glyphs"
                        + " ascii --read-only --view monitor"));
        assertEquals(
                List.of(new Settings(
                        List.of(new Workload("http", "virtual"), new Workload("image", "pool")),
                        Duration.ofMillis(500),
                        Duration.ZERO,
                        Optional.of(Duration.ofMinutes(10)),
                        Colour.INDEXED_256,
                        Optional.of(Glyphs.ASCII),
                        true,
                        Settings.Opens.MONITOR,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false)),
                opened);
    }

    @Test
    void processesAreWatchedInTheOrderOfTheCommandLineEachOnce() {
        int own = (int) ProcessHandle.current().pid();
        assertEquals(7, run("--pid " + own + " --pid 1 --pid " + own));
        assertEquals(List.of(own, 1), opened.getFirst().pids());
    }

    @Test
    void runsGoOnUntilTheyAreStoppedIfThatIsWanted() {
        assertEquals(7, run("--for never"));
        assertEquals(Optional.empty(), opened.getFirst().runFor());
    }

    /** On the screen a workload has one run. */
    @Test
    void aWorkloadIsStartedOnce() {
        assertEquals(7, run("--start image/pool --start http/pool image/pool"));
        assertEquals(
                List.of(new Workload("image", "pool"), new Workload("http", "pool")),
                opened.getFirst().start());
    }

    @Test
    void whatIsNotGivenIsAsWithoutArguments() {
        assertEquals(7, run("--color auto"));
        assertEquals(List.of(Settings.DEFAULT), opened);
    }

    @Test
    void listNamesEveryWorkload() {
        assertEquals(0, run("list"));
        KnownWorkloads.all().forEach(info -> assertTrue(out().contains(" " + info.workload() + " "), out()));
        assertEquals(KnownWorkloads.all().size(), out().lines().count());
    }

    @Test
    void listAsJsonIsOneObjectALine() {
        assertEquals(0, run("list --format json"));
        assertEquals(KnownWorkloads.all().size(), out().lines().count());
        String first = out().lines().findFirst().orElseThrow();
        assertTrue(
                first.matches(
                        "\\{\"type\":\"workload\",\"time\":\"[0-9T:.-]+Z\",\"workload\":\"http/event-loop\",\"task\":\"http\",\"model\":\"event-loop\",\"key\":\"1\",\"shows\":\"[^\"]+\",\"load\":\\{\"concurrency\":256},\"settings\":\"[a-z_"
                            + " ]+\",\"available\":true,\"unavailable\":null,\"absent\":\\{\"unavailable\":\"it is"
                            + " available\"}}"),
                first);
    }

    @Test
    void theShellIsOfferedEveryWorkloadThatCanBeStarted() {
        assertEquals(0, run("completion bash"));
        KnownWorkloads.all().stream()
                .filter(info -> info.unavailable().isEmpty())
                .forEach(info -> assertTrue(
                        out().contains("\"" + info.workload() + "\""),
                        info.workload().toString()));
    }

    @Test
    void aCellThatMakesNoSenseSaysWhy() {
        assertEquals(2, run("run counter-race/single"));
        assertTrue(err().contains("counter-race/single cannot run here: one thread races with nobody"), err());
        assertEquals(0, run("list"));
        assertTrue(
                out().lines()
                        .anyMatch(line -> line.contains(" counter-race/single ") && line.contains("not available: ")),
                out());
    }

    @Test
    void helpAndVersionAndCompletionAreNoErrors() {
        assertEquals(0, run("--help"));
        assertEquals(0, run("run --help"));
        assertEquals(0, run("--version"));
        assertEquals(0, run("completion bash"));
        assertTrue(out().contains("interleave run [-hV]"));
        assertTrue(out().contains("complete -F _complete_interleave"));
        assertEquals("", err());
    }
}
