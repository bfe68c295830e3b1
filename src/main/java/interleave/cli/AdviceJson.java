package interleave.cli;

import interleave.lab.advice.Advice;
import interleave.lab.advice.Seen;
import interleave.lab.stats.Bootstrap;
import interleave.lab.stats.Interval;
import interleave.metric.Reading;
import interleave.record.HumanText;
import interleave.record.Json;
import interleave.record.ResultRow;
import interleave.record.ResultValue;
import interleave.run.CostMetrics;
import interleave.run.ExtraMetrics;
import interleave.run.Percentile;
import interleave.run.StateMetrics;
import interleave.run.TimeMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of an advice that scripts read. */
record AdviceJson(AdviceReport report) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Advice one : report.advising().finished()) lines.add(Json.line("advice", Instant.now(), fields(one)));
        lines.add(Json.line("summary", Instant.now(), summary()));
        return lines;
    }

    private Map<String, ResultValue> fields(Advice one) {
        ResultRow row = new ResultRow()
                .text("workload", one.entrant().workload().toString())
                .value("meets", new ResultValue.Flag(one.meets()))
                .value("pool", pool(one.pool()))
                .number(
                        "highest_rate_per_s",
                        one.highest().map(AdviceJson::rate).orElse(AdviceReport.held()))
                .number(
                        "failed_rate_per_s",
                        one.failedAt().map(AdviceJson::rate).orElse(notTried()))
                .text("bound_by", one.boundBy().key)
                .number("rate_per_s", one.asked().map(AdviceJson::rate).orElse(AdviceReport.held()));
        row.whole("repetitions", one.fresh().size()).whole("repetitions_held", one.held(report.need()));
        ends(row, one, CostMetrics.CPU_US_PER_TASK.name(), AdviceReport::cpu);
        ends(row, one, CostMetrics.SWITCHES_PER_TASK.name(), AdviceReport::switches);
        row.number(CostMetrics.CPU_US_PER_TASK.name(), AdviceReport.reading(one, AdviceReport::cpu))
                .number(
                        CostMetrics.CPU_PERCENT.name(),
                        AdviceReport.reading(one, seen -> seen.readings().of(CostMetrics.CPU_PERCENT)))
                .number(CostMetrics.SWITCHES_PER_TASK.name(), AdviceReport.reading(one, AdviceReport::switches))
                .number(ExtraMetrics.WORK_US_PER_TASK.name(), AdviceReport.reading(one, AdviceJson::work))
                .value("response_ms", new ResultValue.Quantiles(response(one)))
                .number(
                        StateMetrics.RSS_PEAK_BYTES.name(),
                        AdviceReport.reading(one, seen -> seen.readings().of(StateMetrics.RSS_PEAK_BYTES)));
        row.value("larger_pool", larger(one, larger -> new ResultValue.Whole(larger.pool())))
                .value(
                        "larger_pool_rate_per_s",
                        larger(one, larger -> ResultValue.of(Reading.of(larger.highestPerSecond()))))
                .value("larger_pool_bound_by", larger(one, larger -> ResultValue.of(larger.boundBy().key)));
        return row.fields();
    }

    private static ResultValue larger(Advice one, Function<Advice.Larger, ResultValue> value) {
        return one.larger().map(value).orElse(ResultValue.absent("the pool is not what bounds it, or it has none"));
    }

    private static ResultValue pool(OptionalInt pool) {
        return pool.isPresent() ? new ResultValue.Whole(pool.getAsInt()) : ResultValue.absent("it has no pool");
    }

    private static Reading work(Seen seen) {
        return seen.readings().metrics().stream()
                .filter(metric -> metric.equals(ExtraMetrics.WORK_US_PER_TASK))
                .findFirst()
                .map(seen.readings()::of)
                .orElse(Reading.absent(Reading.Why.UNSUPPORTED, "there is none"));
    }

    private static Map<Percentile, Reading> response(Advice one) {
        Map<Percentile, Reading> points = new EnumMap<>(Percentile.class);
        for (Percentile point : Percentile.values())
            points.put(point, AdviceReport.reading(one, seen -> seen.readings().of(TimeMetrics.RESPONSE, point)));
        return points;
    }

    /** Both ends of an interval over fresh processes. */
    private static void ends(ResultRow row, Advice one, String name, Function<Seen, Reading> value) {
        Optional<Interval> interval = one.interval(value);
        Reading few = Reading.absent(
                Reading.Why.WARMING_UP, one.fresh().size() + " fresh processes; " + Bootstrap.FEWEST + " tell one");
        row.number(name + "_low", interval.map(ends -> Reading.of(ends.low())).orElse(few))
                .number(
                        name + "_high",
                        interval.map(ends -> Reading.of(ends.high())).orElse(few));
    }

    private static Reading rate(Seen seen) {
        return Reading.of(seen.askedPerSecond());
    }

    private static Reading notTried() {
        return Reading.absent(Reading.Why.UNSUPPORTED, "it held every rate that was tried");
    }

    private Map<String, ResultValue> summary() {
        ResultRow row = new ResultRow()
                .number("wait_ms", Reading.of(report.need().waiting().toNanos() / 1e6))
                .number("work_us", Reading.of(report.need().cpu().toNanos() / 1e3))
                .number("rate_per_s", Reading.of(report.need().ratePerSecond()))
                .text("arrival", HumanText.arrival(report.need().arrival()))
                .number("p99_ms", Reading.of(report.need().p99Millis()))
                .value(
                        "connections",
                        report.need().connections().isPresent()
                                ? new ResultValue.Whole(
                                        report.need().connections().getAsInt())
                                : ResultValue.absent("no bound"))
                .number("in_flight_by_littles_law", Reading.of(report.need().inFlight()))
                .text("place", report.place().key)
                .whole("cpus", report.cpus())
                .whole("steps", report.advising().steps().size())
                .whole("steps_spoiled", report.spoiled().size())
                .number("elapsed_s", Reading.of(report.advising().elapsed().toMillis() / 1e3))
                .text(
                        "not_finished",
                        report.advising().notFinished().stream()
                                .map(entry -> entry.entrant().workload().toString())
                                .collect(Collectors.joining(" ")));
        return row.text("inconclusive", report.inconclusive(), "it is not")
                .text("signal", report.advising().signal(), Results.NO_SIGNAL)
                .fields();
    }
}
