package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ReasonTest {
    @Test
    void whatAnExceptionSaysToProgrammersIsNotShown() {
        assertEquals("it is no text", Reason.of(new MalformedInputException(1)));
        assertEquals("unexpected (IllegalStateException)", Reason.of(new IllegalStateException("Input length = 1")));
        assertEquals("it does not exist", Reason.of(new NoSuchFileException("/proc/none")));
        assertEquals(
                "its name has letters that the locale lacks", Reason.of(new InvalidPathException("/\u00e9", "bad")));
    }

    @Test
    void theKernelsWordsAre() {
        assertEquals("Permission denied", Reason.of(new AccessDeniedException("/proc/1/mem")));
        assertEquals(
                "Too many open files", Reason.of(new FileSystemException("/proc/stat", null, "Too many open files")));
        assertEquals("Is a directory", Reason.of(new IOException("/a (job) (Is a directory)")));
        assertEquals(
                "No space left on device", Reason.of(new RuntimeException(new IOException("No space left on device"))));
    }

    @Test
    void aSentenceOfOursIsTakenWhole() {
        assertEquals("/proc/stat is empty", Reason.of(Unreadable.malformed("/proc/stat is empty")));
    }
}
