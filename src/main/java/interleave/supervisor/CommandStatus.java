package interleave.supervisor;

import interleave.wire.CommandNews;
import java.util.Locale;
import java.util.Optional;

/**
 * A command of the user's, as far as it has come.
 *
 * @param name of its program
 * @param guard the process whose descendants it is
 * @param pid of the program itself; 0 before it runs
 * @param output what becomes of what it prints
 * @param end what became of the program itself, or of its start; empty while it runs
 * @param left how many processes of its tree went on when it ended
 * @param over whether nothing of it is left
 * @param used what all of it came to, once nothing is left
 */
public record CommandStatus(
        String name,
        int guard,
        int pid,
        CommandOutput output,
        Optional<String> end,
        int left,
        boolean over,
        Optional<Used> used) {
    /** By {@code wait4}: of the program, of all that it started, and of what left it. */
    public record Used(long cpuMicros, long switches) {}

    private static final double MICROS = 1e6;
    private static final String EXIT = "exit ";

    static CommandStatus starting(String name, int guard) {
        return new CommandStatus(name, guard, 0, CommandOutput.UNKNOWN, Optional.empty(), 0, false, Optional.empty());
    }

    CommandStatus after(CommandNews news) {
        return switch (news) {
            case CommandNews.Started(int started, String file) ->
                new CommandStatus(name, guard, started, output.to(file), end, left, over, used);
            case CommandNews.Unlogged(String why) ->
                new CommandStatus(name, guard, pid, output.losing(why), end, left, over, used);
            case CommandNews.Failed(String words) -> ended("could not be started: " + words, 0, true, used);
            case CommandNews.Ended(int status, int signal, int others) ->
                ended(signal == 0 ? EXIT + status : "killed by signal " + signal, others, false, used);
            case CommandNews.Gone(long cpuMicros, long voluntary, long involuntary) ->
                ended(end.orElse("ended"), 0, true, Optional.of(new Used(cpuMicros, voluntary + involuntary)));
        };
    }

    /**
     * Its guard has ended without a word of it, as by SIGKILL.
     *
     * @param rest whether some of it went on, which was ended then
     */
    CommandStatus lost(Optional<String> lastWords, boolean rest) {
        String how = "its guard ended" + (rest ? ", and it was ended with that" : "");
        return ended(how + lastWords.map(words -> ": " + words).orElse(""), 0, true, used);
    }

    private CommandStatus ended(String how, int others, boolean nothingLeft, Optional<Used> usage) {
        return new CommandStatus(name, guard, pid, output, Optional.of(how), others, nothingLeft, usage);
    }

    /** The words that tell what is to be known of it; empty while it runs as it should. */
    public Optional<String> told() {
        return end.map(how -> standing(how) + used.map(CommandStatus::words).orElse("") + where());
    }

    /** The newest of it in a line for people; empty where the next news will say it all. */
    public Optional<String> news() {
        if (end.isPresent() && left == 0 && !over) return Optional.empty();
        Optional<String> begun = pid == 0 ? Optional.empty() : Optional.of("runs as " + pid + output.behind(", "));
        return told().or(() -> begun).map(words -> name + " " + words);
    }

    /**
     * The words that are left to be said of it when this program ends.
     *
     * @param leave whether it goes on then
     */
    public Optional<String> atQuit(boolean leave) {
        if (over) return news();
        if (leave) return Optional.of(name + " goes on as " + pid + output.behind(", "));
        return Optional.of(output.behind(": "))
                .filter(words -> !words.isEmpty())
                .map(words -> name + words);
    }

    private String standing(String how) {
        if (left > 0) return how + ", " + left + (left == 1 ? " process" : " processes") + " left";
        return how.startsWith(EXIT) ? "ended (" + how + ")" : how;
    }

    /** Of one that is over, or loses some of it: else it was told when it began. */
    private String where() {
        return over || output.lost().isPresent() ? output.behind("; ") : "";
    }

    private static String words(Used usage) {
        return String.format(
                Locale.ROOT, "; %.2f s of CPU and %,d switches in all", usage.cpuMicros() / MICROS, usage.switches());
    }
}
