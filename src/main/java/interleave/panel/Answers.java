package interleave.panel;

import interleave.run.ExtraMetrics;
import interleave.run.LostUpdates;
import interleave.screen.Numbers;
import interleave.spec.Proves.Question;
import java.util.List;

/**
 * The answer of a run, or of two, to the question that their task asks: the longest first, then ever shorter ones.
 * Pure.
 */
final class Answers {
    static final String LOOP_LAG = ExtraMetrics.LOOP_LAG;
    static final String LOST_UPDATES = ExtraMetrics.LOST;
    static final String DEADLOCKS = ExtraMetrics.DEADLOCKS;
    static final String CPU_WAIT = ExtraMetrics.CPU_WAIT;

    /** A loop that is late by more than this is held by somebody. */
    private static final double LATE_MS = 10;

    private Answers() {}

    static Headline alone(Evidence one) {
        return switch (one.proves().question()) {
            case COST -> LittlesLaw.full(one).orElseGet(() -> cost(one));
            case LOOP_LAG -> lag(one);
            case LOST_UPDATES -> lost(one, "");
            case CONTENTION -> contention(one);
            case DEADLOCKS -> deadlocks(one);
            case CPU_WAIT -> wait(one);
            case SPEED_UP -> done(one);
            case HANDOFF -> handoff(one);
        };
    }

    static Headline pair(Evidence one, Evidence other) {
        boolean race = other.proves().question() == Question.LOST_UPDATES;
        return switch (race ? Question.LOST_UPDATES : one.proves().question()) {
            case COST ->
                LittlesLaw.against(one, other)
                        .or(() -> LittlesLaw.full(one, other))
                        .orElseGet(() -> cost(one, other));
            case LOOP_LAG -> lag(one, other);
            case LOST_UPDATES -> lost(one, other);
            case CONTENTION -> contention(one, other);
            case DEADLOCKS -> deadlocks(one.figure(DEADLOCKS) > 0 ? one : other);
            case CPU_WAIT -> wait(one, other);
            case SPEED_UP -> SpeedUp.of(one, other);
            case HANDOFF -> handoff(one, other);
        };
    }

    private static Headline cost(Evidence one) {
        String pays = one.name() + one.verb(" pays ", " paid ") + one.perTask() + " switches";
        String whole = pays + " and " + one.cpu() + " of CPU per task";
        return new Headline(
                List.of(whole + ", p99 " + one.time(one.p99()) + ".", whole + ".", pays + " per task."),
                one.cpu(),
                "CPU per task, " + one.name());
    }

    private static Headline cost(Evidence one, Evidence other) {
        Evidence most = one.switches() >= other.switches() ? one : other;
        Evidence least = most == one ? other : one;
        String times = times(most.switches(), least.switches(), 0.0005);
        String fewer = times.isEmpty() ? "" : times.equals(SAME) ? ": " + SAME : ": " + times + " fewer";
        String pays = most.name() + most.verb(" pays ", " paid ");
        return new Headline(
                List.of(
                        pays + most.perTask() + " switches and " + most.cpu() + " of CPU per task, p99 "
                                + most.time(most.p99()) + "; " + least.name() + " " + least.perTask() + " and "
                                + least.cpu() + ", p99 " + least.time(least.p99()) + fewer + ".",
                        pays + most.cpu() + " and " + most.perTask() + " switches per task, p99 "
                                + most.time(most.p99()) + "; " + least.model() + " " + least.cpu() + ", "
                                + least.perTask() + ", p99 " + least.time(least.p99()) + ".",
                        "a task: " + most.model() + " " + most.cpu() + " of CPU, " + most.perTask() + " sw, p99 "
                                + most.time(most.p99()) + "; " + least.model() + " " + least.cpu() + ", "
                                + least.perTask() + ", " + least.time(least.p99()),
                        most.model() + " " + most.cpu() + " CPU, " + most.perTask() + " sw, p99 "
                                + most.time(most.p99()) + "; " + least.model() + " " + least.cpu() + ", "
                                + least.perTask() + ", " + least.time(least.p99()),
                        "a task: " + most.model() + " " + most.cpu() + " of CPU, " + most.perTask() + " switches; "
                                + least.model() + " " + least.cpu() + ", " + least.perTask(),
                        most.model() + " " + most.perTask() + " switches, " + least.model() + " " + least.perTask()),
                times.equals(SAME) || times.isEmpty() ? one.cpu() : times,
                times.equals(SAME) || times.isEmpty()
                        ? "CPU per task, " + one.name()
                        : "fewer switches per task: " + least.model());
    }

