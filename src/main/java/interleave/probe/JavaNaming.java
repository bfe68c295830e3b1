package interleave.probe;

import interleave.kernel.JvmAttach;
import interleave.kernel.Reason;
import interleave.metric.JavaNames;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks a JVM for the names of its threads, and for how many of them are virtual. That holds its threads for as long as
 * their stacks are printed, and writes those of the virtual ones to a file in its {@code /tmp}, which is read and
 * deleted. On a thread of its own for each question, since nobody knows how long it takes.
 */
public final class JavaNaming {
    private final Path proc;

    public JavaNaming(Path proc) {
        this.proc = proc;
    }

    /**
     * Any thread; comes back at once.
     *
     * @param told is given the answer, on a thread of its own
     * @param refused is given the reason why there is none, in words
     */
    public void ask(ProcessReadings.Id process, Consumer<JavaNames> told, Consumer<String> refused) {
        Thread.ofPlatform().daemon().name("jvm-names").start(() -> {
            try {
                Optional<String> whyNot = JvmAttach.whyNot(proc, process.pid());
                if (whyNot.isPresent()) refused.accept(whyNot.get());
                else told.accept(answer(process, JvmAttach.of(proc, process.pid())));
            } catch (IOException | RuntimeException e) {
                refused.accept(Reason.of(e));
            }
        });
    }

    private JavaNames answer(ProcessReadings.Id process, JvmAttach jvm) throws IOException {
        long begun = System.nanoTime();
        Map<Integer, String> names;
        try (Reader dump = text(jvm.ask("Thread.print"))) {
            names = ThreadDump.names(dump);
        }
        long named = System.nanoTime();
        String file = "interleave-threads-" + process.pid() + "-" + begun;
        Reading virtual = virtual(jvm, file);
        long all = System.nanoTime();
        String cost = "the names took it " + (named - begun) / 1_000_000 + " ms";
        if (virtual.present()) cost += ", the virtual threads " + (all - named) / 1_000_000 + " ms";
        return new JavaNames(process, names, virtual, cost);
    }

    /** JDKs before 21 have no such command. */
    private static Reading virtual(JvmAttach jvm, String file) {
        Path seen = jvm.temporary(file);
        try {
            try (InputStream answer = jvm.ask("Thread.dump_to_file -format=plain /tmp/" + file)) {
                ThreadDump.drain(answer);
            }
            try (Reader dump = text(Files.newInputStream(seen))) {
                return Reading.of(ThreadDump.virtual(dump));
            }
        } catch (IOException e) {
            return Reading.absent(Reading.Why.UNSUPPORTED, Reason.of(e));
        } finally {
            try {
                Files.deleteIfExists(seen);
            } catch (IOException e) {
                // It lies in the target's own folder, under a name that says whose it is.
            }
        }
    }

    /** A name that is no UTF-8 hides nothing. */
    private static Reader text(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
