package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.record.Csv;
import interleave.record.Json;
import interleave.run.Frame;
import interleave.run.Frames;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.trial.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Half a second of warm-up and a second that was measured, in each format. */
class SummaryTest {
    private static Measurement measured() {
        RunSpec spec = RunSpec.of(new Workload("image", "pool"), new Load.Closed(2));
        Measurement run = new Measurement(spec, Duration.ofSeconds(1));
        for (long ms = 0; ms <= 1500; ms += 250) run.frame(frame(ms), OptionalLong.of(500_000_000));
        return run;
    }

    private static Frame frame(long ms) {
        long n = ms / 250;
        return Frames.at(
                ms,
                10 * n,
                1000 * n,
                5 * n,
                n,
                LongStream.generate(() -> 20).limit(10).toArray());
    }

    @Test
    void theSummaryAsJson() {
        Measurement run = measured();
        String line = Json.line("summary", Instant.parse("2026-01-02T03:04:05Z"), Results.summary(run));
        assertEquals("""
            {"type":"summary","time":"2026-01-02T03:04:05.000Z","workload":"image/pool","load":{"concurrency":2},\
            "seed":1,"transport":null,"verified":true,"error":null,"note":null,"signal":null,"intervals_dropped":0,\
            "elapsed_s":1,"tasks":40,"started":40,"completed":40,"failed":0,"cancelled":0,"raised":0,\
            "offered_per_s":null,"tasks_per_s":40,"of_backlog":null,"dropped":null,"behind_now_ms":null,\
            "cpu_percent":0.4,"cpu_us_per_task":100,"plan_cpu_us_per_task":null,"tasks_per_cpu_s":10000,\
            "switches_per_s":24,"voluntary_switches_per_s":20,"involuntary_switches_per_s":4,\
            "voluntary_switches":20,"involuntary_switches":4,"switches_per_task":0.6,"plan_switches_per_task":null,\
            "in_flight":4,"in_flight_peak":4,"os_threads":20,"os_threads_peak":20,"virtual_threads":null,\
            "virtual_threads_peak":null,"carriers":null,"mounted":null,"queued":null,"rss_bytes":50000000,\
            "rss_peak_bytes":50000000,"heap_bytes":10000000,"bytes_per_waiting_task":null,"paused_s":0,\
            "service_ms":{"p50":20.054,"p90":20.054,"p99":null,"p999":null,"max":20.054},\
            "response_ms":{"p50":40.108,"p90":40.108,"p99":null,"p999":null,"max":40.108},\
            "behind_ms":{"p50":null,"p90":null,"p99":null,"p999":null,"max":null},\
            "whole_run":{"started":60,"completed":60,"failed":0,"cancelled":0,"raised":0,"in_flight_peak":8,"dropped":null},\
            "absent":{"transport":"no input or output of its own","error":"nothing went wrong","note":"nothing was found out","signal":"none ended it before its time",\
            "offered_per_s":"a closed load has no plan","of_backlog":"a closed load has no plan","dropped":"a closed load has no plan","behind_now_ms":"a closed load has no plan",\
            "plan_cpu_us_per_task":"a closed load has no plan","plan_switches_per_task":"a closed load has no plan",\
            "virtual_threads":"no virtual threads here","virtual_threads_peak":"no virtual threads here",\
            "carriers":"no virtual threads here","mounted":"no virtual threads here","queued":"no virtual threads here",\
            "bytes_per_waiting_task":"fewer than 1000 tasks in flight: the JVM's own memory outweighs them",\
            "service_ms.p99":"40 of 100 samples","service_ms.p999":"40 of 1000 samples",\
            "response_ms.p99":"40 of 100 samples","response_ms.p999":"40 of 1000 samples",\
            "behind_ms.p50":"a closed load has no plan","behind_ms.p90":"a closed load has no plan",\
            "behind_ms.p99":"a closed load has no plan","behind_ms.p999":"a closed load has no plan",\
            "behind_ms.max":"a closed load has no plan","whole_run.dropped":"a closed load has no plan"}}\
            """, line);
    }

    @Test
    void theSummaryAsCsvAndText() {
        Measurement run = measured();
        Csv csv = Csv.of(List.of(Results.interval(run, run.whole()), Results.summary(run)));
        String[] names = csv.header().split(",");
        String[] cells =
                csv.line("summary", Instant.EPOCH, Results.summary(run)).split(",", -1);
        assertEquals(names.length, cells.length);
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) byName.put(names[i], cells[i]);
        assertEquals("1970-01-01T00:00:00.000Z", byName.get("time"));
        assertEquals("40", byName.get("tasks_per_s"));
        assertEquals("20.054", byName.get("service_p50_ms"));
        assertEquals("", byName.get("service_p99_ms"));
        assertEquals("40", byName.get("completed"));
        assertEquals("60", byName.get("whole_run_completed"));
        assertEquals("20", byName.get("os_threads_peak"));

        List<String> text = TextSummary.lines(List.of(run));
        assertEquals("                         image/pool", text.getFirst());
        assertTrue(text.contains("switches/task                 0.600"), () -> String.join("\n", text));
        assertTrue(text.contains("verified                        yes"));
    }
}