    private static Headline lag(Evidence one) {
        double lag = one.figure(LOOP_LAG);
        if (lag < 0) return cost(one);
        String loop = one.name()
                + (lag >= LATE_MS ? one.verb(" blocks", " blocked") + " its loop: everyone " : ": everyone ");
        String words = loop + one.verb("waits", "waited") + " up to " + one.time(lag);
        return new Headline(List.of(words + " for it.", words), one.time(lag), "loop lag of " + one.name());
    }

    private static Headline lag(Evidence one, Evidence other) {
        Evidence most = one.figure(LOOP_LAG) >= other.figure(LOOP_LAG) ? one : other;
        Evidence least = most == one ? other : one;
        Headline worse = lag(most);
        if (most.figure(LOOP_LAG) < 0) return cost(one, other);
        double lag = least.figure(LOOP_LAG);
        String end = lag >= 0 ? least.model() + " " + least.time(lag) : least.model() + " has no loop to block";
        String p99 = ", p99 " + least.time(least.p99());
        String first = worse.sentences().getLast();
        return new Headline(
                List.of(
                        first + ", p99 " + most.time(most.p99()) + "; " + end + p99 + ".",
                        first + "; " + end + p99 + ".",
                        first + "; " + end + ".",
                        most.name() + ": everyone waits up to " + worse.figure() + "; " + end,
                        first),
                worse.figure(),
                worse.caption());
    }

    private static Headline lost(Evidence race, String more) {
        double lost = Math.max(0, race.figure(LOST_UPDATES));
        double all = race.completed() * race.proves().updates();
        String words = race.name() + " " + new LostUpdates(lost, all).words(Numbers::count);
        if (lost == 0) {
            String none = words + " so far: " + LostUpdates.BY_LUCK;
            return new Headline(List.of(none + more, none), "0", "lost updates, " + race.name());
        }
        String wrong = ": " + LostUpdates.WRONG;
        String share = " (" + Numbers.fixed(100 * lost / Math.max(1, all), 1) + " %)";
        return new Headline(
                List.of(words + share + wrong + more, words + share + wrong, words + wrong, words),
                Numbers.count(lost),
                "lost updates of " + Numbers.count(all) + ", " + race.name());
    }

    private static Headline lost(Evidence one, Evidence other) {
        Evidence race = one.proves().question() == Question.LOST_UPDATES ? one : other;
        Evidence right = race == one ? other : one;
        if (right.proves().question() == Question.LOST_UPDATES)
            return lost(
                    race,
                    "; " + right.model() + " " + Numbers.count(Math.max(0, right.figure(LOST_UPDATES))) + " of "
                            + Numbers.count(right.completed() * right.proves().updates()));
        String times = times(right.micros(), race.micros(), 0);
        String price = times.isEmpty() || times.equals(SAME) || right.micros() < race.micros()
                ? ""
                : ", for " + times + " the CPU";
        return lost(race, "; " + right.name() + " loses none" + price);
    }

    private static Headline contention(Evidence one) {
        String words =
                one.name() + one.verb(" does ", " did ") + one.perSecond() + " at " + one.perTask() + " switches";
        return new Headline(
                List.of(words + " and " + one.cpu() + " a task.", words + " a task."),
                one.perSecond(),
                "tasks, " + one.name());
    }

    private static Headline contention(Evidence one, Evidence other) {
        Evidence most = one.tasks() >= other.tasks() ? one : other;
        Evidence least = most == one ? other : one;
        String words = most.name() + most.verb(" does ", " did ") + most.perSecond() + " at " + most.perTask()
                + " switches a task, ";
        String end = least.name() + " " + least.perSecond() + " at " + least.perTask();
        String times = times(most.tasks(), least.tasks(), 0);
        String more = times.isEmpty() ? "" : times.equals(SAME) ? ": " + SAME : ": " + times + " as many";
        return new Headline(
                List.of(
                        words + end + more + ".",
                        words + end + ".",
                        most.name() + " " + most.perSecond() + ", " + least.name() + " " + least.perSecond()),
                times.equals(SAME) ? most.perSecond() : times,
                "as many tasks: " + most.name());
    }

