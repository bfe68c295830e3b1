package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerThreadsTest {
    @TempDir
    Path proc;

    private void thread(int id, String name, String schedstat) throws IOException {
        thread("7", id, name, schedstat);
    }

    private void thread(String process, int id, String name, String schedstat) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(process + "/task/" + id));
        Files.writeString(folder.resolve("comm"), name + "\n");
        Files.writeString(folder.resolve("schedstat"), schedstat + "\n");
    }

    @Test
    void bothCompilersCountAndNoOtherThread() throws IOException {
        thread(7, "java", "999 1 1");
        thread(8, "C2 CompilerThre", "1000 5 6");
        thread(9, "C1 CompilerThre", "200 5 6");
        assertEquals(OptionalLong.of(1200), new CompilerThreads(proc).nanos(7));
    }

    @Test
    void ofAProcessWithoutOneOrThatIsGoneNothingIsKnown() throws IOException {
        thread(7, "node", "999 1 1");
        assertEquals(OptionalLong.empty(), new CompilerThreads(proc).nanos(7));
        assertEquals(OptionalLong.empty(), new CompilerThreads(proc).nanos(8));
    }

    @Test
    void ofThisProcessANewOneIsFoundAtTheFifthLook() throws IOException {
        thread("self", 8, "C2 CompilerThre", "1000 5 6");
        CompilerThreads own = new CompilerThreads(proc);
        assertEquals(OptionalLong.of(1000), own.ofThisProcess());
        thread("self", 8, "C2 CompilerThre", "1500 5 6");
        thread("self", 9, "C1 CompilerThre", "200 5 6");
        for (int i = 1; i < 4; i++) assertEquals(OptionalLong.of(1500), own.ofThisProcess());
        assertEquals(OptionalLong.of(1700), own.ofThisProcess());
    }

    @Test
    void thisVeryJvmHasCompiled() {
        long nanos = new CompilerThreads(Path.of("/proc"))
                .nanos(ProcessHandle.current().pid())
                .orElse(0);
        assertTrue(nanos > 0);
    }
}
