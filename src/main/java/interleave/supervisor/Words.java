package interleave.supervisor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** What happened to a child, in words that are safe to print. */
final class Words {
    private static final int SHOWN = 80;
    private static final int SIGNALS = 128;

    private Words() {}

    /** The text without control characters, cut to a readable length. */
    static String plain(String text) {
        String clean =
                text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN - 1) + "…";
    }

    /** How a process ended, by the status that {@link Child#waitFor} gives, and what it last said. */
    static String exit(int status, Optional<String> lastWords) {
        String how = status > SIGNALS ? "killed by signal " + (status - SIGNALS) : "exit " + status;
        return how + lastWords.map(words -> ": " + plain(words)).orElse("");
    }

    /** What an exception of the file system has to say; some of them have the file's name alone as their message. */
    static String cause(IOException failure) {
        return switch (failure) {
            case AccessDeniedException e -> "permission denied";
            case FileAlreadyExistsException e -> e.getMessage() + " is not a folder";
            case FileSystemException e -> Optional.ofNullable(e.getReason()).orElse(e.getMessage());
            default -> failure.getMessage();
        };
    }

    /** Why a process could not be started. */
    static String startFailure(Throwable failure) {
        String message = plain(Optional.ofNullable(failure.getMessage()).orElse("no reason given"));
        String hint = message.contains("error=11") ? "; is the limit of processes (ulimit -u) too low?" : "";
        return "could not be started: " + message + hint;
    }
}
