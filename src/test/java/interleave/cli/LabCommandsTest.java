package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command lines of experiments that are refused. */
class LabCommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String line) {
        PrintStream told = new PrintStream(err, true);
        Output to = new Output(out, StandardCharsets.UTF_8);
        return to.status(Commands.run(line.split(" "), settings -> 7, to, told, new EndSignals(signal -> {})), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        compare                               | W is missing: two workloads or more, up to 8, as in http/virtual or http/pool:pool=64; more: interleave compare --help
        compare http/pool                     | one workload has nothing to be compared with; use two or more, or --baseline FILE; more
        compare http/pool htp/pool            | htp/pool is no workload; nearest are http/pool
        compare http/pool http/pool:poll=3    | http/pool:poll=3 cannot be: poll=3 must be one of pool, loops, carriers, latency, work, connections, tile, transport, concurrency, rate, as in http/pool:pool=64; more
        compare http/pool:pool=1,pool=2 http/virtual | http/pool:pool=1,pool=2 cannot be: pool=2 is a second pool: give it once; more
        compare http/event-loop:transport=nio,transport=epoll http/virtual | http/event-loop:transport=nio,transport=epoll cannot be: transport=epoll is a second transport: give it once; more
        compare http/pool:pool=0 http/virtual | http/pool:pool=0 cannot be: pool=0 must be a number of threads from 1 to 20000; more
        compare http/pool:loops=2 http/pool   | http/pool:loops=2 cannot be: loops=2 is no setting of http/pool; it has pool, connections, latency, work; more
        compare http/pool: http/virtual       | http/pool: cannot be: '' must be one of pool, loops
        compare http/pool --baseline=         | --baseline '' cannot be read: Is a directory; more
        compare http/pool http/virtual --report= | --report '' is a folder; must be a file; more
        compare http/pool http/virtual --precision 0 | --precision 0 must be 0.1% to 50%, as in 5%; more
        compare http/pool http/virtual --place near  | --place near must be apart, same or free; more
        compare http/pool http/virtual --fail-if p99 | --fail-if p99 must be a condition such as p99>1.1x or tasks_per_s<0.9x (times the base's); more
        compare http/pool http/virtual --fail-if q<1x | --fail-if q<1x must name a number that is compared: p50, p99, p999, tasks_per_s
        compare http/pool http/virtual --fail-if p99>0x | --fail-if p99>0x must have a limit from 0.001x to 1000x, as in p99>1.1x: another one holds always or never; more
        compare http/pool http/virtual --fail-if p99<0.0x | --fail-if p99<0.0x must have a limit from 0.001x to 1000x
        compare http/pool http/virtual --fail-if p99<5000x | --fail-if p99<5000x must have a limit from 0.001x to 1000x
        compare http/pool http/virtual --fail-if p99>-1x | --fail-if p99>-1x must be a condition such as p99>1.1x
        compare http/pool http/virtual --fail-if p99>NaNx | --fail-if p99>NaNx must be a condition such as p99>1.1x
        compare http/pool http/virtual --fail-if p99>1e9x | --fail-if p99>1e9x must be a condition such as p99>1.1x
        compare http/pool --baseline /nowhere | --baseline /nowhere cannot be read: it does not exist; more
        compare http/pool --baseline /dev/zero | --baseline /dev/zero is longer than what this command prints: more than 2 MiB; more
        compare a b --baseline /nowhere       | a is no workload
        sweep http/pool                       | a sweep is along one of --concurrency, --threads, --rate, --pool, --loops, --latency, as in --concurrency 1..4096; more
        sweep http/pool --pool 8..4           | --pool 8..4 must go up, as in 1..4096; more
        sweep http/pool --pool 0..4           | --pool 0..4 must be a range from 1 on, such as 1..4096; more
        sweep http/pool --latency 20..40      | --latency 20..40 must be a range of durations, such as 1ms..100ms; more
        sweep http/pool --latency 1h..2h      | --latency must end at 1h or below; more
        sweep image/pool --latency 1ms..2ms   | --latency: image/pool has no such setting; more
        sweep http/pool --loops 1..4          | --loops: http/pool has no such setting; more
        sweep http/pool --pool 1..400000      | --pool must end at 20000 or below; more
        sweep http/pool --pool 4..4           | --pool 4..4 must go up, as in 1..4096; more
        sweep http/pool --pool 1..4 --report /nowhere/a.html | --report /nowhere/a.html is in no folder that there is; more
        advise --wait 20ms --cpu 1ms --rate 50/s | --p99 needs a value: the response time that 99 of 100 tasks must keep, as in 60ms; more: interleave advise --help
        advise --wait 20ms --cpu 1ms --rate 50/s --p99 21ms | --p99 21ms must be above --wait and --cpu together, 21ms; more: interleave advise --help
        advise --wait 20ms --cpu 2s --rate 50/s --p99 30ms | --cpu 2s must be a duration from 0us to 1s, as in 50us, 200us or 2ms; more
        advise --wait 20ms --cpu 1ms --rate 5/s --p99 30ms | --rate 5/s must be a rate from 20/s to 1000000/s, such as 3000/s: of fewer a p99 takes too long; more
        advise --wait 20ms --cpu 1ms --rate 50/s --p99 30ms --report /nowhere/a.html | --report /nowhere/a.html is in no folder that there is; more
        advise --wait 20ms --cpu 1ms --rate 50/s --p99 30ms --within 1s | --within 1s must be 9s at least: one model takes that to start, warm up and be measured once; more
        compare http/pool http/virtual --within 1s | --within 1s must be 6s at least: one repetition takes up to that: the start of its processes, --latency, --warmup and --duration; more
        compare http/pool http/virtual --within 10s --latency 20s | --within 10s must be 26s at least
        compare http/pool http/virtual:latency=30s --within 30s | --within 30s must be 36s at least
        sweep http/pool --pool 1..4 --within 6s --duration 3s | --within 6s must be 8s at least
        sweep http/pool --latency 1ms..10s --within 12s | --within 12s must be 17s at least
        lab races-lose-updates --within 1s    | --within 1s must be 5s at least: one repetition takes that; more
        lab threads-use-core                  | threads-use-core is no claim; nearest are threads-use-cores
        lab --within 0s                       | --within 0s must be
        lab --report /proc/a.html             | --report /proc/a.html cannot be written
        lab --baseline /nowhere               | --baseline /nowhere cannot be read: it does not exist; more
        lab --format csv                      | --format csv is not available for claims; use text or json; more
        advise --wait 20ms --cpu 1ms --rate 50/s --p99 30ms --format csv | --format csv is not available for an advice; use text or json; more
        advise --wait 20ms --cpu 1ms --rate 50/s --p99 30ms --models pol | --models pol must be models, as in pool,virtual: event-loop, virtual, threads, pool
        """)
    void aWrongCommandLineIsOneLineAndStatus2(String line, String words) {
        assertEquals(2, run(line));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("interleave: " + words), said);
        assertTrue(said.endsWith(" --help\n"), said);
        assertEquals(1, said.lines().count());
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }
}
