package interleave.panel;

import static interleave.metric.HostMetrics.LOAD_15M;
import static interleave.metric.HostMetrics.LOAD_1M;
import static interleave.metric.HostMetrics.LOAD_5M;
import static interleave.metric.HostMetrics.PRESSURE_CPU;
import static interleave.metric.HostMetrics.THROTTLED_PERCENT;
import static interleave.metric.HostMetrics.UPTIME_S;

import interleave.metric.Core;
import interleave.metric.Cores;
import interleave.metric.HostIdentity;
import interleave.metric.HostMetrics;
import interleave.metric.Reading;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Rect;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.Scene;
import interleave.state.State;
import java.util.List;

/**
 * One line: which machine this is, how loaded it is, and what time it is. What has no room is left out, from the left;
 * that some cores are not ours to use goes before the load.
 */
final class HeaderPanel implements Panel {
    private static final int LEAST_LEFT = 22;

    private static final int HOST_AT = 13;
    private static final int SEPARATOR = 3;

    /** Of a name that is longer so much is shown, where the cores need the room. */
    private static final int LONGEST_HOST = 16;

    @Override
    public String name() {
        return "header";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        int end = canvas.columns() - 1;
        end = state.paused() ? paused(state, canvas, end) : clock(state.shown(), canvas, end);
        if (end > LEAST_LEFT + 28) end = pressure(state.shown(), canvas, end);
        if (end > leastLeft(state.shown()) + 11) end = load(state.shown(), canvas, end);
        machine(state, canvas, end);
    }

    private static int leastLeft(Scene scene) {
        List<Core> cores = scene.readings().cores();
        if (!Cores.limited(cores)) return LEAST_LEFT;
        int host = Math.min(
                LONGEST_HOST, scene.readings().host().hostName().orElse("").length());
        return HOST_AT + host + SEPARATOR + Cores.brief(cores).length();
    }

    /** As wide as the clock and the uptime, so that nothing moves. */
    private static int paused(State state, Canvas canvas, int end) {
        String words = " PAUSED +" + Numbers.age(state.pausedSeconds()) + " ";
        canvas.tag(end - words.length(), 0, words, Ink.NOTICE);
        return canvas.columns() > 60 ? end - 21 : end - words.length() - 2;
    }

    private static int clock(Scene scene, Canvas canvas, int end) {
        int second = scene.secondOfDay().orElse(0);
        String time = two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
        canvas.right(end, 0, scene.secondOfDay().isPresent() ? time : "--:--:--", Ink.PLAIN);
        if (canvas.columns() <= 60) return end - 10;
        Reading up = scene.readings().of(UPTIME_S);
        String age = up instanceof Reading.Value(double s) ? Numbers.age((long) s / 60 * 60) : dash(canvas);
        canvas.text(end - 19, 0, "up", Ink.FAINT);
        canvas.right(end - 10, 0, age.equals("0 s") ? "<1 min" : age, Ink.PLAIN);
        return end - 21;
    }

    private static int load(Scene scene, Canvas canvas, int end) {
        boolean three = canvas.columns() >= 110;
        int start = end - (three ? 23 : 11);
        canvas.text(start, 0, "load", Ink.FAINT);
        Paint.number(canvas, start + 11, 0, scene.readings().of(LOAD_1M), Format.LOAD, Ink.PLAIN);
        if (!three) return start - 2;
        Paint.number(canvas, start + 17, 0, scene.readings().of(LOAD_5M), Format.LOAD, Ink.PLAIN);
        Paint.number(canvas, start + 23, 0, scene.readings().of(LOAD_15M), Format.LOAD, Ink.PLAIN);
        return start - 2;
    }

    /** Being held back by a quota matters more than waiting for a core, and takes its place. */
    private static int pressure(Scene scene, Canvas canvas, int end) {
        Reading throttled = scene.readings().of(THROTTLED_PERCENT);
        boolean held = throttled.orElse(0) >= 1;
        canvas.text(end - 15, 0, held ? "throttled" : "pressure", held ? Ink.BAD : Ink.FAINT);
        Reading reading = held ? throttled : scene.readings().of(PRESSURE_CPU);
        Paint.number(canvas, end - 2, 0, reading, Format.PERCENT, held ? Ink.BAD : Ink.PLAIN);
        canvas.text(end - 1, 0, "%", Ink.FAINT);
        return end - 17;
    }

    private static void machine(State state, Canvas canvas, int end) {
        Canvas left = canvas.clip(new Rect(0, 0, end, 1));
        HostIdentity host = state.shown().readings().host();
        List<Core> cores = state.shown().readings().cores();
        int reserved = Cores.limited(cores) ? SEPARATOR + Cores.brief(cores).length() : 0;
        left.bold(1, 0, "Interleave", Ink.TITLE);
        Canvas named = left.clip(new Rect(0, 0, Math.max(HOST_AT, end - reserved), 1));
        int column = part(named, HOST_AT - 2, "  ", host.hostName().orElse(""), Ink.STRONG);
        String separator = " " + left.symbols().mark(Mark.SEPARATOR) + " ";
        String words = Cores.words(cores);
        boolean room = left.columns() - column - separator.length() >= words.length();
        if (!cores.isEmpty()) column = part(left, column, separator, room ? words : Cores.brief(cores), Ink.FAINT);
        if (state.shown().readings().of(HostMetrics.CGROUP_CPUS) instanceof Reading.Value(double quota))
            column = part(left, column, separator, "quota " + Numbers.fixed(quota, 1), Ink.STRONG);
        if (state.shown().readings().of(HostMetrics.CGROUP_MEMORY_LIMIT_BYTES) instanceof Reading.Value(double limit))
            column = part(left, column, separator, "memory limit " + Numbers.bytes(limit), Ink.FAINT);
        part(left, column, separator, host.cpuModel().orElse(""), Ink.FAINT);
    }

    private static int part(Canvas left, int column, String before, String words, Ink ink) {
        int room = left.columns() - column - before.length();
        if (words.isEmpty() || room < Math.min(12, words.length())) return column;
        left.text(column, 0, before, Ink.FAINT);
        String shown = Text.fit(Text.cells(words), room, left.symbols().ellipsis());
        return left.text(column + before.length(), 0, shown, ink);
    }

    private static String dash(Canvas canvas) {
        return String.valueOf(canvas.symbols().mark(Mark.MISSING));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
