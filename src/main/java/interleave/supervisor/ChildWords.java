package interleave.supervisor;

import interleave.kernel.CpuTimeLimit;
import interleave.kernel.MemoryLimits;
import interleave.kernel.OutOfMemoryKiller;
import interleave.kernel.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fate of a child, in words that are safe to print. */
final class ChildWords {
    /** The beginning of the JDK's message, before its guesses. */
    private static final Pattern PROGRAM = Pattern.compile("^Cannot run program \"([^\"]*)\"");

    /** The end of the JDK's message where its helper, which starts programs, died on the way. */
    private static final Pattern HELPER = Pattern.compile("spawn helper: pid: \\d+, signal: (\\d{1,3})\\b");

    /** The same where the helper's libraries could not be loaded, of which ld.so says why by this status alone. */
    private static final String HELPER_UNLOADED = ", exit code: 127,";

    private static final Path PROC = Path.of("/proc");
    private static final Path SYS = Path.of("/sys");
    private static final int SHOWN = 80;
    private static final int SENTENCE = 240;
    private static final int SIGNALS = 128;
    private static final int LAST_SIGNAL = 64;

    private ChildWords() {}

    /** A child's word of itself, as {@link #plain} but longer: it is one of our own sentences. */
    static String sentence(String text) {
        return plain(text, SENTENCE);
    }

    /** The text without control characters, cut to a readable length. */
    static String plain(String text) {
        return plain(text, SHOWN);
    }

    private static String plain(String text, int longest) {
        String clean =
                text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        return clean.length() <= longest ? clean : clean.substring(0, longest - 3) + "...";
    }

    /**
     * The end of a process in words, by the status that {@link ChildProcess#waitFor} gives, and what it last said.
     *
     * @param cpuMicros what it had used of CPU time when it last said so
     */
    static String exit(int status, Optional<String> lastWords, long cpuMicros) {
        OptionalInt signal = signal(status);
        String how = signal.isPresent()
                ? "killed by signal " + signal.getAsInt() + why(signal.getAsInt(), cpuMicros)
                : "exit " + status;
        return how
                + lastWords
                        .map(words -> ": " + spoken(words) + Hints.of(words))
                        .orElseGet(() -> status == 1 ? Hints.ofSilence() : "");
    }

    private static String why(int signal, long cpuMicros) {
        String byTime = Hints.ofSignal(signal, cpuMicros, CpuTimeLimit.seconds(PROC));
        if (!byTime.isEmpty()) return byTime;
        return Hints.ofKill(signal, OutOfMemoryKiller.hasBeenHere(PROC, SYS), MemoryLimits.cgroup(PROC, SYS));
    }

    /** A sentence for the exception of a JVM that tells what a limit does; else its words as they are. */
    private static String spoken(String words) {
        return words.contains("unable to create native thread")
                ? "no further thread could be created"
                : sentence(words);
    }

    /** The signal that a process died of, by the same status; empty if it was none. */
    static OptionalInt signal(int status) {
        boolean killed = status > SIGNALS && status <= SIGNALS + LAST_SIGNAL;
        return killed ? OptionalInt.of(status - SIGNALS) : OptionalInt.empty();
    }

    /** The reason of an exception of the file system; some of them have the file's name alone as their message. */
    static String cause(IOException failure) {
        return switch (failure) {
            case AccessDeniedException e -> "permission denied";
            case NoSuchFileException e -> e.getFile() + " cannot be made";
            case FileAlreadyExistsException e -> e.getMessage() + " is not a folder";
            default -> Reason.of(failure);
        };
    }

    /** That a run ended because its time was up. */
    static String timeUp(SupervisedRun run) {
        return run.workload + ": stopped after " + time(run.limit.orElseThrow());
    }

    private static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 3600 == 0) return seconds / 3600 + " h";
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    /** Why a process could not be started. */
    static String startFailure(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof Refused) return "could not be started: " + sentence(message);
        OptionalInt signal = startSignal(failure);
        if (signal.isPresent()) return "could not be started: Java's helper was killed by signal " + signal.getAsInt();
        Matcher program = PROGRAM.matcher(message);
        String which = program.find() ? plain(program.group(1)) + ": " : "";
        if (message.contains(HELPER_UNLOADED))
            return "could not be started: " + which
                    + "Java's helper could not load its libraries: files or memory may be"
                    + " short (ulimit -n, ulimit -v)";
        return "could not be started: " + which + Reason.of(failure) + Hints.of(message);
    }

    /**
     * The signal that the JDK's helper died of before it had become the program (of JDK 25, {@code jspawnhelper}, which
     * is a process of its own from its start on); empty if that was not why.
     */
    static OptionalInt startSignal(Throwable failure) {
        Matcher helper = HELPER.matcher(String.valueOf(failure.getMessage()));
        return helper.find() ? OptionalInt.of(Integer.parseInt(helper.group(1))) : OptionalInt.empty();
    }
}
