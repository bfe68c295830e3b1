package interleave.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.kernel.ProcessNumbers;
import interleave.kernel.ProcessTree;
import interleave.kernel.Reaper;
import interleave.kernel.Rusage;
import interleave.kernel.Spawn;
import interleave.kernel.Subreaper;
import interleave.wire.CommandLines;
import interleave.wire.CommandNews;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The guard of one command. {@code FOLDER NAME CMD ARG ...}: starts CMD in this folder, its output in a file of FOLDER
 * called after NAME and its process id. News goes to standard output, a line each. The end of standard input ends the
 * command with all that came of it; after the line {@code leave}, the guard alone.
 */
public final class GuardMain {
    private static final PrintStream NEWS = new PrintStream(System.out, true, UTF_8);
    private static final Path PROC = Path.of("/proc");
    private static final ProcessNumbers NUMBERS = ProcessNumbers.ofThisProcess(PROC);

    private GuardMain() {}

    public static void main(String[] arguments) {
        boolean keeps = Subreaper.becomeOne();
        Thread.ofPlatform().daemon().name("input").start(new Input(System.in, tree()));
        if (!keeps) System.err.println("the kernel does not keep together what the command starts");
        CommandLog log = new CommandLog(Path.of(arguments[0]), arguments[1], GuardMain::tell);
        int pid = begin(log, arguments[1], List.of(arguments).subList(2, arguments.length));
        // As an end is in order: whoever asked for it knows.
        if (pid == 0) return;
        Rusage.Used used = Rusage.Used.NOTHING;
        Reaper reaper = new Reaper();
        ProcessTree tree = tree();
        for (Optional<Reaper.End> end = reaper.next(); end.isPresent(); end = reaper.next()) {
            used = used.plus(end.get().used());
            if (end.get().pid() == pid) tell(ended(end.get(), tree.members().size()));
        }
        log.ended();
        tell(new CommandNews.Gone(used.cpuMicros(), used.voluntary(), used.involuntary()));
        System.exit(0);
    }

    private static ProcessTree tree() {
        return new ProcessTree(PROC, NUMBERS.ownInProc());
    }

    /** Gives its process id; 0 if it could not be started, which has been told. */
    private static int begin(CommandLog log, String name, List<String> command) {
        try {
            int pid = Spawn.start(command, log.target());
            int told = NUMBERS.inProc(pid);
            tell(new CommandNews.Started(told, log.named(name, told)));
            log.keep();
            return pid;
        } catch (IOException e) {
            log.delete();
            tell(new CommandNews.Failed(e.getMessage()));
            return 0;
        }
    }

    private static CommandNews ended(Reaper.End end, int left) {
        return new CommandNews.Ended(end.status().orElse(0), end.signal(), left);
    }

    private static void tell(CommandNews news) {
        NEWS.println(CommandLines.toLine(news));
    }
}
