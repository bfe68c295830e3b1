package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTextsTest {
    @TempDir
    Path folder;

    private String file(int number, String text) throws IOException {
        return Files.writeString(folder.resolve("file" + number), text).toString();
    }

    @Test
    void eachReadIsOfNow() throws IOException {
        try (KeptTexts texts = new KeptTexts(3)) {
            String file = file(1, "before 1");
            assertEquals("before", texts.of(file).word());
            file(1, "now");
            assertEquals("now", texts.of(file).word());
        }
    }

    @Test
    void thoseAskedForLastStayOpenAndNoMore() throws IOException {
        try (KeptTexts texts = new KeptTexts(3)) {
            for (int round = 0; round < 2; round++)
                for (int i = 0; i < 10; i++)
                    assertEquals("text" + i, texts.of(file(i, "text" + i)).word());
            assertEquals(3, texts.size());
        }
    }

    @Test
    void whatIsNotThereIsToldAsThat() throws IOException {
        try (KeptTexts texts = new KeptTexts(3)) {
            Unreadable why = assertThrows(
                    Unreadable.class, () -> texts.of(folder.resolve("none").toString()));
            assertTrue(why.missing());
            assertEquals(0, texts.size());
        }
    }

    /** The kernel refuses to read an open file of what has ended: it is closed, and looked for by its name. */
    @Test
    void ofAProcessThatEndedNothingStaysOpen() throws IOException, InterruptedException {
        Process cat = new ProcessBuilder("cat").start();
        try (KeptTexts texts = new KeptTexts(3)) {
            String file = "/proc/" + cat.pid() + "/task/" + cat.pid() + "/stat";
            assertEquals(Long.toString(cat.pid()), texts.of(file).word());
            cat.getOutputStream().close();
            cat.waitFor();
            assertThrows(Unreadable.class, () -> texts.of(file));
            assertEquals(0, texts.size());
        } finally {
            cat.destroyForcibly();
        }
    }
}
