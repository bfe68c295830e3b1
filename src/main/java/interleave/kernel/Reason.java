package interleave.kernel;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;

/**
 * The reason of a failure in words for people. An exception's own message is written for programmers ("Input length =
 * 1"), or is a file's name; of it only the kernel's words (errno(3)) are taken.
 */
public final class Reason {
    /** As strerror(3) has them in glibc and musl; those that can come of what is done here. */
    private static final List<String> OF_THE_KERNEL = List.of(
            "Address already in use",
            "Address family not supported by protocol",
            "Argument list too long",
            "Broken pipe",
            "Cannot allocate memory",
            "Cannot assign requested address",
            "Connection refused",
            "Connection reset by peer",
            "Connection reset",
            "Connection timed out",
            "Disk quota exceeded",
            "Exec format error",
            "File name too long",
            "File too large",
            "Function not implemented",
            "Inappropriate ioctl for device",
            "Input/output error",
            "Invalid argument",
            "Is a directory",
            "Network is unreachable",
            "No buffer space available",
            "No such device or address",
            "No such device",
            "No such file or directory",
            "No such process",
            "No space left on device",
            "Not a directory",
            "Operation not permitted",
            "Operation not supported",
            "Permission denied",
            "Protocol not available",
            "Read-only file system",
            "Resource temporarily unavailable",
            "Stale file handle",
            "Text file busy",
            "Too many levels of symbolic links",
            "Too many open files in system",
            "Too many open files",
            "Value too large for defined data type",
            // The JDK begins with it where the reason, which follows, is another.
            "Bad file descriptor");

    /** Causes can go in a circle. */
    private static final int DEEPEST = 10;

    private Reason() {}

    /** Of the failure itself, or of the first of its causes that says something. */
    public static String of(Throwable why) {
        Throwable innermost = why;
        for (int depth = 0; depth < DEEPEST; depth++) {
            String words = known(innermost);
            if (!words.isEmpty()) return words;
            if (innermost.getCause() == null) break;
            innermost = innermost.getCause();
        }
        return "unexpected (" + innermost.getClass().getSimpleName() + ")";
    }

    private static String known(Throwable why) {
        if (why instanceof Unreadable) return why.getMessage();
        String message = why.getMessage();
        if (message != null) for (String words : OF_THE_KERNEL) if (message.contains(words)) return words;
        return switch (why) {
            case AccessDeniedException e -> "Permission denied";
            case NoSuchFileException e -> "it does not exist";
            case FileAlreadyExistsException e -> "it is there already";
            case NotDirectoryException e -> "Not a directory";
            case InvalidPathException e -> "its name has letters that the locale lacks";
            case CharacterCodingException e -> "it is no text";
            case UnsatisfiedLinkError e -> "its native library cannot be loaded";
            case OutOfMemoryError e ->
                message != null && message.contains("native thread")
                        ? "no further thread could be created"
                        : "out of memory";
            default -> "";
        };
    }
}