    private static Headline deadlocks(Evidence one) {
        double count = Math.max(0, one.figure(DEADLOCKS));
        if (count == 0) return contention(one);
        String many = one.name() + ": " + Numbers.count(count) + (count == 1 ? " deadlock" : " deadlocks") + " found";
        String last = one.cell()
                .remark()
                .filter(said -> said.words().startsWith("deadlock: "))
                .map(said -> "; the last: " + said.words().substring("deadlock: ".length()))
                .orElse("");
        String broken = " and broken up: one of the two is interrupted and tries again";
        return new Headline(
                List.of(many + last + ".", many + broken + ".", many + " and broken up.", many),
                Numbers.count(count),
                "deadlocks, " + one.name());
    }

    private static Headline wait(Evidence one) {
        double wait = one.figure(CPU_WAIT);
        if (wait < 0) return cost(one);
        String words = one.name() + ": a task " + one.verb("waits ", "waited ") + one.time(wait / 1e3) + " for a CPU";
        String then = ", then computes " + one.time(one.micros() / 1e3);
        String flight = "; p50 " + one.time(one.p50()) + " with " + Paint.load(one.load());
        return new Headline(
                List.of(words + then + flight + ".", words + then + ".", words),
                one.time(wait / 1e3),
                "wait for a CPU, " + one.name());
    }

    private static Headline wait(Evidence one, Evidence other) {
        Evidence most = one.figure(CPU_WAIT) >= other.figure(CPU_WAIT) ? one : other;
        Evidence least = most == one ? other : one;
        if (least.figure(CPU_WAIT) < 0) return wait(most);
        Headline first = wait(most);
        String end = "; " + least.model() + " " + least.time(least.figure(CPU_WAIT) / 1e3);
        String words = first.sentences().getLast();
        return new Headline(
                List.of(
                        words + ", p50 " + most.time(most.p50()) + end + ", p50 " + least.time(least.p50()) + ", with "
                                + Paint.load(one.load()) + ".",
                        words + ", p50 " + most.time(most.p50()) + end + ", " + least.time(least.p50()) + ".",
                        words + end + ".",
                        words),
                first.figure(),
                first.caption());
    }

    private static Headline done(Evidence one) {
        String words = one.name() + one.verb(" does ", " did ") + one.perSecond();
        return new Headline(
                List.of(words + ", " + one.cpu() + " of CPU each.", words), one.perSecond(), "tasks, " + one.name());
    }

    private static Headline handoff(Evidence one) {
        String words = one.name() + one.verb(" takes ", " took ") + one.time(one.service()) + " and " + one.perTask()
                + " switches a round trip";
        return new Headline(List.of(words + ".", words), one.time(one.service()), "a round trip, " + one.name());
    }

    private static Headline handoff(Evidence one, Evidence other) {
        Evidence most = one.service().orElse(0) >= other.service().orElse(0) ? one : other;
        Evidence least = most == one ? other : one;
        String words = handoff(most).sentences().getLast() + ", " + least.model() + " " + least.time(least.service())
                + " and " + least.perTask();
        String brief = "a round trip: " + most.model() + " " + most.time(most.service()) + " and " + most.perTask()
                + " switches, " + least.model() + " " + least.time(least.service());
        return new Headline(List.of(words + ".", words, brief), one.time(one.service()), "a round trip, " + one.name());
    }

    static final String SAME = "about the same";

    /** The ratio of the two, in words; empty where that says nothing. */
    static String times(double most, double least, double tiny) {
        if (!(least > tiny) || !(most > 0)) return "";
        double times = most / least;
        if (times < 1.5) return SAME;
        return (times < 9.5 ? Numbers.fixed(times, 1) : Numbers.count(Math.round(times))) + "x";
    }
}
